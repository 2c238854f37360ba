import { describe, expect, it } from 'vitest';
import { checkThresholds, evaluateThresholds } from '../../src/results/thresholds.js';
import { sampleGroup, sampleRun } from '../support/sampleRuns.js';

/** 1 ms, 2 ms, ... n ms. */
const rising = (count: number) => Array.from({ length: count }, (_, index) => (index + 1) / 1000);
const judging = { spanSeconds: 100, allowEmpty: false };
const names = { source: ['users', 'spike'], service: ['web', 'api'], class: ['page'] };

function judge(metric: string, expression: string, runs: Parameters<typeof evaluateThresholds>[1], allowEmpty = false) {
  return evaluateThresholds({ [metric]: [expression] }, runs, { ...judging, allowEmpty })[0];
}

describe('thresholds', () => {
  const groups = [
    sampleGroup({ latencies: rising(100), waits: rising(10), counts: { attempts: 150 } }),
    sampleGroup({
      source: 'spike',
      service: 'api',
      latencies: rising(300),
      counts: { offered: 400, rejected: 100, droppedIterations: 7 },
    }),
  ];
  const run = sampleRun({
    replication: 0,
    groups,
    measures: { cost_usd: 12, scaling_reversals: 3, slo_attainment: 0.98 },
  });

  it.each([
    ['http_req_duration', 'avg<1', 125.5], // (5050 + 45150) / 400
    ['http_req_duration', 'min>0', 1],
    ['http_req_duration', 'max<=300', 300],
    ['http_req_duration{source:users}', 'med<51', 50],
    ['http_req_duration{source:users,service:web}', 'p(95)<96', 95],
    ['http_req_duration{source:users}', 'p(99.5) < 1e3', 100], // blanks and exponents are k6's too
    ['queue_wait_ms', 'max<11', 10],
    ['http_reqs', 'count>1', 450], // tries, not requests
    ['http_reqs', 'rate>1', 4.5], // per second of the measured span
    ['iterations', 'count==400', 400],
    ['dropped_iterations', 'count<8', 7],
    ['http_req_failed', 'rate<0.5', 0.2],
    ['http_req_failed{service:api}', 'rate<0.5', 0.25],
    ['cost_usd', 'value!=1', 12],
    ['scaling_reversals', 'count===3', 3],
    ['scaling_reversals', 'value>=3', 3],
    ['slo_attainment', 'rate>0.9', 0.98],
    ['services.web.cost_usd', 'value<13', 12], // one service: its measures are those of all
  ])('%s %s is judged on %d', (metric, expression, value) => {
    const result = judge(metric, expression, [run]);
    expect(result.value).not.toBeNull();
    // Quantiles are known up to a bucket of the histogram: 0.4 %.
    expect(Math.abs((result.value ?? 0) / value - 1)).toBeLessThan(0.004);
    expect(result.ok).toBe(expression !== 'avg<1');
  });

  it.each([
    ['<', [true, false, false]],
    ['<=', [true, true, false]],
    ['>', [false, false, true]],
    ['>=', [false, true, true]],
    ['==', [false, true, false]],
    ['===', [false, true, false]],
    ['!=', [true, false, true]],
  ] as const)('%s holds below, at and above the limit as in k6', (operator, expected) => {
    const verdicts = [1, 2, 3].map((cost) => {
      const one = sampleRun({ replication: 0, measures: { cost_usd: cost } });
      return judge('cost_usd', `value${operator}2`, [one]).ok;
    });
    expect(verdicts).toEqual(expected);
  });

  it('pools the samples of all replications for trends and rates', () => {
    const runs = [
      sampleRun({ replication: 0, groups: [sampleGroup({ latencies: rising(10) })] }),
      sampleRun({
        replication: 1,
        groups: [sampleGroup({ latencies: rising(1000), counts: { offered: 2000, failed: 1000 } })],
      }),
    ];
    expect(judge('http_req_failed', 'rate<1', runs).value).toBeCloseTo(1000 / 2010, 12);
    expect(judge('http_req_duration', 'med<1000', runs).value).toBeGreaterThan(480);
  });

  it('takes the mean over replications for counters and values', () => {
    const runs = [2, 4].map((cost, replication) =>
      sampleRun({ replication, measures: { cost_usd: cost }, groups: [sampleGroup({ latencies: rising(cost) })] }),
    );
    expect(judge('cost_usd', 'value<5', runs).value).toBe(3);
    expect(judge('http_reqs', 'count<5', runs).value).toBe(3);
  });

  it('leaves requests that were too young at the end out of the failed ones', () => {
    const group = sampleGroup({ latencies: rising(90), counts: { offered: 100, unfinished: 10, unfinishedOld: 4 } });
    const result = judge('http_req_failed', 'rate<1', [sampleRun({ replication: 0, groups: [group] })]);
    expect(result.value).toBeCloseTo(4 / 94, 12);
  });

  it('fails without data, unless empty is allowed', () => {
    const empty = [sampleRun({ replication: 0, nulls: { cost_usd: 'no data' }, measures: { cost_usd: null } })];
    for (const [metric, expression] of [
      ['http_req_duration', 'avg<1'],
      ['http_req_failed', 'rate<1'],
      ['cost_usd', 'value<1'],
    ]) {
      expect(judge(metric, expression, empty)).toMatchObject({ value: null, ok: false, reason: 'no data' });
      expect(judge(metric, expression, empty, true).ok).toBe(true);
    }
  });

  it('counts an unanswered request as infinitely late, even when empty is allowed', () => {
    const group = sampleGroup({ latencies: rising(98), counts: { offered: 100, rejected: 2 } });
    const runs = [sampleRun({ replication: 0, groups: [group] })];
    expect(judge('latency_all_ms', 'p(99)<1000', runs, true)).toEqual({
      metric: 'latency_all_ms',
      expression: 'p(99)<1000',
      value: null,
      ok: false,
      reason: 'unanswered',
    });
    expect(judge('latency_all_ms', 'p(98)<1000', runs).ok).toBe(true);
    expect(judge('http_req_duration', 'p(99)<1000', runs).ok).toBe(true);
    expect(judge('latency_all_ms', 'max<1000', runs).reason).toBe('unanswered');
  });

  it('fails when one replication alone is unanswered, however the others dilute it', () => {
    const bad = sampleGroup({ latencies: rising(50), counts: { offered: 100, rejected: 50 } });
    const runs = [bad, ...Array.from({ length: 99 }, () => sampleGroup({ latencies: rising(200) }))].map(
      (group, replication) => sampleRun({ replication, groups: [group] }),
    );
    expect(judge('latency_all_ms', 'p(95)<1000', runs)).toMatchObject({ ok: false, reason: 'unanswered' });
  });

  it('fails a measure that one replication left unanswered', () => {
    const runs = [
      sampleRun({ replication: 0, measures: { latency_all_p99_ms: 5 } }),
      sampleRun({
        replication: 1,
        measures: { latency_all_p99_ms: null },
        nulls: { latency_all_p99_ms: 'unanswered' },
      }),
    ];
    expect(judge('latency_all_p99_ms', 'value<1000', runs, true)).toMatchObject({
      value: null,
      ok: false,
      reason: 'unanswered',
    });
  });
});

describe('the check of thresholds before a run', () => {
  it('accepts every metric with each of its aggregations, and tags', () => {
    const good = {
      'http_req_duration{source:spike,service:api,class:page}': ['p(95)<300', 'avg<1', 'min<1', 'max<1', 'med<1'],
      http_reqs: ['count>1', 'rate>1'],
      http_req_failed: ['rate<0.01'],
      dropped_iterations: ['count<1', 'value<1'],
      cost_usd: ['value<12'],
      scaling_reversals: ['count<=2', 'value<=2'],
      slo_attainment: ['rate>0.99', 'value>0.99'],
      'services.api.cost_usd': ['value<1'],
    };
    expect(checkThresholds(good, names)).toEqual([]);
  });

  it.each([
    ['http_req_durations', 'p(95)<1', 'unknown-metric', 'did you mean "http_req_duration"?'],
    ['services.wbe.cost_usd', 'value<1', 'unknown-metric', 'Did you mean "web"?'],
    ['cost_usd', 'p(95)<1', 'wrong-aggregation', 'use one of: value.'],
    ['http_req_failed', 'avg<1', 'wrong-aggregation', 'use one of: rate.'],
    ['http_req_duration', 'value<1', 'wrong-aggregation', 'use one of: avg, min, max, med, p(N).'],
    ['http_req_duration', 'p(95)', 'bad-threshold', 'p(95)<300'],
    ['http_req_duration', 'p(101)<1', 'bad-threshold', 'p(95)<300'],
    ['http_req_duration', 'p(95)<300ms', 'bad-threshold', 'p(95)<300'],
    ['http_req_duration{sourc:users}', 'avg<1', 'unknown-tag', 'Did you mean "source"?'],
    ['http_req_duration{source:user}', 'avg<1', 'unknown-tag', 'Did you mean "users"?'],
    ['cost_usd{service:web}', 'value<1', 'unknown-tag', 'services.<name>.cost_usd'],
    ['http_req_duration{source}', 'avg<1', 'bad-threshold', 'source:shoppers'],
    ['toString', 'value<1', 'unknown-metric', 'write one of'],
  ])('refuses %s %s as %s and says what to write', (metric, expression, code, hint) => {
    const [issue] = checkThresholds({ [metric]: [expression] }, names);
    expect(issue.code).toBe(code);
    expect(issue.fix).toContain(hint);
  });
});
