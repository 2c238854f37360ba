import type { Problem } from '../base/problem.js';
/** Why results did not reach stdout; undefined where they did, or nobody wanted them. */
export declare function stdoutProblem(): Problem | undefined;
/** Has errors of the streams never end the program by themselves. */
export declare function guardStreams(): void;
/** Resolves when the text has been handed over, or never will be. */
export declare function writeResult(text: string): Promise<void>;
export declare function writeDiagnostic(text: string): void;
