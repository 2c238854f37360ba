import type { FileHead } from './evidenceReader.js';
/** The beginning of a file, unpacked. @throws ProblemError when it cannot be read */
export declare function fileHead(file: string): FileHead;
