import { median } from './increases.js';

/** Instants in seconds since 1970 (or of the file's own clock), in order, and the value from each on. */
export interface Points {
  readonly seconds: Float64Array;
  readonly values: Float64Array;
}

/** The usual distance of two instants, the lower median of the first ten thousand; undefined of fewer than two. */
export function stepOf(seconds: Float64Array): number | undefined {
  if (seconds.length < 2) return undefined;
  const few = seconds.subarray(0, 10_000);
  return median(few.slice(1).map((second, index) => second - few[index]));
}
