import type { Reporter } from './report.js';
/**
 * The page that people look at and pass on: one file, no network.
 *
 * Its drawing libraries are loaded when a page is written, for they take longer to load than all the rest of a command.
 */
export declare const html: Reporter;
