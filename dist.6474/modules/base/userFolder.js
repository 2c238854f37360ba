import { readdirSync, statSync } from 'node:fs';
import { systemCodeOf, systemWords } from './fileFault.js';
import { ProblemError } from './problem.js';
/** What lies at a path that somebody else named; undefined where there is nothing, or nothing that we may see. */
export function statOf(path) {
    try {
        return statSync(path);
    }
    catch {
        // Whoever opens it is told why.
        return undefined;
    }
}
/** What a folder holds that somebody else named; `why` says what it is for. @throws ProblemError */
export function entriesOf(folder, why) {
    try {
        return readdirSync(folder, { withFileTypes: true });
    }
    catch (thrown) {
        throw new ProblemError([{ ...systemWords(systemCodeOf(thrown)), why, where: { file: folder } }]);
    }
}
