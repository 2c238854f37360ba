import type { Timeline } from '../../../results/results.js';
import type { Failures } from '../charts/timelineData.js';

/** Shares of the requests that ended in each of at most `countMax` spans; null where none failed or the document is silent. */
export function failuresOf({ outcomes, step_s }: Timeline, countMax: number): Failures | null {
  if (outcomes === undefined) return null;
  const { ended, failed, rejected, timed_out, abandoned, aborted, rate_limited } = outcomes;
  const width = Math.max(1, Math.ceil(ended.length / countMax));
  const sumOf = (counts: readonly number[], from: number) =>
    counts.slice(from, from + width).reduce((total, count) => total + count, 0);
  const shares = (...kinds: readonly (readonly number[] | undefined)[]) => {
    const present = kinds.filter((kind) => kind !== undefined);
    if (present.length === 0) return [];
    return Array.from({ length: Math.ceil(ended.length / width) }, (_, span) => {
      const total = sumOf(ended, span * width);
      const count = present.reduce((sum, kind) => sum + sumOf(kind, span * width), 0);
      return total === 0 ? 0 : Number((count / total).toPrecision(2));
    });
  };
  return {
    stepSeconds: step_s * width,
    failed: shares(failed, aborted),
    rejected: shares(rejected),
    rateLimited: shares(rate_limited),
    timedOut: shares(timed_out, abandoned),
  };
}

/** The kinds on top of each other at a step. */
export function failureShareAt({ failed, rejected, rateLimited, timedOut }: Failures, step: number): number {
  return (failed[step] ?? 0) + (rejected[step] ?? 0) + (rateLimited[step] ?? 0) + (timedOut[step] ?? 0);
}

/** A round top for the scale of all policies; null where nothing failed. */
export function failureMaxOf(all: readonly (Failures | null)[]): number | null {
  const tops = all.map((one) => {
    if (one === null) return 0;
    const length = Math.max(one.failed.length, one.rejected.length, one.rateLimited.length, one.timedOut.length);
    return Array.from({ length }, (_, step) => failureShareAt(one, step)).reduce((a, b) => Math.max(a, b), 0);
  });
  const top = Math.max(0, ...tops);
  if (top === 0) return null;
  return [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5].find((round) => round >= top) ?? 1;
}
