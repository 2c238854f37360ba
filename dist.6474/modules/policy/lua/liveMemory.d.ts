import type { GlobalState } from 'fengari/src/lstate.js';
/**
 * Bytes of everything a Lua state can still reach.
 *
 * A walk like a collector's mark phase: JavaScript tells nobody how much memory a part of the heap holds, and bytes
 * outside the heap escape a worker's limits. Deterministic, so the same policy fails at the same instant everywhere.
 * O(objects alive).
 */
export declare function measureLiveBytes(state: GlobalState, tableBytes: number): number;
