import type { TextReporter } from './report.js';
/** A comment for a pull request, or the summary of a step: the verdict first, then what it rests on. */
export declare const markdown: TextReporter;
