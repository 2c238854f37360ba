import type { RunResult, SampleGroup } from '../../src/results/runResult.js';
import { Histogram } from '../../src/stats/histogram.js';

interface GroupInput {
  readonly source?: string;
  readonly service?: string;
  readonly requestClass?: string;
  /** Seconds; each is a completed request. */
  readonly latencies: readonly number[];
  /** Seconds; each is an answer that was an error. */
  readonly failed?: readonly number[];
  readonly waits?: readonly number[];
  readonly counts?: Partial<SampleGroup['counts']>;
}

/** The samples of completed requests, with other outcomes added by `counts`. */
export function sampleGroup(input: GroupInput): SampleGroup {
  const completed = input.latencies.length;
  const failed = input.failed?.length ?? 0;
  return {
    source: input.source ?? 'users',
    service: input.service ?? 'web',
    requestClass: input.requestClass ?? 'page',
    counts: {
      offered: completed + failed,
      completed,
      failed,
      rejected: 0,
      timed_out: 0,
      abandoned: 0,
      aborted: 0,
      rate_limited: 0,
      unfinished: 0,
      good: completed,
      unfinishedOld: 0,
      attempts: completed + failed,
      droppedIterations: 0,
      ...input.counts,
    },
    completedLatency: sparse(input.latencies),
    failedLatency: sparse(input.failed ?? []),
    queueWait: sparse(input.waits ?? []),
  };
}

function sparse(values: readonly number[]) {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram.toSparse();
}

/** One run with nothing but what a test is about. */
export function sampleRun(parts: Partial<RunResult> & Pick<RunResult, 'replication'>): RunResult {
  return { measures: {}, nulls: {}, groups: [], findings: [], heldBack: [], notes: [], fingerprint: '', ...parts };
}
