import { join } from 'node:path';
import { ProblemError } from '../../base/problem.js';
import { readUserText } from '../../base/userFile.js';
import { entriesOf, statOf } from '../../base/userFolder.js';
import { resultLimitBytes } from '../../results/readResultDocument.js';
import { packageVersion } from '../version.js';
import { decodeBlob } from './blob.js';
const needed = 'A merge needs every part.';
/**
 * The blobs of files, or of folders: there every `blob-i-n.json`.
 *
 * @throws ProblemError with exit code 104 and everything that is wrong
 */
export function readBlobs(operands) {
    const problems = [];
    const blobs = [];
    for (const file of operands.flatMap((operand) => filesOf(operand, problems))) {
        const text = readText(file, problems);
        const blob = text === undefined ? undefined : decodeBlob(text, file, packageVersion());
        if (blob === undefined)
            continue;
        if ('what' in blob)
            problems.push(blob);
        else
            blobs.push({ file, blob });
    }
    if (problems.length > 0)
        throw new ProblemError(problems);
    return blobs;
}
function filesOf(operand, problems) {
    if (statOf(operand)?.isDirectory() !== true)
        return [operand];
    const names = entriesOf(operand, needed).flatMap(({ name }) => (/^blob-\d+-\d+\.json$/.test(name) ? [name] : []));
    if (names.length === 0) {
        problems.push({
            code: 'no-blobs',
            where: { file: operand },
            what: 'the folder has no blob-i-n.json',
            why: 'There is nothing to merge.',
            fix: 'name the folder that --out named when the parts ran.',
        });
    }
    return names.sort().map((name) => join(operand, name));
}
function readText(file, problems) {
    try {
        return readUserText({
            path: file,
            limitBytes: resultLimitBytes,
            why: needed,
            mayBePipe: true,
        });
    }
    catch (thrown) {
        if (!(thrown instanceof ProblemError))
            throw thrown;
        problems.push(...thrown.problems);
        return undefined;
    }
}
