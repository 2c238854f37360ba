import type { ResultDocument } from '../../../results/results.js';
/** The command, and what exactly it ran on. */
export declare function runAgainSection({ command, scenarios }: ResultDocument): string;
