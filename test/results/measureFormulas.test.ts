import { describe, expect, it } from 'vitest';
import { measureOf, measures } from '../../src/results/measures/index.js';
import type { RunTotals } from '../../src/results/runTotals.js';
import { emptyTotals, histogramOf } from '../support/sampleTotals.js';

const hours = 0.5;
/** 1 to 2,000 ms. */
const times = histogramOf(Array.from({ length: 2000 }, (_, index) => (index + 1) / 1e3));

/** A run of half an hour in which everything happened, each so often that no two formulas agree by chance. */
const full: RunTotals = {
  ...emptyTotals({ spanSeconds: 1800, durationSeconds: 2400, occurs: { times: 3, per: 'week' } }),
  slo: { latencySeconds: 0.3, objective: 0.9 },
  requests: {
    ...{ offered: 1000, completed: 800, failed: 31, rejected: 37, timedOut: 41, abandoned: 43, aborted: 23 },
    // Ten of those that were inside at the end were too young: 990 are judged.
    ...{ rateLimited: 7, unfinished: 25, unfinishedOld: 15, good: 700, tolerated: 58, shed: 11, cached: 13 },
    ...{ cachedWrong: 2, attempts: 1200, droppedIterations: 17, waitedCount: 500 },
    coldStarts: { count: 5, offered: 40 },
  },
  latency: times,
  completedLatency: times,
  queueWait: times,
  ...{ systemSeconds: 5400, queueSeconds: 900, completions: 831 },
  fleet: {
    ...{ readySeconds: 7200, billedSeconds: 9000, busySeconds: 3600, readyPeak: 6, costUsd: 12, wastedUsd: 0.5 },
    ...{ wastedStarts: 4, workSeconds: 3000, capacitySeconds: 7500 },
    costParts: {
      ...{ usefulUsd: 3.5, idleUsd: 2.5, startupUsd: 1.25, drainUsd: 0.75, wastedUsd: 0.5, minimumChargeUsd: 0.25 },
      nodesUsd: 3.25,
    },
    nodes: {
      ...{ readySeconds: 5400, readyPeak: 5, vcpuSeconds: 16000, requestedVcpuSeconds: 12000 },
      ...{ costUsd: 3.25, isPriced: true },
    },
  },
  scaling: { scaleUps: 9, scaleDowns: 6, reversals: 3, clamped: 8, throttled: 2, refused: 5, failed: 1 },
  demand: {
    elasticity: {
      ...{ underRatioSeconds: 90, overRatioSeconds: 450, underSeconds: 180, overSeconds: 720, gridSteps: 30 },
      ...{ unlikeGridSteps: 12, neededChanges: 10, readyChanges: 17 },
    },
    response: { settlingSeconds: 240, overshootRatio: 0.35 },
    oracleUsd: 9.6,
    lag: {
      ...{ riseCount: 7, answeredCount: 5, metricSeconds: 11, decisionSeconds: 13, limitSeconds: 17 },
      ...{ apiSeconds: 2, nodeSeconds: 19, startupSeconds: 23, slowStartSeconds: 29 },
    },
  },
  calls: {
    ...{ offered: 3000, attempts: 3300, outerRequests: 1000 },
    own: {
      ...{ outerAttempts: 1100, pathSeconds: 150, allPathSeconds: 600, pathCount: 800, slotSeconds: 5000 },
      ...{ callingSeconds: 1500, slotCapacitySeconds: 8000, saturatedWindows: 27, windows: 180 },
    },
  },
  tokens: {
    ...{ answers: 400, promptTokens: 90_000, outputTokens: 36_000, normalisedSeconds: 10 },
    servers: { preemptions: 6, kvPeakRatio: 0.85, outputTokens: 30_000, gpuSeconds: 6000 },
    firstToken: times,
    gap: times,
    quality: { judged: 400, right: 300, rightAndGood: 270 },
  },
  sessions: {
    chats: { begun: 21, finished: 18, failed: 2, time: times },
    tasks: { begun: 16, finished: 12, failed: 3, time: times },
    ...{ turns: 95, carriedTokens: 7000 },
  },
  features: { promptTokens: 90_000, foundTokens: 27_000, restarts: 4, hedgesWon: 3 },
};

const valueIn = (name: string, totals: RunTotals) => measureOf(name)?.compute(totals);

describe('a measure follows its formula', () => {
  it.each<[name: string, value: number]>([
    ['slo_attainment', 700 / 990],
    ['error_budget_used_ratio', 290 / 99],
    ['apdex', 729 / 990],
    ['unanswered_ratio', 190 / 990],
    ['queue_wait_probability', 0.25],
    ['cold_start_probability', 0.125],
    ['latency_mean_ms', 1000.5],
    ['queue_wait_mean_ms', 1000.5],
    ['ttft_mean_ms', 1000.5],
    ['itl_mean_ms', 1000.5],
    ['task_time_mean_s', 1.0005],
    ['cost_usd', 12],
    // 730 h are 730/168 weeks.
    ['cost_usd_per_month', (12 * 3 * 730) / 168],
    ['cost_usd_per_hour', 12 / hours],
    ['cost_per_million_good_usd', (12 / 700) * 1e6],
    ['waste_usd', 0.5],
    ['cost_useful_usd', 3.5],
    ['cost_idle_usd', 2.5],
    ['cost_startup_usd', 1.25],
    ['cost_drain_usd', 0.75],
    ['cost_wasted_usd', 0.5],
    ['cost_minimum_charge_usd', 0.25],
    ['cost_nodes_usd', 3.25],
    ['oracle_cost_usd', 9.6],
    ['regret_ratio', 0.25],
    ['scale_events_per_hour', 15 / hours],
    ['settling_time_s', 240],
    ['overshoot_percent', 35],
    ['lag_total_s', 11 + 13 + 17 + 2 + 19 + 23 + 29],
    ['lag_node_s', 19],
    ['lag_unanswered_count', 2],
    ['lag_rises_count', 7],
    ['under_provisioned_percent', 5],
    ['over_provisioned_percent', 25],
    ['under_provisioned_time_percent', 10],
    ['over_provisioned_time_percent', 40],
    ['instability_percent', 40],
    ['jitter_per_hour', 7 / hours],
    ['instances_mean', 4],
    ['instances_busy_mean', 2],
    ['instances_billed_mean', 5],
    ['instances_peak', 6],
    ['instance_hours', 2.5],
    ['nodes_mean', 3],
    ['nodes_peak', 5],
    ['nodes_requested_ratio', 0.75],
    ['in_system_mean', 3],
    ['in_queue_mean', 0.5],
    ['throughput_per_second', 831 / 1800],
    ['utilization_mean', 0.4],
    ['calls', 3000],
    ['call_tries', 3300],
    ['calls_per_request', 3],
    ['tries_per_request', 4.4],
    ['latency_share', 0.25],
    ['latency_part_ms', 187.5],
    ['slots_busy_ratio', 0.625],
    ['slots_calling_ratio', 0.3],
    ['saturated_ratio', 0.15],
    ['normalised_latency_ms_per_token', 25],
    ['goodput_per_second', 700 / 1800],
    ['prompt_tokens', 90_000],
    ['output_tokens', 36_000],
    ['tokens_per_second', 20],
    ['tokens_per_gpu_second', 5],
    ['preemptions', 6],
    ['kv_peak_ratio', 0.85],
    ['cost_per_million_output_tokens_usd', (12 / 36_000) * 1e6],
    ['quality', 0.75],
    ['quality_weighted_goodput_per_second', 0.15],
    ['cost_per_right_answer_usd', 0.04],
    ['sessions', 21],
    ['sessions_failed', 2],
    ['tasks', 16],
    ['tasks_done', 12],
    ['tasks_failed', 3],
    ['cost_per_task_usd', 1],
    ['turns', 95],
    ['carried_tokens', 7000],
    ['prefix_hit_ratio', 0.3],
    ['restarts', 4],
    ['hedges_won', 3],
  ])('%s', (name, value) => expect(valueIn(name, full)).toBeCloseTo(value, 9));

  it.each([
    ['latency_p50_ms', 1000],
    ['latency_p90_ms', 1800],
    ['latency_p95_ms', 1900],
    ['latency_p99_ms', 1980],
    ['latency_max_ms', 2000],
    ['queue_wait_p90_ms', 1800],
    ['ttft_p95_ms', 1900],
    ['itl_p99_ms', 1980],
    ['task_time_p50_s', 1],
    // Of the 990 that are judged; that rank of the 2,000 that have a latency.
    ['latency_all_p50_ms', 495],
    ['latency_all_p95_ms', 941],
  ])('%s, as near as a histogram is', (name, value) => {
    expect(Math.abs(Number(valueIn(name, full)) / value - 1)).toBeLessThan(0.0045);
  });

  it('p99.9 is left out: of 2,000 only two lie above it', () => {
    expect(valueIn('latency_p999_ms', full)).toEqual({ missing: 'too few samples: 2000' });
    expect(valueIn('latency_all_p99_ms', full)).toEqual({ missing: 'too few samples: 990' });
  });

  it('a quantile is shown from ten samples above it on, and is the nearest rank of all', () => {
    const of = (count: number, parts: Partial<RunTotals['requests']> = {}) => {
      const some = histogramOf(Array.from({ length: count }, (_, index) => (index + 1) / 1e3));
      const requests = {
        ...full.requests,
        offered: count,
        unfinished: 0,
        unfinishedOld: 0,
        completed: count,
        ...parts,
      };
      return { ...full, latency: some, completedLatency: some, queueWait: some, requests };
    };
    // 1000 x (1 - 0.99) is a little less than ten in doubles.
    expect(valueIn('latency_p99_ms', of(1000))).toBeTypeOf('number');
    expect(valueIn('latency_all_p99_ms', of(1000))).toBeTypeOf('number');
    expect(valueIn('latency_p99_ms', of(999))).toEqual({ missing: 'too few samples: 999' });
    expect(valueIn('latency_all_p99_ms', of(999))).toEqual({ missing: 'too few samples: 999' });
    // Of 200 offered the 190th is an answer where 190 are, and none where 189 are.
    expect(valueIn('latency_all_p95_ms', of(190, { offered: 200, completed: 190 }))).toBeTypeOf('number');
    expect(valueIn('latency_all_p95_ms', of(189, { offered: 200, completed: 189 }))).toEqual({ missing: 'unanswered' });
    expect(valueIn('latency_all_p95_ms', of(209, { offered: 220, completed: 209 }))).toBeTypeOf('number');
    expect(valueIn('latency_p50_ms', of(0))).toEqual({ missing: 'no samples' });
    expect(valueIn('latency_all_p50_ms', of(0))).toEqual({ missing: 'no requests' });
    for (const name of ['latency_mean_ms', 'latency_max_ms', 'queue_wait_mean_ms', 'queue_wait_probability'])
      expect(valueIn(name, of(0))).toEqual({ missing: 'no samples' });
  });

  it('a cost a month needs to know how often, or a whole day', () => {
    const day = { ...full, occurs: undefined, durationSeconds: 86_400, spanSeconds: 43_200 };
    expect(valueIn('cost_usd_per_month', day)).toBeCloseTo((12 / 12) * 730, 9);
    expect(valueIn('cost_usd_per_month', { ...day, durationSeconds: 86_399 })).toHaveProperty('missing');
    for (const [per, perMonth] of [['day', 730 / 24] as const, ['month', 1] as const, ['year', 1 / 12] as const])
      expect(valueIn('cost_usd_per_month', { ...full, occurs: { times: 2, per } })).toBeCloseTo(24 * perMonth, 9);
  });
});

describe('a measure of what was not there', () => {
  const reasonOf = (name: string, totals: RunTotals) => {
    const value = valueIn(name, totals);
    return typeof value === 'object' ? value.missing : value;
  };
  const without = (parts: Partial<RunTotals>): RunTotals => ({ ...full, ...parts });
  const demand = full.demand as NonNullable<RunTotals['demand']>;
  const lag = { ...demand.lag, riseCount: 0, answeredCount: 0 };

  it.each<[name: string, reason: string | undefined, totals: RunTotals]>([
    ['slo_attainment', 'no slo', without({ slo: undefined })],
    ['error_budget_used_ratio', 'no slo', without({ slo: undefined })],
    ['time_above_slo_s', 'no slo', without({ slo: undefined })],
    ['recovery_s', 'no fault', full],
    ['goodput_per_second', 'no slo', without({ slo: undefined })],
    [
      'regret_ratio',
      'nodes are billed, and hindsight is worked out for instances',
      without({ demand: { ...demand, oracleUsd: undefined } }),
    ],
    [
      'oracle_cost_usd',
      'nodes are billed, and hindsight is worked out for instances',
      without({ demand: { ...demand, oracleUsd: undefined } }),
    ],
    [
      'regret_ratio',
      'providers bill tokens, and hindsight is worked out for instances',
      without({ features: { providerCost: 1 } }),
    ],
    ['regret_ratio', 'hindsight would pay nothing', without({ demand: { ...demand, oracleUsd: 0 } })],
    [
      'settling_time_s',
      'needed never changed',
      without({ demand: { ...demand, response: { settlingSeconds: undefined, overshootRatio: undefined } } }),
    ],
    [
      'settling_time_s',
      'had not settled at the end',
      without({ demand: { ...demand, response: { settlingSeconds: Infinity, overshootRatio: 0 } } }),
    ],
    [
      'overshoot_percent',
      'needed never rose',
      without({ demand: { ...demand, response: { settlingSeconds: 1, overshootRatio: undefined } } }),
    ],
    ['lag_total_s', 'needed never rose', without({ demand: { ...demand, lag } })],
    ['lag_node_s', 'needed never rose', without({ demand: { ...demand, lag } })],
    ['lag_node_s', undefined, without({ demand, fleet: { ...full.fleet, nodes: undefined } })],
    [
      'instability_percent',
      'the span is shorter than 60 s',
      without({ demand: { ...demand, elasticity: { ...demand.elasticity, gridSteps: 0 } } }),
    ],
    ['utilization_mean', 'unlimited slots and no cpu', without({ fleet: { ...full.fleet, workSeconds: undefined } })],
    [
      'utilization_mean',
      'unlimited slots and no cpu',
      without({ fleet: { ...full.fleet, capacitySeconds: undefined } }),
    ],
    ['nodes_mean', undefined, without({ fleet: { ...full.fleet, nodes: undefined } })],
    ['calls', undefined, without({ calls: undefined })],
    ['tries_per_request', undefined, without({ calls: { offered: 1, attempts: 1, outerRequests: 1, own: undefined } })],
    [
      'preemptions',
      'no service has model servers',
      without({ tokens: full.tokens && { ...full.tokens, servers: undefined } }),
    ],
    ['quality', undefined, without({ tokens: full.tokens && { ...full.tokens, quality: undefined } })],
    ['tasks', undefined, without({ sessions: full.sessions && { ...full.sessions, tasks: undefined } })],
    ['sessions', undefined, without({ sessions: full.sessions && { ...full.sessions, chats: undefined } })],
    ['prefix_hit_ratio', undefined, without({ features: {} })],
    [
      'cold_start_probability',
      'no service scales per request',
      without({ requests: { ...full.requests, coldStarts: undefined } }),
    ],
  ])('%s: %s', (name, reason, totals) => expect(reasonOf(name, totals)).toBe(reason));

  it('without a curve of demand is one that is not known in advance', () => {
    const known = measures.filter(({ name }) => typeof valueIn(name, full) === 'number');
    const unknown = known.filter(({ name }) => typeof valueIn(name, without({ demand: undefined })) === 'object');
    expect(unknown.map(({ name }) => name)).toEqual(
      measures
        .map(({ name }) => name)
        .filter((name) => /^(oracle|regret|settling|overshoot|lag|under_p|over_p|insta.*percent|jitter)/.test(name)),
    );
  });

  it('of a run in which nothing happened is 0, or has a reason, and never a quotient of nothings', () => {
    const empty = emptyTotals({ tokens: undefined });
    for (const { name, compute } of measures) {
      const value = compute(empty);
      if (typeof value === 'number') expect([name, value]).toEqual([name, 0]);
    }
    const reasons = [
      'slo_attainment',
      'apdex',
      'unanswered_ratio',
      'latency_mean_ms',
      'latency_p50_ms',
      'latency_max_ms',
    ];
    const more = ['latency_all_p50_ms', 'queue_wait_mean_ms', 'queue_wait_p50_ms', 'queue_wait_probability'];
    const rest = ['cold_start_probability', 'utilization_mean', 'cost_per_million_good_usd', 'error_budget_used_ratio'];
    for (const name of [...reasons, ...more, ...rest])
      expect([name, typeof valueIn(name, empty)]).toEqual([name, 'object']);
  });
});
