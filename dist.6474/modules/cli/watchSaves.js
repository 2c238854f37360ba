import { setTimeout as pause } from 'node:timers/promises';
import { statOf } from '../base/userFolder.js';
/** As long as people take for at once. An editor writes, renames and sets times in a few steps: what rests so long is one save. */
const lookMs = 100;
/** Where looking takes long, on a network drive, this many times as long is left between two looks. */
const restFactor = 20;
/**
 * Notices saves of files.
 *
 * The files themselves are looked at, again and again: events of a file system miss what a network or a container does, and
 * tell of folders that are there only. What counts as a save is told by the file's time and size.
 */
export class SaveWatch {
    #stamps = new Map();
    /** The files to watch from now on; those that were followed already keep what is known of them. */
    follow(files) {
        for (const file of this.#stamps.keys())
            if (!files.includes(file))
                this.#stamps.delete(file);
        for (const file of files)
            if (!this.#stamps.has(file))
                this.#stamps.set(file, stampOf(file));
    }
    /** Waits for saves, also those since the last call. @returns the files; none when `signal` ended the waiting */
    async next(signal) {
        let before = '';
        while (!signal.aborted) {
            const began = performance.now();
            const changed = [...this.#stamps.keys()].flatMap((file) => {
                const stamp = stampOf(file);
                return stamp === this.#stamps.get(file) ? [] : [{ file, stamp }];
            });
            const now = JSON.stringify(changed);
            if (changed.length > 0 && now === before) {
                for (const { file, stamp } of changed)
                    this.#stamps.set(file, stamp);
                return changed.map(({ file }) => file);
            }
            before = now;
            const restMs = Math.max(lookMs, restFactor * (performance.now() - began));
            // Aborted, it has nothing more to wait for.
            await pause(restMs, undefined, { signal }).catch(() => { });
        }
        return [];
    }
}
function stampOf(file) {
    const status = statOf(file);
    return status === undefined ? 'missing' : `${status.mtimeMs} ${status.size} ${status.ino}`;
}
