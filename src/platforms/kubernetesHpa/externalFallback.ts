import type { ExternalFallback } from './hpaSpec.js';
import { hasFailed, type MetricResult } from './proposal.js';

/** Since when each metric has failed without a break, by its place in the manifest; undefined while it can be read. */
export type FailingSince = readonly (number | undefined)[];

/** What a fallback is worked out from: part of a metric of the manifest. */
export type FallbackMetric = { readonly fallback?: ExternalFallback };

/**
 * Puts the count of its fallback in the place of an External metric that has failed for long enough.
 *
 * It is one proposal among those of all metrics: the largest wins, and min, max, windows and rates still hold.
 * Source: kubernetes/enhancements keps/sig-autoscaling/5679-external-metric-fallback (Design Details): a proposal, of which
 * kubernetes/api v0.37 has nothing.
 */
export function withFallbacks(
  results: readonly MetricResult[],
  metrics: readonly FallbackMetric[],
  { before, nowSeconds }: { readonly before: FailingSince; readonly nowSeconds: number },
): { readonly results: readonly MetricResult[]; readonly failingSince: FailingSince } {
  const failingSince = results.map((result, index) => (hasFailed(result) ? (before[index] ?? nowSeconds) : undefined));
  return {
    failingSince,
    results: results.map((result, index): MetricResult => {
      const since = failingSince[index];
      const fallback = metrics[index]?.fallback;
      if (since === undefined || fallback === undefined) return result;
      const { replicas, failureSeconds } = fallback;
      if (nowSeconds - since < failureSeconds) return result;
      return { replicas, reading: { usageMilli: 0n }, because: 'fallback', countedPods: 0, guessedPods: 0 };
    }),
  };
}
