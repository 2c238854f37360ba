import type { Reporter } from './report.js';
/** Every report that `--report` can write. */
export declare const reporters: readonly Reporter[];
/** What is written when `--report` does not say. */
export declare const defaultReporters: readonly Reporter[];
