import { type ExitCode } from './exitCode.js';
/** Where a problem stands: a file, and in it a line and column (from 1) and the key path, as far as they are known. */
export interface Place {
    readonly file?: string;
    readonly line?: number;
    readonly column?: number;
    /** Dotted key path, e.g. `services.web.scaling.min`. */
    readonly path?: string;
}
/** A mistake in what the user gave us, as data: expected, tested, and shown without a stack trace. */
export interface Problem {
    /** Stable kebab-case name, e.g. `min-exceeds-max`. */
    readonly code: string;
    readonly where: Place;
    /** What is wrong, quoting the value and its type. */
    readonly what: string;
    /** Why it cannot stay so. */
    readonly why: string;
    /** What to write instead. */
    readonly fix: string;
}
/** Carries every problem found at once to the command that prints them and ends with `exitCode`. */
export declare class ProblemError extends Error {
    readonly name = "ProblemError";
    readonly problems: readonly Problem[];
    readonly exitCode: ExitCode;
    constructor(problems: readonly Problem[], code?: ExitCode);
}
/** One problem as three lines: where and what, after its level where one is given, then why, then the fix. */
export declare function problemLines({ where, what, why, fix, code }: Problem, level?: string): string[];
/** Problems in the order a reader walks the file: by file, line, column. */
export declare function sortProblems(problems: readonly Problem[]): Problem[];
