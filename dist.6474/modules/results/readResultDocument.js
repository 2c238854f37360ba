import { ProblemError } from '../base/problem.js';
import { readUserText } from '../base/userFile.js';
import { readDocument } from './readDocument.js';
/** Largest result document or blob that is read: 300 candidates, of which each has about 120 kB with its pictures. */
export const resultLimitBytes = 40_000_000;
/** A result document that an earlier run wrote. @throws ProblemError when it is missing, or none */
export function readResultDocument(file) {
    const why = 'There is nothing to read.';
    const text = readUserText({ path: file, limitBytes: resultLimitBytes, why, mayBePipe: true });
    const document = readDocument(text, file);
    if ('where' in document)
        throw new ProblemError([document]);
    return document;
}
