import type { Units } from './regexNode.js';
import type { RegexProgram } from './regexProgram.js';
/** The matcher gave up; `code` is PCRE's. */
export declare class MatchLimitError extends Error {
    readonly code = -8;
}
/**
 * A backtracking matcher whose stack is its own.
 *
 * Problem: JavaScript's engine may run for hours on one expression and cannot be stopped at a step that is the same
 * everywhere. Idea: Spencer's algorithm as in pcre2_match.c, with the alternatives that are left on a stack of numbers, and
 * steps that are counted and reported. Cost: exponential at worst, which is why it counts.
 */
export declare class RegexMatcher {
    #private;
    /** Begin and end of each group, -1 where it took no part. */
    slots: number[];
    constructor(program: RegexProgram, subject: Units, report: (stepCount: number) => void);
    /** The first match that begins at `from` or, unless it is anchored, behind it. @throws MatchLimitError */
    search(from: number, isAnchored: boolean): boolean;
}
