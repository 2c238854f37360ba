import type { Histogram } from '../stats/histogram.js';
import type { Measure } from './measure.js';
import { measureOf, measures } from './measures/index.js';
import { judgedCount } from './measures/judgedCount.js';
import type { SampleGroup } from './runResult.js';

type Counts = SampleGroup['counts'];

/** What a threshold may name besides the measures: k6's metrics, computed from the samples of the runs. */
export type SampleMetric =
  | {
      readonly kind: 'trend';
      /** Its samples are all of these. */
      readonly samples: readonly ('completedLatency' | 'failedLatency' | 'queueWait' | 'firstToken' | 'tokenGap')[];
      /** Requests that were not answered well belong to it, infinitely late. */
      readonly countsUnanswered: boolean;
    }
  | { readonly kind: 'rate'; part(counts: Counts): number; whole(counts: Counts): number }
  | { readonly kind: 'counter'; count(counts: Counts): number };

const latency: SampleMetric = {
  kind: 'trend',
  samples: ['completedLatency', 'failedLatency'],
  countsUnanswered: false,
};

/** k6's metrics and those of ours that have samples. */
export const sampleMetrics: Readonly<Record<string, SampleMetric>> = {
  http_reqs: { kind: 'counter', count: ({ attempts }) => attempts },
  http_req_duration: latency,
  http_req_failed: {
    kind: 'rate',
    part: (counts) => judgedCount(counts) - counts.completed,
    whole: judgedCount,
  },
  iterations: { kind: 'counter', count: ({ completed, failed }) => completed + failed },
  dropped_iterations: { kind: 'counter', count: ({ droppedIterations }) => droppedIterations },
  latency_ms: latency,
  latency_all_ms: { kind: 'trend', samples: ['completedLatency'], countsUnanswered: true },
  ttft_ms: { kind: 'trend', samples: ['firstToken'], countsUnanswered: false },
  itl_ms: { kind: 'trend', samples: ['tokenGap'], countsUnanswered: false },
  quality: { kind: 'rate', part: ({ right = 0 }) => right, whole: ({ answers = 0 }) => answers },
  queue_wait_ms: { kind: 'trend', samples: ['queueWait'], countsUnanswered: false },
};

/** Tags that narrow a metric of samples, with the property of a group that they name. */
export const sampleTags = { source: 'source', service: 'service', class: 'requestClass' } as const satisfies Record<
  string,
  keyof SampleGroup
>;

const aggregationsOf = {
  trend: ['avg', 'min', 'max', 'med', 'p(N)'],
  counter: ['count', 'rate'],
  rate: ['rate'],
} as const;

/** Aggregations that a metric allows; undefined when there is no such metric. Counters of samples are also scalar measures. */
export function aggregationsFor(metric: string): readonly string[] | undefined {
  const sampled = Object.hasOwn(sampleMetrics, metric) ? sampleMetrics[metric] : undefined;
  const measure = measureOf(metric);
  const names = new Set<string>(sampled === undefined ? [] : aggregationsOf[sampled.kind]);
  for (const name of measure === undefined ? [] : scalarAggregations(measure)) names.add(name);
  return names.size === 0 ? undefined : [...names];
}

function scalarAggregations({ unit }: Measure): readonly string[] {
  if (unit === 'count') return ['value', 'count'];
  return unit === 'ratio' ? ['value', 'rate'] : ['value'];
}

/** Every name a threshold may use, for messages. */
export function thresholdMetricNames(): string[] {
  return [...new Set([...Object.keys(sampleMetrics), ...measures.map(({ name }) => name)])];
}

/** One run's samples of a trend, with how many requests were not answered well. */
export interface TrendSamples {
  readonly histogram: Histogram;
  readonly unansweredCount: number;
}
