import { hostname } from 'node:os';
import { join } from 'node:path';
import { untilEnd } from '../untilEnd.js';
import { fileSystem } from './fileSystem.js';
import { hasEnded } from './leftovers.js';
import { codeOf } from './outputProblem.js';
import { quietly, writeAll } from './replacement.js';
const waitMs = 20;
/** A lock is held for a few renames. One that is still there after 10 s is of a program that was killed in between. */
const mostWaits = 500;
/** Has one program at a time rename its files into a folder, so that a set of files is of one run. @throws what the file system says */
export function withFolderLock(folder, action) {
    const lock = join(folder, '.dryscale.lock');
    for (let waits = 0;; waits++) {
        try {
            take(lock);
            break;
        }
        catch (thrown) {
            if (codeOf(thrown) !== 'EEXIST')
                throw thrown;
            if (waits >= mostWaits || isLeftBehind(lock))
                remove(lock);
            else
                Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
        }
    }
    const forget = untilEnd(() => remove(lock));
    try {
        return action();
    }
    finally {
        forget();
        // Where it stays the next program finds that this one has ended.
        quietly(() => remove(lock));
    }
}
function take(lock) {
    const descriptor = fileSystem.openSync(lock, 'wx');
    // Once there it is held: on a full disk it is a lock without words.
    quietly(() => writeAll(descriptor, ownerText(process.pid)));
    quietly(() => fileSystem.closeSync(descriptor));
}
function ownerText(pid) {
    return `${pid} ${hostname()}\n`;
}
/** Whether it is of a process of this machine that has ended. */
function isLeftBehind(lock) {
    try {
        const bytes = Buffer.alloc(512);
        const descriptor = fileSystem.openSync(lock, 'r');
        const text = bytes.toString('utf8', 0, fileSystem.readSync(descriptor, bytes, 0, bytes.length, 0));
        fileSystem.closeSync(descriptor);
        const pid = Number.parseInt(text, 10);
        return text === ownerText(pid) && hasEnded(pid);
    }
    catch {
        // Gone in between, or unreadable: the next try shows.
        return false;
    }
}
function remove(lock) {
    try {
        fileSystem.unlinkSync(lock);
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'ENOENT')
            throw thrown;
    }
}
