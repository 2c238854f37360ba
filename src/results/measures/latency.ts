import type { Histogram } from '../../stats/histogram.js';
import { type Measure, type Missing, ratioOf } from '../measure.js';
import type { RunTotals } from '../runTotals.js';
import { unanswered } from '../unansweredRuns.js';
import { judgedCount } from './judgedCount.js';

/** A quantile is shown only where at least this many samples lie above it: of fewer one more or less moves it far. */
export const leastSamplesAbove = 10;

const quantiles = [
  ['p50', 0.5],
  ['p90', 0.9],
  ['p95', 0.95],
  ['p99', 0.99],
  ['p999', 0.999],
] as const;

/** Those that people name first. */
export const usualQuantiles = quantiles.filter(([suffix]) => ['p50', 'p95', 'p99'].includes(suffix));

/** A quantile in milliseconds, where there are enough samples for one. */
export function quantileMs(histogram: Histogram, probability: number): number | Missing {
  const above = histogram.count * (1 - probability);
  const seconds = histogram.quantileSeconds(probability);
  if (seconds === undefined) return { missing: 'no samples' };
  // 1e-9: 1000 x (1 - 0.99) is 10 up to rounding.
  return above + 1e-9 >= leastSamplesAbove ? seconds * 1e3 : { missing: `too few samples: ${histogram.count}` };
}

/**
 * Quantile over all offered requests: only those answered well have a latency, all others are infinitely late.
 *
 * Unfinished requests younger than the SLO latency are left out of it altogether.
 */
function quantileOverAllMs({ requests, completedLatency }: RunTotals, probability: number): number | Missing {
  const total = judgedCount(requests);
  if (total === 0) return { missing: 'no requests' };
  if (total * (1 - probability) + 1e-9 < leastSamplesAbove) return { missing: `too few samples: ${total}` };
  const orderNumber = Math.ceil(probability * total - 1e-9);
  if (orderNumber > completedLatency.count) return { missing: unanswered };
  const seconds = completedLatency.quantileSeconds(orderNumber / completedLatency.count);
  return seconds === undefined ? { missing: unanswered } : seconds * 1e3;
}

const overCompleted = 'Over completed and failed requests, intended arrival to last byte, all tries.';
const overAll =
  'Over all offered requests: only those answered well have a latency, all others are infinitely late. Null (unanswered) where those reach the quantile.';
export const quantileFormula = 'nearest rank on the histogram, relative error <= 0.4 %, only where n(1-p) >= 10';
const common = {
  level: 'detail',
  unit: 'ms',
  better: 'lower',
  source: 'HdrHistogram; coordinated omission after Tene',
} as const;

/** Response times, with and without the requests that got no answer, and the waiting in it. */
export const latencyMeasures: readonly Measure[] = [
  {
    ...common,
    name: 'latency_mean_ms',
    label: 'mean latency',
    definition: overCompleted,
    formula: 'sum of latencies / count',
    compute: ({ latency }) =>
      latency.count > 0 ? (latency.sumSeconds / latency.count) * 1e3 : { missing: 'no samples' },
  },
  ...quantiles.map(
    ([suffix, probability]): Measure => ({
      ...common,
      name: `latency_${suffix}_ms`,
      label: suffix === 'p999' ? 'p99.9' : suffix,
      definition: overCompleted,
      formula: quantileFormula,
      compute: ({ latency }) => quantileMs(latency, probability),
    }),
  ),
  {
    ...common,
    name: 'latency_max_ms',
    label: 'max latency',
    definition: overCompleted,
    formula: 'largest latency',
    compute: ({ latency }) => (latency.count > 0 ? latency.maxSeconds * 1e3 : { missing: 'no samples' }),
  },
  ...usualQuantiles.map(
    ([suffix, probability]): Measure => ({
      ...common,
      level: 'default',
      name: `latency_all_${suffix}_ms`,
      label: `${suffix} all`,
      definition: overAll,
      formula: quantileFormula,
      compute: (totals) => quantileOverAllMs(totals, probability),
    }),
  ),
  {
    name: 'unanswered_ratio',
    label: 'not answered well',
    level: 'detail',
    unit: 'ratio',
    better: 'lower',
    definition:
      'Share of the offered requests that were not answered well: failed, rejected, timed out, abandoned, aborted, or still inside and late at the end. Infinitely late in latency_all_*.',
    formula: '1 - requests_completed / judged, judged as in slo_attainment',
    source: 'result document, outcomes of a request; http_req_failed, run by run',
    compute: ({ requests }) => {
      const judged = judgedCount(requests);
      return ratioOf(judged - requests.completed, judged, 'no requests');
    },
  },
  {
    ...common,
    name: 'queue_wait_mean_ms',
    label: 'mean wait',
    definition: 'Over requests that reached a service, zeros included.',
    formula: 'sum of waits / count',
    compute: ({ queueWait }) =>
      queueWait.count > 0 ? (queueWait.sumSeconds / queueWait.count) * 1e3 : { missing: 'no samples' },
  },
  ...quantiles
    .filter(([suffix]) => suffix !== 'p999')
    .map(
      ([suffix, probability]): Measure => ({
        ...common,
        name: `queue_wait_${suffix}_ms`,
        label: `${suffix} wait`,
        definition: 'Over requests that reached a service, zeros included.',
        formula: quantileFormula,
        compute: ({ queueWait }) => quantileMs(queueWait, probability),
      }),
    ),
  {
    name: 'queue_wait_probability',
    label: 'share that waits',
    level: 'detail',
    unit: 'ratio',
    better: 'lower',
    definition: 'Share of the requests that reached a service and waited longer than 0.',
    formula: 'requests with a wait > 0 / requests that reached a service',
    source: 'queueing theory: P(W > 0)',
    compute: ({ requests, queueWait }) =>
      queueWait.count > 0 ? requests.waitedCount / queueWait.count : { missing: 'no samples' },
  },
  {
    name: 'cold_start_probability',
    label: 'cold starts',
    level: 'detail',
    unit: 'ratio',
    better: 'lower',
    definition:
      'Share of the requests to services that scale per request that found no idle instance and waited for one to start.',
    formula: 'requests that found no idle instance / requests offered, of services that scale per request',
    source: 'serverless platforms',
    compute: ({ requests: { coldStarts } }) => {
      if (coldStarts === undefined) return { missing: 'no service scales per request' };
      return ratioOf(coldStarts.count, coldStarts.offered, 'no samples');
    },
  },
];
