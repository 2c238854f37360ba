import type { ResultDocument } from './results.js';
/** Largest result document or blob that is read: 300 candidates, of which each has about 120 kB with its pictures. */
export declare const resultLimitBytes = 40000000;
/** A result document that an earlier run wrote. @throws ProblemError when it is missing, or none */
export declare function readResultDocument(file: string): ResultDocument;
