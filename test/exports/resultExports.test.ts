import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PolicyResult, ScenarioResult } from '../../src/results/results.js';
import { callCli } from '../support/callCli.js';
import { hasPrometheus, hasPromtool, promtool, startPrometheus } from '../support/promtool.js';
import { temporaryFolder } from '../support/runCli.js';

const scenario = `
name: shop
duration: 10m
warmup: 1m
traffic: { users: { executor: ramping-arrival-rate, startRate: 20, stages: [{ duration: 5m, target: 90 }, { duration: 5m, target: 20 }] } }
requests: { page: { route: web, cpu: { exponential: { mean: 20ms } }, io: 30ms, errorRate: 0.02 } }
services:
  web:
    instance: { vcpus: 2, concurrency: 16, queue: 8, startup: 10s, price: 0.1 }
    scaling: { min: 1, max: 5, initial: 2 }
slo: { latency: 1s, objective: 0.9 }
start: 2026-03-01T08:00:00Z
thresholds: { http_req_failed: ['rate<0.01'], http_req_duration: ['p(95)<900000'] }
`;
const { path, remove } = temporaryFolder({ 'shop.yaml': scenario });
afterAll(remove);
const run = (...args: string[]) => callCli(args, { cwd: path });

interface Answer {
  readonly status: string;
  readonly data: {
    readonly resultType: string;
    readonly result: readonly {
      readonly metric: Record<string, string>;
      readonly values: readonly [number, string][];
    }[];
  };
}
let shown: ScenarioResult;
let policy: PolicyResult;
beforeAll(async () => {
  await run('run', 'shop.yaml', '--policy', 'static:3', '--replication', '0', '--report', 'json', '--out', 'one');
  await run(
    'compare',
    'shop.yaml',
    '--policy',
    'static:2',
    '--policy',
    'static:3',
    '--runs',
    '2',
    '--report',
    'json',
    '--out',
    'two',
  );
  [shown] = JSON.parse(readFileSync(join(path, 'one/report.json'), 'utf8')).scenarios;
  // safe: the run has one policy, which does not fail.
  policy = shown.policies[0] as PolicyResult;
});

describe('export prometheus', () => {
  const bundleOf = async (...args: string[]): Promise<Record<string, Answer>> => {
    const { code, stdout, stderr } = await run('export', 'prometheus', 'one/report.json', ...args);
    expect(code, stderr).toBe(0);
    return JSON.parse(stdout);
  };
  const values = (bundle: Record<string, Answer>, name: string) =>
    bundle[name].data.result[0].values.map(([, value]) => Number(value));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

  it('says what the curves say, a point each 15 s, on the clock of the run', async () => {
    const bundle = await bundleOf();
    const [timeline] = policy.timeline;
    for (const { status, data } of Object.values(bundle)) {
      expect([status, data.resultType, data.result.length]).toEqual(['success', 'matrix', 1]);
      expect(data.result[0].values[0][0]).toBe(Date.UTC(2026, 2, 1, 8) / 1000 + 15);
      expect(data.result[0].values[1][0] - data.result[0].values[0][0]).toBe(15);
    }
    const pointCount = values(bundle, 'request-rate').length;
    // The last one is that of the end of the run, of which the curves have all but the last second.
    expect(pointCount).toBe(600 / 15);
    expect(timeline.rate.length).toBe(599);
    const whole = (name: string) => sum(values(bundle, name).map((value, index) => value * (index === 39 ? 14 : 15)));
    expect(whole('request-rate')).toBeCloseTo(sum(timeline.rate), 0);
    // Of 3 instances with 2 vCPUs each, all the time.
    expect(whole('cpu')).toBeCloseTo(sum(timeline.cpu.map((ratio) => (ratio ?? 0) * 6)), 1);
    expect(values(bundle, 'needed-replicas').at(-1)).toBe(timeline.needed.at(-1));
    expect(new Set(values(bundle, 'ready-replicas'))).toEqual(new Set([3]));
    const failed = sum(timeline.outcomes?.failed ?? []);
    expect(sum(values(bundle, 'error-share')) / pointCount).toBeCloseTo(
      failed / sum(timeline.outcomes?.ended ?? []),
      2,
    );
    expect(Math.max(...values(bundle, 'latency-p95'))).toBeLessThanOrEqual(
      Math.max(...timeline.p95_ms.map(Number)) / 1e3,
    );
    expect(bundle['latency-p90'].data.result[0].metric.__name__).toContain('nginx_ingress_controller_request_duration');
  });

  it('takes another interval and another date, and says what a result does not hold', { tags: ['ci'] }, async () => {
    const bundle = await bundleOf('--interval', '1m', '--start', '2026-05-01');
    expect(bundle.cpu.data.result[0].values[0][0]).toBe(Date.UTC(2026, 4, 1) / 1000 + 60);
    const { stderr } = await run('export', 'prometheus', 'one/report.json');
    expect(stderr).toContain('does not hold them: latency-p50, latency-p99, memory, throttling, requests in flight');
  });
});

describe('export prometheus --format openmetrics', () => {
  let text = '';
  /** The samples of the JSON form: series, value, seconds. */
  let samples: string[] = [];
  beforeAll(async () => {
    const [metrics, json] = await Promise.all([
      run('export', 'prometheus', 'one/report.json', '--format', 'openmetrics'),
      run('export', 'prometheus', 'one/report.json'),
    ]);
    text = metrics.stdout;
    const bundle: Record<string, Answer> = JSON.parse(json.stdout);
    samples = Object.values(bundle).flatMap(({ data: { result } }) =>
      result.flatMap(({ metric: { __name__: name, ...labels }, values }) => {
        const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
        return values.map(([seconds, value]) => `${name}{${pairs.join(',')}} ${value} ${seconds}`);
      }),
    );
  });

  it('has the samples of the JSON form', () => {
    const lines = text.trimEnd().split('\n');
    expect(lines.at(-1)).toBe('# EOF');
    expect(samples.length).toBeGreaterThan(200);
    expect(lines.filter((line) => !line.startsWith('#'))).toEqual(samples);
  });

  it.skipIf(!hasPromtool)(
    'has names as Prometheus wants them, those of rules with their colons (skipped: no promtool)',
    () => {
      const { said } = promtool(['check', 'metrics'], text);
      expect(
        said.split('\n').filter((line) => !/^$|^\w+:\w+:\w+ metric names should not contain ':'$/.test(line)),
      ).toEqual([]);
    },
  );

  it.skipIf(!hasPromtool)('is what a Prometheus then holds (skipped: no promtool)', () => {
    const storage = temporaryFolder({});
    try {
      backfill(storage.path, text);
      const { said } = promtool(['tsdb', 'dump', storage.path]);
      const held = [...said.matchAll(/^\{__name__="([^"]+)", (.*)\} (\S+) (\d+)$/gm)].map(
        ([, name, labels, value, milliseconds]) =>
          `${name}{${sorted(labels.split(', '))}} ${Number(value)} ${Number(milliseconds) / 1000}`,
      );
      const given = samples.map((line) =>
        line.replace(/\{(.*)\} (\S+)/, (_, labels: string, value) => `{${sorted(labels.split(','))}} ${Number(value)}`),
      );
      expect(held.sort()).toEqual(given.sort());
    } finally {
      storage.remove();
    }
  });

  it.skipIf(!hasPrometheus)('answers queries in a Prometheus, up to the end of the run', { tags: ['ci'] }, async () => {
    const storage = temporaryFolder({});
    backfill(storage.path, text);
    const prometheus = await startPrometheus(storage.path);
    try {
      const { address } = prometheus;
      const end = Date.UTC(2026, 2, 1, 8, 10) / 1000;
      const answer = (query: string) =>
        promtool(['query', 'instant', `--time=${end}`, address, query])
          .said.replace(/^.*=> /, '')
          .trim();
      expect(answer('kube_deployment_status_replicas_ready')).toBe(`3 @[${end}]`);
      expect(answer('count_over_time(kube_deployment_spec_replicas[10m])')).toBe(`40 @[${end}]`);
    } finally {
      await prometheus.stop();
      storage.remove();
    }
  });
});

/** A Prometheus' storage with these samples. */
function backfill(folder: string, text: string): void {
  writeFileSync(join(folder, 'run.om'), text);
  const made = promtool(['tsdb', 'create-blocks-from', 'openmetrics', join(folder, 'run.om'), folder]);
  expect(made.status, made.said).toBe(0);
  // A storage has a log of what is not in blocks yet.
  mkdirSync(join(folder, 'wal'));
}

const sorted = (labels: readonly string[]): string => [...labels].sort().join(',');

describe('export k6-results', () => {
  it('has the totals and latencies of the run in both forms of k6', async () => {
    const read = async (...args: string[]) =>
      JSON.parse((await run('export', 'k6-results', 'one/report.json', ...args)).stdout);
    const [flat, nested] = [await read(), await read('--format', 'handle-summary')];
    const { measures } = policy.replications[0];
    const sent = Number(measures.requests_offered) - Number(measures.requests_unfinished);
    expect(flat.metrics.http_reqs).toEqual({ count: sent, rate: sent / 540 });
    expect(nested.state.testRunDurationMs).toBe(540_000);
    const trend = flat.metrics.http_req_duration;
    expect([trend.avg, trend['p(95)']]).toEqual([measures.latency_mean_ms, measures.latency_p95_ms]);
    const { thresholds, ...latencies } = trend;
    expect(nested.metrics.http_req_duration).toEqual({
      type: 'trend',
      contains: 'time',
      values: latencies,
      thresholds: { 'p(95)<900000': { ok: true } },
    });
    // The flag of the flat form says that it was crossed.
    expect(thresholds).toEqual({ 'p(95)<900000': false });
    const { fails, passes, value, thresholds: crossed } = flat.metrics.http_req_failed;
    expect([fails, passes]).toEqual([measures.requests_completed, sent - Number(measures.requests_completed)]);
    expect([value, crossed]).toEqual([passes / sent, { 'rate<0.01': true }]);
  });
});

describe('an export of a result', () => {
  const mistakes: [args: string, code: number, says: RegExp][] = [
    ['prometheus two/report.json', 2, /has 2 policies.*--policy static:2/s],
    ['k6-results two/report.json --policy static:4', 2, /did you mean "static:[23]"/],
    ['prometheus shop.yaml', 104, /is not JSON/],
    ['prometheus one/report.json --interval 700ms', 2, /a point each 1s/],
    ['prometheus one/report.json --start soon', 2, /--start is "soon"/],
    ['k6-results one/report.json --format csv', 2, /summary-export, handle-summary/],
    ['prometheus one/report.json --format remote-read', 2, /json, openmetrics/],
    ['k6-results one/report.json --interval 5s', 2, /has no meaning for export k6-results/],
    ['k6 shop.yaml --start 2026-01-01', 2, /has no meaning for export k6/],
  ];
  it.each(mistakes)('says what is wrong: %s', { tags: ['ci'] }, async (args, code, says) => {
    const result = await run('export', ...args.split(' '));
    expect(result.code, result.stderr).toBe(code);
    expect(result.stderr).toMatch(says);
    expect(result.stderr).not.toMatch(/^\s*at /m);
  });

  it('is of the policy that is named', { tags: ['ci'] }, async () => {
    const { stdout } = await run('export', 'prometheus', 'two/report.json', '--policy', 'static:2');
    expect(
      new Set(JSON.parse(stdout)['ready-replicas'].data.result[0].values.map(([, value]: string[]) => value)),
    ).toEqual(new Set(['2']));
  });
});
