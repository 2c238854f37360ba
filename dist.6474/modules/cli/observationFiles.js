import { join } from 'node:path';
import { ProblemError } from '../base/problem.js';
import { readUserText } from '../base/userFile.js';
import { entriesOf, statOf } from '../base/userFolder.js';
import { readManyAnswers, readObservations } from '../imports/observations/readObservations.js';
/** As many observations as are read (250,000), at 160 bytes each. */
const limitBytes = 40_000_000;
/**
 * One recording from the files of `--observations`; a folder stands for the JSON files in it.
 *
 * @throws ProblemError
 */
export function readObservationFiles(given, options) {
    const files = given.flatMap(filesOf);
    const texts = files.map((file) => ({
        file,
        text: readUserText({ path: file, why: 'There is nothing to decide on.', limitBytes, mayBePipe: true }),
    }));
    if (texts.length === 1)
        return readObservations(texts[0].text, { ...options, file: files[0] });
    return readManyAnswers(texts, { ...options, file: given.join(', ') });
}
function filesOf(given) {
    if (given === '-' || statOf(given)?.isDirectory() !== true)
        return [given];
    const files = entriesOf(given, 'There is nothing to decide on.')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(given, name));
    if (files.length > 0)
        return files;
    const [what, why] = ['has no .json file', 'Of a folder the answers of query_range in it are read.'];
    throw new ProblemError([{ code: 'empty-folder', where: { file: given }, what, why, fix: 'name the files.' }]);
}
