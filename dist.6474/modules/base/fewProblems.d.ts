import type { Problem } from './problem.js';
/** Problems that are shown of one file; whoever mends so many runs it again. */
export declare const PROBLEM_LIMIT = 30;
/** The first problems of a file, and how many more there are. `moreCount` are some that were not even put into words. */
export declare function fewProblems(problems: readonly Problem[], moreCount?: number): Problem[];
