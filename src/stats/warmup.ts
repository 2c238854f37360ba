/** Where the steady part of a series begins. */
export interface WarmupCut {
  /** Values to leave out at the begin: a multiple of five. */
  readonly dropCount: number;
  /** The best cut lies at the edge of the first half, or there are fewer than ten values: the series shows no steady part. */
  readonly isTooShort: boolean;
}

/** Values averaged into one before the test, which smooths what is correlated. */
const batchSize = 5;

/**
 * MSER-5: the cut after which the mean of the rest has the smallest standard error.
 *
 * With batch means Y of five values: d* = argmin over d <= n/2 of sum over i > d of (Y_i - mean_d)^2 / (n - d)^2. Values
 * that do not fill the last batch are ignored. O(values).
 * @param values measured at even steps, in order of time
 * @see White, "An effective truncation heuristic for bias reduction in simulation output" (1997)
 */
export function warmupCut(values: readonly number[]): WarmupCut {
  const batches = batchMeans(values);
  const lastCut = Math.floor(batches.length / 2);
  if (lastCut === 0) return { dropCount: 0, isTooShort: true };
  let best = lastCut;
  let bestError = Infinity;
  let mean = 0;
  let squares = 0;
  // From the end to the begin each step adds one value to the rest, so one pass suffices (Welford).
  for (let cut = batches.length - 1; cut >= 0; cut--) {
    const restCount = batches.length - cut;
    const distance = batches[cut] - mean;
    mean += distance / restCount;
    squares += distance * (batches[cut] - mean);
    const error = squares / (restCount * restCount);
    // `<=`: of equal cuts the earliest keeps the most values.
    if (cut <= lastCut && error <= bestError) {
      best = cut;
      bestError = error;
    }
  }
  return { dropCount: best * batchSize, isTooShort: best === lastCut };
}

function batchMeans(values: readonly number[]): number[] {
  return Array.from({ length: Math.floor(values.length / batchSize) }, (_, batch) => {
    const start = batch * batchSize;
    return values.slice(start, start + batchSize).reduce((sum, value) => sum + value, 0) / batchSize;
  });
}
