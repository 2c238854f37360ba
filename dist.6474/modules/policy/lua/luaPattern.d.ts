/**
 * Lua's patterns (reference manual 5.3, section 6.4.1) on bytes.
 *
 * Problem: fengari's matcher backtracks outside of the count hook, so one call can run for hours. Idea: the same
 * algorithm as lstrlib.c, a recursive matcher over captures, which counts its steps and reports every thousand of them.
 * Cost: exponential in the number of repetitions at worst, which is why it counts.
 */
interface Capture {
    begin: number;
    /** Bytes, or one of the two marks above. */
    length: number;
}
/** A malformed pattern; the message is Lua's own. */
export declare class PatternError extends Error {
}
/** One subject and one pattern; `match` may be called at many positions. */
export declare class LuaPattern {
    #private;
    readonly captures: Capture[];
    constructor(subject: Uint8Array, pattern: Uint8Array, report: (stepCount: number) => void);
    /**
     * The end of the match of the pattern, from its byte `from` on, at byte `begin` of the subject; -1 without a match.
     *
     * @throws PatternError
     */
    match(begin: number, from: number): number;
}
export {};
