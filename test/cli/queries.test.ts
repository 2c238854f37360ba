import { execFile, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/imports/evidence/readEvidence.js';
import { parseQuery } from '../../src/telemetry/promql/parseQuery.js';
import { callCli } from '../support/callCli.js';
import { temporaryFolder } from '../support/runCli.js';

const hpa = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web-hpa, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 10
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]
`;
const other = hpa.replaceAll('web', 'cart');
const { path: folder, remove } = temporaryFolder({
  'hpa.yaml': hpa,
  'cart.yaml': other,
  'none.yaml': 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\n',
});
afterAll(() => remove());

const hasTools = spawnSync('curl', ['--version']).status === 0 && spawnSync('sh', ['-c', ':']).status === 0;

/** The queries of a script, by role. */
function queriesOf(script: string): Map<string, string> {
  return new Map([...script.matchAll(/^ {2}ask (\S+) '([^']*)' "\$@"$/gm)].map(([, role, query]) => [role, query]));
}

describe('queries', () => {
  it.each([
    [['--from', 'hpa.yaml'], 'shop', 'web-[a-z0-9]'],
    [['--namespace', 'prod', '--workload', 'api'], 'prod', 'api-[a-z0-9]'],
    [['--from', 'hpa.yaml', 'cart.yaml', '--workload', 'cart'], 'shop', 'cart-[a-z0-9]'],
  ])('are nine at most, valid PromQL, each with its purpose: %s', async (args, namespace, pods) => {
    const { code, stdout, stderr } = await callCli(['queries', ...args], { cwd: folder });
    expect(code, stderr).toBe(0);
    const queries = queriesOf(stdout);
    expect(queries.size).toBeGreaterThan(6);
    expect(queries.size).toBeLessThanOrEqual(9);
    for (const [role, query] of queries) {
      expect(() => parseQuery(query), query).not.toThrow();
      expect(stdout).toMatch(new RegExp(`# ${role}: \\w+`));
    }
    expect(queries.get('cpu')).toContain(`namespace="${namespace}",pod=~"${pods}`);
    if (hasTools) expect(spawnSync('sh', ['-n'], { input: stdout }).status).toBe(0);
  });

  it.each([
    [[], 2, 'no-workload'],
    [['--from', 'none.yaml'], 104, 'no-workload'],
    [['--from', 'hpa.yaml', 'cart.yaml'], 2, 'several-workloads'],
    [['--from', 'hpa.yaml', '--workload', 'wbe'], 2, 'Did you mean "web"|did you mean "web"'],
    [['--workload', 'we"b'], 2, 'bad-name'],
    [['--workload', 'web', '--prometheus', 'nowhere'], 2, 'bad-url'],
    [['--workload', 'web', '--range', '30d', '--step', '1s'], 2, 'too-many-points'],
    [['--workload', 'web', '--step', 'often'], 2, 'bad-duration'],
    [['hpa.yaml'], 2, 'needs-from'],
  ])('are refused where they could not be right: %s', async (args, exit, words) => {
    const { code, stdout, stderr } = await callCli(['queries', ...args], { cwd: folder });
    expect([code, stdout]).toEqual([exit, '']);
    expect(stderr).toMatch(new RegExp(words));
  });
});

describe.skipIf(!hasTools)('the script', () => {
  const asked: { query: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    const query = url.searchParams.get('query') ?? '';
    asked.push({ query, authorization: request.headers.authorization });
    response.end(JSON.stringify(answerTo(query, Number(url.searchParams.get('start')))));
  });
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => server.close());

  /** As Prometheus would answer in a cluster with ingress-nginx, cAdvisor and kube-state-metrics. */
  function answerTo(query: string, start: number): object {
    const matrix = (...result: [object, number][]) => ({
      status: 'success',
      data: {
        resultType: 'matrix',
        result: result.map(([metric, value]) => ({
          metric,
          values: [0, 60, 120].map((second) => [start + second, String(value)]),
        })),
      },
    });
    if (query.includes('throttled')) return { status: 'error', errorType: 'timeout', error: 'query timed out' };
    if (query.includes('nginx_ingress_controller_requests')) {
      const metric = 'nginx_ingress_controller_requests';
      return matrix([{ metric, status: '200' }, 95], [{ metric, status: '503' }, 5]);
    }
    if (query.includes('histogram_quantile(0.95')) return matrix([{}, 0.25]);
    if (query.includes('container_cpu')) return matrix([{}, 4.5]);
    if (query.includes('status_replicas{'))
      return matrix([{ __name__: 'kube_deployment_status_replicas', namespace: 'shop', deployment: 'web' }, 6]);
    return matrix();
  }

  it('collects the answers into one file, which is read back', async () => {
    const { stdout } = await callCli(['queries', '--from', 'hpa.yaml', '--prometheus', url, '--range', '1h'], {
      cwd: folder,
    });
    const run = promisify(execFile);
    await run('sh', ['-c', stdout, 'collect.sh', '-H', 'Authorization: Bearer abc'], { cwd: folder });
    expect(asked.length).toBe(queriesOf(stdout).size);
    expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer abc']));
    const { recording, problems, warnings } = await readEvidence(
      [join(folder, 'hpa.yaml'), join(folder, 'bundle.json')],
      { series: [] },
    );
    expect(problems).toEqual([]);
    const means = Object.fromEntries(recording.series.map(({ role, points }) => [role, points[0][1]]));
    expect(means).toEqual({
      'request-rate': 100,
      'error-rate': 5,
      'error-share': 0.05,
      cpu: 4.5,
      replicas: 6,
      'latency-p95': 0.25,
    });
    expect(recording.series[0].windowSeconds).toBe(120);
    expect(warnings.map(({ what }) => what)).toContain('throttled-share is an error of Prometheus: query timed out');
  });

  it('leaves no file of a server that is not there', async () => {
    const { stdout } = await callCli(['queries', '--workload', 'web', '--prometheus', 'http://127.0.0.1:9'], {
      cwd: folder,
    });
    const { path, remove: drop } = temporaryFolder({});
    const { status } = spawnSync('sh', ['-c', stdout], { cwd: path });
    expect(status).not.toBe(0);
    expect(spawnSync('ls', [path]).stdout.toString()).not.toMatch(/bundle\.json$/m);
    drop();
  });
});
