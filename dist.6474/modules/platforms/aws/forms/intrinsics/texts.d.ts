import type { IntrinsicFunction } from './call.js';
/** Functions that make text. */
export declare const texts: Readonly<Record<string, IntrinsicFunction>>;
