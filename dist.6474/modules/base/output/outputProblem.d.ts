import { ProblemError } from '../problem.js';
/** Why something with the file system failed, in words, with the system's name for it. */
export declare function reasonOf(thrown: unknown): string;
export declare function codeOf(thrown: unknown): string;
interface Words {
    readonly why?: string;
    readonly fix?: string;
}
/** A place that cannot be written to. */
export declare function blocked(path: string, reason: string, { why, fix }?: Words): ProblemError;
/** Carries out something with the file system; its errors become problems of the output. */
export declare function attempt<T>(path: string, action: () => T, words?: Words): T;
export {};
