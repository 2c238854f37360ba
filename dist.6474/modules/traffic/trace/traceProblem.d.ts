import { ProblemError } from '../../base/problem.js';
export interface TraceMistake {
    readonly file: string;
    readonly line?: number;
    readonly code: string;
    readonly what: string;
    readonly why: string;
    readonly fix: string;
}
/** A mistake in a trace file, as the error that ends the command with exit code 104. */
export declare function traceProblem({ file, line, code, what, why, fix }: TraceMistake): ProblemError;
