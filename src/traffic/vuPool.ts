import type { OpenSource } from './source.js';
import { count } from './sourceVariant.js';

/** k6's VU pool of the arrival-rate executors; without it an arrival never lacks a VU. */
export const vuPoolShape = { preAllocatedVUs: count(0).optional(), maxVUs: count(1).optional() };

interface VuPoolSettings {
  readonly preAllocatedVUs?: number | undefined;
  readonly maxVUs?: number | undefined;
}

/** The pool; maxVUs defaults to preAllocatedVUs, as in k6. */
export function vuPoolOf({ preAllocatedVUs, maxVUs }: VuPoolSettings): OpenSource['vuPool'] {
  if (preAllocatedVUs === undefined && maxVUs === undefined) return undefined;
  const initialCount = preAllocatedVUs ?? 0;
  return { initialCount, maxCount: Math.max(maxVUs ?? initialCount, initialCount) };
}
