import { readdirSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileSystem } from '../../base/output/fileSystem.js';
import { hasEnded } from '../../base/output/leftovers.js';
import { quietly } from '../../base/output/replacement.js';
import { readHeader } from './journalFormat.js';
/** A process elsewhere that has written nothing for so long is taken to be gone: nobody can ask it. */
const silentMs = 24 * 3600 * 1000;
/** The name of a new journal of a comparison, or of one part of it; every process has one of its own. */
export function journalName(shard, id) {
    return `${prefixOf(shard)}${id}.journal`;
}
function prefixOf(shard) {
    return shard === undefined ? 'unfinished-' : `unfinished-${shard.index}-${shard.count}-`;
}
/** The journals that comparisons have left in a folder, or the same part of them: their paths, the oldest first. */
export function listJournals(folder, shard) {
    const prefix = prefixOf(shard);
    const isOne = (name) => name.startsWith(prefix) && /^[0-9a-f]{8}\.journal$/.test(name.slice(prefix.length));
    return readdirSync(folder, { withFileTypes: true })
        .flatMap((entry) => (entry.isFile() && isOne(entry.name) ? [join(folder, entry.name)] : []))
        .map((path) => ({ path, changedMs: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
        .sort((a, b) => a.changedMs - b.changedMs || (a.path < b.path ? -1 : 1))
        .map(({ path }) => path);
}
/** Whether the process that writes a journal may still be at work. */
export function isAtWork(path) {
    const header = readHeader(path);
    const changedMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (header === undefined || changedMs === undefined)
        return false;
    if (header.host !== hostname())
        return Date.now() - changedMs < silentMs;
    return header.pid !== process.pid && !hasEnded(header.pid);
}
/** A journal that cannot be removed costs space and nothing else. */
export function removeJournals(paths) {
    for (const path of paths)
        quietly(() => fileSystem.unlinkSync(path));
}
