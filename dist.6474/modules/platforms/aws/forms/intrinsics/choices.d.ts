import type { IntrinsicFunction } from './call.js';
/** Functions that choose a value. */
export declare const choices: Readonly<Record<string, IntrinsicFunction>>;
/** Functions that make a condition. */
export declare const tests: Readonly<Record<string, IntrinsicFunction>>;
