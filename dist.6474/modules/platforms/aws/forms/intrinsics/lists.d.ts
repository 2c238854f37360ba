import type { IntrinsicFunction } from './call.js';
/** Functions that read or make lists, and those that only a deployment answers. */
export declare const lists: Readonly<Record<string, IntrinsicFunction>>;
