import type { TextReporter } from './report.js';
/**
 * The result document itself: two spaces, keys in the order of the schema; a list of plain values stands on one line, and so
 * does each row of a list of rows, such as a decision.
 *
 * A timeline has thousands of numbers; one a line would make the file unreadable and four times as long.
 */
export declare const json: TextReporter;
