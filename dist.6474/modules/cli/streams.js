import { fstatSync } from 'node:fs';
import { codeOf, reasonOf } from '../base/output/outputProblem.js';
import { writeAll } from '../base/output/replacement.js';
/**
 * stdout and stderr, of which each may end before the program does.
 *
 * A reader of stdout that has gone (`| head -1`) wanted no more: the rest is dropped, and the command goes on to its reports
 * and its own exit code, which a pipeline with pipefail judges by. Anything else that keeps results from stdout is an output
 * that stood in the way. stderr carries no results: where it cannot be written nothing can be said about it.
 */
const stdoutState = { isOpen: true };
/** Why results did not reach stdout; undefined where they did, or nobody wanted them. */
export function stdoutProblem() {
    return stdoutState.problem;
}
/** Has errors of the streams never end the program by themselves. */
export function guardStreams() {
    process.stdout.on('error', closeStdout);
    process.stderr.on('error', () => { });
}
/** Resolves when the text has been handed over, or never will be. */
export function writeResult(text) {
    return new Promise((done) => {
        if (!stdoutState.isOpen)
            return done();
        try {
            if (isFile())
                writeAll(1, text);
            else
                return void process.stdout.write(text, () => done());
        }
        catch (thrown) {
            closeStdout(thrown);
        }
        done();
    });
}
export function writeDiagnostic(text) {
    try {
        process.stderr.write(text);
    }
    catch {
        // A full disk behind `2>`: what is lost is what would say so.
    }
}
/** Node's own stream to a file takes no notice of a write that took only a part. */
function isFile() {
    const stats = fstatSync(1);
    return stats.isFile() || (stats.isCharacterDevice() && process.stdout.isTTY !== true);
}
function closeStdout(thrown) {
    if (!stdoutState.isOpen)
        return;
    stdoutState.isOpen = false;
    if (codeOf(thrown) === 'EPIPE')
        return;
    stdoutState.problem = {
        code: 'output-blocked',
        where: { file: 'stdout' },
        what: `cannot be written: ${reasonOf(thrown)}`,
        why: 'The results go there, and what has come there is not all of them.',
        fix: 'free some space, or send stdout elsewhere.',
    };
}
