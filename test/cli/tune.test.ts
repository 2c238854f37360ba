import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { callCli } from '../support/callCli.js';
import { temporaryFolder } from '../support/runCli.js';

const scenario = `
name: toy
duration: 3m
traffic:
  users: { executor: ramping-arrival-rate, startRate: 10, stages: [{ duration: 1m, target: 10 }, { duration: 30s, target: 20 }, { duration: 90s, target: 20 }] }
requests: { page: { route: web, cpu: { exponential: { mean: 40ms } } } }
services: { web: { instance: { vcpus: 1, cpuRequest: 1, startup: 10s, price: 0.05 }, scaling: { min: 1, initial: 3, max: 10 } } }
`;
const hpa = `# keep this line
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: "web" }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 6 # since the outage
  maxReplicas: 10
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } } }]
---
kind: Service
metadata: { name: web }
`;
const keda = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: web }
spec:
  scaleTargetRef: { name: web }
  minReplicaCount: 1
  maxReplicaCount: 10
  triggers: [{ type: cpu, metricType: Utilization, metadata: { value: "60" } }] # quoted
`;
const lua = `return {
  params = { each = 8 }, -- requests a second
  decide = function(observation, context)
    local rate = observation.metrics.request_rate
    return rate and math.max(1, math.ceil(rate / context.params.each))
  end,
}
`;
const typescript = `import { definePolicy } from 'dryscale';
export default definePolicy({
  params: { each: 8 },
  decide({ metrics }, { params }) {
    const { request_rate } = metrics;
    return request_rate === undefined ? undefined : Math.max(1, Math.ceil(request_rate / params.each));
  },
});
`;
const asg = JSON.stringify(
  [
    {
      AutoScalingGroupName: 'web',
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingConfiguration: {
        PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
        TargetValue: 60,
      },
    },
    { AutoScalingGroupName: 'web', MinSize: 1, MaxSize: 10 },
  ],
  null,
  2,
);

const folder = temporaryFolder({
  'toy.yaml': scenario,
  'unsure.yaml': `${scenario}assumptions: [{ path: requests.page.cpu, low: 35ms, high: 45ms, basis: guess }]\n`,
  'hpa.yaml': hpa,
  'keda.yaml': keda,
  'policy.lua': lua,
  'policy.ts': typescript,
  'asg.json': asg,
});
afterAll(() => folder.remove());
const tune = (...args: readonly string[]) => callCli(['tune', 'toy.yaml', ...args], { cwd: folder.path });
const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');
const must = ['--must', 'http_req_duration p(95)<400'];

describe('dryscale tune', () => {
  it('finds the least fleet that holds, shows its diff and writes it, all else of the file kept', async () => {
    const { code, stdout } = await tune(
      '--policy',
      'hpa.yaml',
      '--vary',
      'minReplicas=3,6',
      ...must,
      '--write-best',
      'best.yaml',
      '--budget',
      '80',
    );
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('minReplicas=3 has the least cost_usd of those that meet');
    expect(stdout).toContain('-  minReplicas: 6 # since the outage\n+  minReplicas: 3 # since the outage');
    expect(read('best.yaml')).toBe(hpa.replace('minReplicas: 6', 'minReplicas: 3'));
  });

  it.each([
    ['keda.yaml', 'value=50,60', keda, /value: "(50|60)"/],
    ['asg.json', 'TargetValue=40,60', asg, /"TargetValue": (40|60)/],
    ['policy.lua', 'each=5,8', lua, /each = (5|8) \}, -- requests/],
    ['policy.ts', 'each=5,8', typescript, /params: \{ each: (5|8) \}/],
  ])('tunes %s', { tags: ['ci'] }, async (file, vary, text, pattern) => {
    const best = `best-${file}`;
    const { code, stdout, stderr } = await tune(
      '--policy',
      file,
      '--vary',
      vary,
      '--must',
      'http_req_duration p(95)<5000',
      '--write-best',
      best,
      '--budget',
      '120',
    );
    expect(code, stdout + stderr).toBe(0);
    const [, value] = pattern.exec(read(best)) ?? [];
    expect(value).toBeDefined();
    expect(read(best)).toBe(text.replace(pattern, (line) => line.replace(/\d+/, value ?? '')));
  });

  it('writes the same bytes whatever the number of workers, within its budget', { tags: ['ci'] }, async () => {
    const documents: string[] = [];
    for (const workers of ['1', '2']) {
      const { stdout, code } = await tune(
        '--policy',
        'hpa.yaml',
        '--vary',
        'averageUtilization=50..80:10',
        ...must,
        '--budget',
        '90',
        '--workers',
        workers,
        '--json',
        '--out',
        `out${workers}`,
      );
      expect(code).toBe(0);
      documents.push(stdout, read(`out${workers}/tune.json`), read(`out${workers}/tune.html`));
    }
    expect(documents.slice(0, 3)).toEqual(documents.slice(3));
    const { runs, format } = JSON.parse(documents[0]);
    expect(format).toBe('dryscale-tune/1');
    expect(runs.search + runs.final + runs.other).toBeLessThanOrEqual(90);
  });

  it('says why nothing meets, in numbers, and ends with 99', { tags: ['ci'] }, async () => {
    const { code, stdout } = await tune(
      '--policy',
      'hpa.yaml',
      '--vary',
      'minReplicas=3',
      '--must',
      'http_req_duration p(95)<20',
    );
    expect(code).toBe(99);
    expect(stdout).toMatch(/Even 40 instances standing all the time miss it: http_req_duration p\(95\)<20 at \d+/);
    expect(stdout).toMatch(/Nearest: hpa\.yaml\?minReplicas=3 with http_req_duration p\(95\)<20 at \d+/);
  });

  it('says that there is nothing to change where the file has the best values', { tags: ['ci'] }, async () => {
    const { code, stdout } = await tune('--policy', 'hpa.yaml', '--vary', 'minReplicas=6', ...must);
    expect(code).toBe(0);
    expect(stdout).toContain('there is nothing to change');
  });

  it('asks of worlds that what must hold does in a share of them', { tags: ['ci'] }, async () => {
    const args = ['--policy', 'hpa.yaml', '--vary', 'minReplicas=1,3', ...must, '--budget', '70'];
    const { code, stdout } = await callCli(
      ['tune', 'unsure.yaml', ...args, '--uncertain', '12', '--must-share', '90%'],
      {
        cwd: folder.path,
      },
    );
    expect(code, stdout).toBe(0);
    expect(stdout).toMatch(/What must hold does in 1[12] of 12 fresh worlds/);
    const known = await callCli(['tune', 'unsure.yaml', ...args], { cwd: folder.path });
    expect(known.stdout).toContain('The ranges of requests.page.cpu are not used');
  });

  it.each([
    [2, ['--policy', 'hpa.yaml', '--vary', 'minReplicas=2', ...must, '--uncertain'], 'has nothing to draw'],
    [2, ['--policy', 'hpa.yaml', '--vary', 'minReplicas=2', ...must, '--must-share', '90%'], 'needs --uncertain'],
    [2, ['--policy', 'hpa.yaml'], 'nothing varies'],
    [2, ['--policy', 'hpa.yaml', '--vary', 'minReplicas=8..2:1'], 'runs downwards'],
    [104, ['--policy', 'hpa.yaml', '--vary', 'minReplica=2,3', ...must], 'did you mean minReplicas?'],
    [104, ['--policy', 'hpa.yaml', '--vary', 'minReplicas=2,x', ...must], 'a number is expected'],
    [104, ['--policy', 'policy.lua', '--vary', 'eech=2,3', ...must], 'Did you mean "each"?'],
    [104, ['--policy', 'policy.lua', '--vary', 'each=few', ...must], 'expected a number'],
    [104, ['--policy', 'policy.ts', '--vary', 'eech=2,3', ...must], 'Did you mean "each"?'],
    [2, ['--policy', 'static:3', '--vary', 'count=2,3', ...must], 'has no parameter'],
    [2, ['--policy', 'hpa.yaml', '--policy', 'keda.yaml', '--vary', 'a=1', ...must], 'got 2 policies'],
    [2, ['--policy', 'hpa.yaml', '--vary', 'minReplicas=2'], 'nothing must hold'],
    [2, ['--policy', 'hpa.yaml', '--vary', 'minReplicas=2', '--must', 'p95<300'], 'is no METRIC EXPRESSION'],
    [
      2,
      ['--policy', 'hpa.yaml', '--vary', 'minReplicas=2', '--must', 'http_req_durations p(95)<300'],
      'did you mean "http_req_duration"?',
    ],
    [2, ['--policy', 'hpa.yaml', '--vary', 'minReplicas=2', ...must, '--goal', 'cost'], 'is not a measure'],
    [2, ['--policy', 'hpa.yaml', '--vary', 'minReplicas=2', ...must, '--budget', '5'], 'is too few'],
    [106, ['--policy', 'hpa.yaml', '--vary', 'minReplicas=2', ...must, '--write-best', 'toy.yaml'], 'is there already'],
  ])('ends with %i before any run: %j', async (expected, args, text) => {
    const { code, stdout, stderr } = await tune(...args);
    expect(stdout + stderr).toContain(text);
    expect(code).toBe(expected);
    expect(stdout).toBe('');
    expect(stderr).not.toContain('    at ');
  });

  it('takes further values beside their option, and says which combinations a manifest refuses', {
    tags: ['ci'],
  }, async () => {
    const { code, stdout, stderr } = await tune(
      '--policy',
      'hpa.yaml',
      '--vary',
      'minReplicas=3,8',
      'maxReplicas=4,10',
      ...must,
      '--budget',
      '100',
    );
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('3 settings of 4 combinations');
    expect(stderr).toContain('below minReplicas');
    expect(existsSync(join(folder.path, 'reports/latest/tune.html'))).toBe(true);
  });
});
