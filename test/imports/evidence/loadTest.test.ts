import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/imports/evidence/evidence.js';
import type { LoadTestEvidence } from '../../../src/imports/evidence/loadTest/loadTestEvidence.js';
import { readEvidence } from '../../../src/imports/evidence/readEvidence.js';
import { root } from '../../support/runCli.js';
import { evidenceOf } from './evidenceOf.js';

const begin = Date.UTC(2026, 0, 1) / 1000;

/** A value of a test, by the second in which the request began. */
interface Value {
  readonly at: number;
  readonly latencyMs: number;
  readonly isFailed?: boolean;
}

const json = (metric: string, seconds: number, value: number, tags: object = {}) =>
  JSON.stringify({ metric, type: 'Point', data: { time: new Date(seconds * 1000).toISOString(), value, tags } });

/** What k6 writes of requests, and of iterations dropped at these seconds. */
function ndjson(values: readonly Value[], dropped: readonly number[] = []): string {
  const head =
    '{"type":"Metric","data":{"name":"http_req_duration","type":"trend","contains":"time"},"metric":"http_req_duration"}';
  const rows = values.map(({ at, latencyMs, isFailed = false }) =>
    json('http_req_duration', begin + at + latencyMs / 1000, latencyMs, {
      scenario: at % 2 < 1 ? 'browse' : 'buy',
      method: 'GET',
      name: 'http://shop/item?id=7',
      status: isFailed ? '503' : '200',
      expected_response: String(!isFailed),
    }),
  );
  return [head, ...rows, ...dropped.map((at) => json('dropped_iterations', begin + at, 1))].join('\n');
}

/** Load that rises from 10 to `top` a second over 150 s; `made` says what becomes of a request at a rate. */
function ramp(top: number, made: (rate: number, index: number) => Omit<Value, 'at'>): Value[] {
  return Array.from({ length: 150 }, (_, second) => {
    const rate = Math.round(10 + ((top - 10) * second) / 150);
    return Array.from({ length: rate }, (_, index) => ({ at: second + index / rate, ...made(rate, index) }));
  }).flat();
}

const calm = (index: number) => 40 + (index % 7);
const slowFrom = (limit: number) => (rate: number, index: number) => ({
  latencyMs: rate <= limit ? calm(index) : calm(index) * (1 + (rate - limit) / 2),
});

async function testOf(text: string, name = 'results.json'): Promise<LoadTestEvidence> {
  const { evidence, problems } = await evidenceOf({ [name]: text });
  expect(problems).toEqual([]);
  const [found]: readonly (Evidence | undefined)[] = evidence;
  if (found?.kind !== 'load-test') throw new TypeError(`read as ${found?.kind}`);
  return found;
}

describe('the knee of a load test', () => {
  it('lies where latency leaves the flat', async () => {
    const { knee } = await testOf(ndjson(ramp(120, slowFrom(80))));
    expect(knee).toMatchObject({ status: 'reached', isContradicted: false });
    if (knee.status !== 'reached') return;
    expect(knee.lowPerSecond).toBeGreaterThan(72);
    expect(knee.lowPerSecond).toBeLessThanOrEqual(knee.highPerSecond);
    expect(knee.highPerSecond).toBeLessThan(90);
    expect(knee.why).toMatch(/^p50 42\.6 ms -> \d+ ms$/);
  });

  it('lies where requests fail, and where k6 drops iterations', async () => {
    const failing = ramp(120, (rate, index) => ({ latencyMs: calm(index), isFailed: rate > 80 && index % 5 === 0 }));
    expect((await testOf(ndjson(failing))).knee).toMatchObject({
      status: 'reached',
      why: expect.stringMatching(/^failed 0 % -> [\d.]+ %$/),
    });
    const dropped = Array.from({ length: 50 }, (_, index) => 100 + index);
    const test = await testOf(
      ndjson(
        ramp(120, (_rate, index) => ({ latencyMs: calm(index) })),
        dropped,
      ),
    );
    expect(test).toMatchObject({ droppedIterationCount: 50, knee: { status: 'reached', why: /dropped/ } });
  });

  it('is not told where it was not reached', async () => {
    const { knee } = await testOf(ndjson(ramp(120, (_rate, index) => ({ latencyMs: calm(index) }))));
    expect(knee.status).toBe('not-reached');
    if (knee.status === 'not-reached') expect(knee.highestPerSecond).toBeCloseTo(119, -1);
  });

  const unknown: [name: string, values: Value[], why: RegExp][] = [
    ['the load never varied', ramp(10, (_rate, index) => ({ latencyMs: calm(index) })), /hardly varied/],
    ['there are too few requests', ramp(120, slowFrom(80)).slice(0, 100), /only \d+ intervals/],
    [
      'all went wrong from the first request on',
      ramp(120, (_rate, index) => ({ latencyMs: 50, isFailed: index % 3 === 0 })),
      /failed at the lowest load/,
    ],
  ];
  it.each(unknown)('is not known where %s', async (_name, values, why) => {
    const { knee } = await testOf(ndjson(values));
    expect(knee).toMatchObject({ status: 'unknown', why });
  });

  it('is contradicted where the same rates go well later, as with a fleet that grows', async () => {
    const slow = ramp(120, slowFrom(60));
    const well = ramp(120, (_rate, index) => ({ latencyMs: calm(index) })).map((one) => ({ ...one, at: one.at + 150 }));
    expect((await testOf(ndjson([...slow, ...well]))).knee).toMatchObject({ status: 'reached', isContradicted: true });
  });

  it('does not fall for a slow start', async () => {
    const values = ramp(120, (_rate, index) => ({ latencyMs: calm(index) }));
    const { knee } = await testOf(ndjson(values.map((one) => (one.at < 2 ? { ...one, latencyMs: 900 } : one))));
    expect(knee.status).toBe('not-reached');
  });
});

describe('results of k6', () => {
  it('are arrivals, latencies, failures and parts by scenario and name', async () => {
    const values = ramp(20, (_rate, index) => ({ latencyMs: 1000, isFailed: index === 0 }));
    const test = await testOf(ndjson(values));
    expect(test).toMatchObject({
      form: 'ndjson',
      requestCount: values.length,
      latency: { count: values.length, p50Seconds: 1 },
    });
    expect(test.failedShare).toBeCloseTo(150 / values.length, 12);
    expect(test.recording.startUnixSeconds).toBe(begin);
    const rates = test.recording.series.find(({ role }) => role === 'request-rate');
    const requests = (rates?.points ?? []).reduce((sum, [, rate]) => sum + rate * (rates?.windowSeconds ?? 0), 0);
    expect(requests).toBeCloseTo(values.length, 6);
    expect(test.scenarios.map(({ name }) => name).sort()).toEqual(['browse', 'buy']);
    expect(test.classes).toMatchObject([{ name: 'GET /item', share: 1 }]);
  });

  it('say the same as CSV, whatever format its times have', async () => {
    const values = ramp(20, (_rate, index) => ({ latencyMs: 1000 + index }));
    const times: ((seconds: number) => string)[] = [
      (seconds) => String(seconds * 1e3),
      (seconds) => String(Math.round(seconds * 1e6)),
      (seconds) => new Date(seconds * 1000).toISOString(),
    ];
    const expected = await testOf(ndjson(values));
    for (const time of times) {
      const rows = values.map(
        ({ at, latencyMs }) =>
          `http_req_duration,${time(begin + at + latencyMs / 1000)},${latencyMs}.000000,true,GET,"http://shop/item?a=1,2",${at % 2 < 1 ? 'browse' : 'buy'},200,,`,
      );
      const csv = [
        'metric_name,timestamp,metric_value,expected_response,method,name,scenario,status,extra_tags,metadata',
        ...rows,
      ].join('\n');
      const test = await testOf(csv, 'results.csv');
      expect(test.form).toBe('csv');
      expect(test.latency).toEqual(expected.latency);
      expect(test.scenarios).toEqual(expected.scenarios);
      expect(test.recording.series.map(({ points }) => points)).toEqual(
        expected.recording.series.map(({ points }) => points),
      );
    }
  });

  it('count every request once, in whatever order they are written', async () => {
    const value = fc.record({
      at: fc.double({ min: 0, max: 5000, noNaN: true }),
      latencyMs: fc.double({ min: 0, max: 60_000, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 80 }), async (values) => {
        const test = await testOf(ndjson(values));
        expect([test.requestCount, test.latency.count]).toEqual([values.length, values.length]);
        expect(test.scenarios.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9);
      }),
      { seed: 9, numRuns: 40 },
    );
  });

  it('have no rate of an interval that the test covers in part', async () => {
    // 100 requests a second from second 7 to second 607, counted by 15 s.
    const values = Array.from({ length: 60_000 }, (_, index) => ({ at: 7 + index / 100, latencyMs: 10 }));
    const test = await testOf(ndjson(values));
    const rates = test.recording.series.find(({ role }) => role === 'request-rate')?.points ?? [];
    expect(test.requestCount).toBe(60_000);
    expect(rates.length).toBeGreaterThan(30);
    for (const [, rate] of rates) expect(Math.abs(rate - 100)).toBeLessThan(1);
  });

  it('leave out setup and teardown', async () => {
    const outside = json('http_req_duration', begin, 5, { group: '::setup', status: '200' });
    expect((await testOf(`${ndjson([{ at: 1, latencyMs: 40 }])}\n${outside}`)).requestCount).toBe(1);
  });

  const summary = (values: object, thresholds: object = {}) => ({
    http_reqs: { count: 50, rate: 5 },
    http_req_duration: { avg: 40, med: 30, 'p(95)': 90, thresholds },
    ...values,
  });
  const framed = (metrics: Record<string, Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(metrics).map(([name, { thresholds, ...values }]) => [
        name,
        { type: 'trend', contains: 'time', values, thresholds },
      ]),
    );
  it('are read from sums, too, in which a threshold that failed has two spellings', async () => {
    const flat = {
      metrics: summary(
        {
          http_req_failed: { value: 0.02 },
          'http_reqs{scenario:buy}': { count: 10 },
          'http_req_duration{scenario:buy}': { avg: 80 },
        },
        { 'p(95)<80': true, 'avg<50': false },
      ),
    };
    const handled = {
      root_group: {},
      state: { testRunDurationMs: 20_000 },
      metrics: framed(
        summary({ http_req_failed: { rate: 0.02 } }, { 'p(95)<80': { ok: false }, 'avg<50': { ok: true } }),
      ),
    };
    for (const [document, durationSeconds] of [
      [flat, 10],
      [handled, 20],
    ] as const) {
      expect(await testOf(JSON.stringify(document))).toMatchObject({
        requestCount: 50,
        durationSeconds,
        failedShare: 0.02,
        latency: { meanSeconds: 0.04, p50Seconds: 0.03, p95Seconds: 0.09, p99Seconds: null },
        failedThresholds: ['http_req_duration p(95)<80'],
        knee: { status: 'unknown' },
      });
    }
    expect((await testOf(JSON.stringify(flat))).scenarios).toMatchObject([
      { name: 'buy', share: 0.2, latency: { meanSeconds: 0.08 } },
    ]);
  });

  const good = ndjson([{ at: 1, latencyMs: 40 }]);
  const broken: [name: string, text: string, problem: object][] = [
    ['a line that is none', `${good}\nhello\n${json('vus', begin, 1)}`, { code: 'bad-sample', where: { line: 3 } }],
    ['no requests', json('vus', begin, 1), { code: 'no-requests' }],
    ['two tests in one file', `${good}\n${json('http_req_duration', begin + 2e6, 40)}`, { code: 'span-too-long' }],
    ['a summary without requests', '{"metrics":{"http_req_duration":{"avg":1}}}', { code: 'no-requests' }],
    ['a summary that is cut off', '{"metrics":{"http_req_duration":{"avg":1', { code: 'bad-json' }],
  ];
  it.each(broken)('are refused with %s', async (_name, text, problem) => {
    const { problems, evidence } = await evidenceOf({ 'results.json': text });
    expect(evidence).toEqual([]);
    expect(problems).toMatchObject([problem]);
  });

  it('may be cut off in the last line, which is said', async () => {
    const { evidence, warnings } = await evidenceOf({ 'results.json': `${good}\n{"metric":"vus","ty` });
    expect(evidence).toMatchObject([{ requestCount: 1 }]);
    expect(warnings).toEqual([
      'warn results.json:3 the last line is cut off: the test may have gone on; assumed that it ended there',
    ]);
  });

  const traces = resolve(root, '..', 'shared', 'traces', 'k6');
  it.skipIf(!existsSync(traces))('are read alike in all forms of one recorded test', async () => {
    const files = [
      'summary-export.json',
      'handle-summary.json',
      'machine-readable-summary.json',
      'realtime.json',
      'realtime.csv',
    ];
    const { evidence, problems } = await readEvidence(
      files.map((file) => join(traces, 'outputs', file)),
      { series: [] },
    );
    expect(problems).toEqual([]);
    expect(evidence).toHaveLength(5);
    for (const one of evidence) {
      if (one.kind !== 'load-test') throw new TypeError(one.kind);
      expect(one).toMatchObject({ requestCount: 152, maxVUs: 50, failedShare: 4 / 152, knee: { status: 'unknown' } });
      expect(one.latency.meanSeconds).toBeCloseTo(0.146369, 6);
      expect(one.latency.p95Seconds ?? 0).toBeCloseTo(0.3, 2);
      expect(one.durationSeconds ?? 0).toBeGreaterThan(28);
    }
  });

  it('begin with the script, whose load may be replayed', async () => {
    const script = `import http from 'k6/http';
      export const options = { scenarios: { spike: { executor: 'constant-arrival-rate', rate: 50, duration: '2m', preAllocatedVUs: 10 } } };
      export default () => http.get('http://localhost/');`;
    const { evidence } = await evidenceOf({ 'load.js': script });
    expect(evidence).toMatchObject([
      {
        kind: 'load-script',
        durationSeconds: 120,
        traffic: { spike: { executor: 'constant-arrival-rate', rate: 50 } },
        classes: { spike: 'default' },
      },
    ]);
  });
});
