import { constants } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fileSystem } from '../base/output/fileSystem.js';
import { attempt } from '../base/output/outputProblem.js';
import { writeAll } from '../base/output/replacement.js';
import { githubAnnotations } from '../report/github.js';
import { markdown } from '../report/markdown.js';
/**
 * Annotations as lines, and the summary of the step where GitHub gives a file for it.
 *
 * @throws ProblemError with exit code 106 when the summary cannot be written
 */
export async function tellGithub(telling) {
    const { document, gate, output, files, isAsked, isStdoutTaken } = telling;
    const isThere = process.env.GITHUB_ACTIONS === 'true';
    if (!isAsked && !isThere)
        return;
    const lines = githubAnnotations(document, { gate, files: files.map(workspacePath) });
    await output.command(lines, isStdoutTaken);
    const summary = process.env.GITHUB_STEP_SUMMARY;
    if (summary === undefined || summary === '')
        return;
    const text = markdown.render(document, { color: false, unicode: true, verbose: false, gate });
    appendText(summary, text);
}
/** GitHub finds files by their path from the root of the checkout, whatever folder a step works in. */
function workspacePath(file) {
    const root = process.env.GITHUB_WORKSPACE;
    if (root === undefined || root === '')
        return file;
    const path = relative(root, resolve(file));
    return path.startsWith('..') ? file : path.split(sep).join('/');
}
/** Without waiting for somebody to read a pipe. */
const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK;
/** Adds to a file that is not ours, all of the text or nothing. @throws ProblemError with exit code 106 */
export function appendText(path, text) {
    attempt(path, () => {
        const descriptor = fileSystem.openSync(path, flags);
        try {
            const before = fileSystem.fstatSync(descriptor);
            try {
                writeAll(descriptor, text);
            }
            catch (thrown) {
                if (before.isFile())
                    fileSystem.ftruncateSync(descriptor, before.size);
                throw thrown;
            }
        }
        finally {
            fileSystem.closeSync(descriptor);
        }
    });
}
