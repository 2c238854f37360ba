import type { ByteSource } from './textChunks.js';
/** The file of a trace source, to be read in parts. @throws ProblemError when it is none */
export declare function openTrace(folder: string, file: string): ByteSource;
