import type { Scenario } from '../scenario/schema.js';
/**
 * Lets V8 inline more of what one request calls, in runs long enough to make up for the compiling (docs/performance.md has
 * what it gains and costs).
 *
 * For the command's own process, before its workers start; a program that only imports us keeps its flags.
 */
export declare function inlineMore({ requests }: Scenario, requestCountOfWorker: number): void;
/** Those that `inlineMore` has set, for processes of their own. */
export declare function inliningFlags(): readonly string[];
