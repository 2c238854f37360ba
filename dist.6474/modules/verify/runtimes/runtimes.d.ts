import type { Runtime } from './runtime.js';
/** Every runtime, the one whose decisions the others are compared with first. */
export declare const runtimes: readonly Runtime[];
