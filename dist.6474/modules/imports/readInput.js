import { ProblemError } from '../base/problem.js';
import { openUserFile, readUserBytes } from '../base/userFile.js';
import { textChunks } from '../traffic/trace/textChunks.js';
/** A mistake in an input file that a reader must mend. */
export function inputProblem(file, words, line) {
    return new ProblemError([{ ...words, where: line === undefined ? { file } : { file, line } }]);
}
/** The text of a file in chunks, unpacked when it is gzipped. @throws ProblemError */
export function inputChunks(file) {
    return textChunks(() => openUserFile(inputFile(file, Number.POSITIVE_INFINITY)), file);
}
/** The bytes of a small file. @throws ProblemError */
export function readInput(file, limitBytes) {
    return Buffer.from(readUserBytes(inputFile(file, limitBytes)));
}
function inputFile(path, limitBytes) {
    return {
        path,
        limitBytes,
        why: 'There is nothing to import.',
        words: (fault) => (fault === 'too-large' ? { fix: 'export a shorter span, or a part of the file.' } : {}),
    };
}
