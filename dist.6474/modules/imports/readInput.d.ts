import { type Problem, ProblemError } from '../base/problem.js';
/** A mistake in an input file that a reader must mend. */
export declare function inputProblem(file: string, words: Omit<Problem, 'where'>, line?: number): ProblemError;
/** The text of a file in chunks, unpacked when it is gzipped. @throws ProblemError */
export declare function inputChunks(file: string): Generator<string>;
/** The bytes of a small file. @throws ProblemError */
export declare function readInput(file: string, limitBytes: number): Buffer;
