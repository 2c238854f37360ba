import type { Limit } from '../limit.js';
/** Tries if every one of them fails: requests that are tried without end never leave. */
export declare const tries: Limit;
