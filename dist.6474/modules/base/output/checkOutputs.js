import { dirname, join, resolve } from 'node:path';
import { fileSystem } from './fileSystem.js';
import { hasEnded, staleMs } from './leftovers.js';
import { attempt } from './outputProblem.js';
import { outputTarget } from './outputTarget.js';
import { Replacement, syncFolder, temporaryName } from './replacement.js';
/**
 * Finds out, before anything runs, whether files can be written; makes their folders.
 *
 * @throws ProblemError with exit code 106
 */
export function checkOutputs(places) {
    for (const folder of new Set(places.map(({ path }) => dirname(path))))
        attempt(folder, () => makeFolder(folder));
    const targets = places.map(outputTarget);
    for (const folder of new Set(targets.map(({ file }) => dirname(file)))) {
        attempt(folder, () => {
            const file = join(folder, 'probe');
            const probe = new Replacement({ path: file, file, stats: undefined });
            sweep(folder, probe.temporary);
            probe.remove();
        });
    }
}
/** Makes a folder with those above it. Node's own recursive mkdir never returns where a system answers ENOENT for a new folder. */
function makeFolder(folder) {
    if (isFolder(folder))
        return;
    const parent = dirname(resolve(folder));
    if (parent !== resolve(folder))
        makeFolder(parent);
    try {
        fileSystem.mkdirSync(folder);
        syncFolder(parent);
    }
    catch (thrown) {
        // Two runs may make the same folder at the same time.
        if (!isFolder(folder))
            throw thrown;
    }
}
function isFolder(path) {
    return fileSystem.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
/** Removes what killed runs left, by the clock of the file system: it may be another machine's. */
function sweep(folder, newest) {
    try {
        const nowMs = fileSystem.statSync(newest).mtimeMs;
        for (const name of fileSystem.readdirSync(folder)) {
            const pid = temporaryName.exec(name)?.[1];
            if (pid === undefined || !hasEnded(Number(pid)))
                continue;
            const path = join(folder, name);
            const stats = fileSystem.lstatSync(path);
            if (stats.isFile() && nowMs - stats.mtimeMs > staleMs)
                fileSystem.unlinkSync(path);
        }
    }
    catch {
        // They are in nobody's way.
    }
}
