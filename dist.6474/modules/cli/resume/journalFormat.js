import { createHash } from 'node:crypto';
import { ProblemError } from '../../base/problem.js';
import { openUserFile } from '../../base/userFile.js';
const format = 'dryscale-runs/1';
const keyLength = 64;
/** Beyond it there is no line of ours: a run takes 25 kB, its pictures 100 kB and what its policy printed. */
export const longestLineBytes = 64 << 20;
/** All journals of one folder together: they are read into memory, where the results of all runs are anyway. */
export const journalLimitBytes = 512 << 20;
const chunkBytes = 1 << 20;
const lineFeed = 10;
/** The first line of a journal. */
export function headerLine(header) {
    return line(format, JSON.stringify(header));
}
/** A finished run: its key, a checksum of the line, its result as JSON, which has no line feed. */
export function runLine(key, json) {
    return line(key, json);
}
function line(name, json) {
    return `${name} ${checksum(name, json)} ${json}\n`;
}
function checksum(name, json) {
    return createHash('sha256').update(`${name} `).update(json).digest('hex');
}
/** The header of a journal, even of another version, whatever comes behind it; undefined where it is none. */
export function readHeader(path) {
    for (const first of journalLines(path))
        return parseHeader(first);
    return undefined;
}
/** Reads a journal whose process may have died at any moment, or may still write: what is not whole is not there. */
export function readJournal(path) {
    const runs = new Map();
    let header;
    let damagedCount = 0;
    let isFirst = true;
    for (const bytes of journalLines(path)) {
        const parts = split(bytes);
        if (isFirst) {
            header = parseHeader(bytes);
            if (header === undefined || parts?.name !== format)
                return { header, runs, damagedCount: 1 };
        }
        else if (parts === undefined)
            damagedCount++;
        else
            runs.set(parts.name, parts.json);
        isFirst = false;
    }
    return { header, runs, damagedCount };
}
/** The parts of a line whose checksum is right. */
function split(bytes) {
    const nameEnd = bytes.indexOf(' ');
    const sumEnd = nameEnd + 1 + keyLength;
    if (nameEnd < 0 || bytes[sumEnd] !== ' '.charCodeAt(0))
        return undefined;
    const name = bytes.toString('latin1', 0, nameEnd);
    const json = bytes.subarray(sumEnd + 1);
    return checksum(name, json) === bytes.toString('latin1', nameEnd + 1, sumEnd) ? { name, json } : undefined;
}
/** Whatever its checksum says: to name another version it must be readable, no more. */
function parseHeader(bytes) {
    const [, json] = /^dryscale-runs\/\d+ [0-9a-f]{64} (\{.*\})$/.exec(bytes.toString()) ?? [];
    if (json === undefined)
        return undefined;
    try {
        const header = JSON.parse(json);
        const isOurs = typeof header === 'object' &&
            header !== null &&
            'version' in header &&
            typeof header.version === 'string' &&
            'pid' in header &&
            typeof header.pid === 'number';
        // safe: a header of ours; one that is damaged is found by its checksum before anything but the version is used.
        return isOurs ? header : undefined;
    }
    catch {
        return undefined;
    }
}
/** Every line that ends in a line feed, up to one that is too long to be ours; none of a file that cannot be read. */
function* journalLines(path) {
    let file;
    try {
        file = openUserFile({ path, limitBytes: journalLimitBytes, why: 'Finished runs are kept there.' });
        yield* linesOf(file);
    }
    catch (thrown) {
        // Another process may have taken it away.
        if (!(thrown instanceof ProblemError))
            throw thrown;
    }
    finally {
        file?.close();
    }
}
function* linesOf(file) {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let parts = [];
    let pendingBytes = 0;
    for (let count = file.read(chunk); count > 0 && pendingBytes <= longestLineBytes; count = file.read(chunk)) {
        let begin = 0;
        for (let end = chunk.indexOf(lineFeed); end >= 0 && end < count; end = chunk.indexOf(lineFeed, begin)) {
            yield Buffer.concat([...parts, chunk.subarray(begin, end)]);
            begin = end + 1;
            parts = [];
            pendingBytes = 0;
        }
        parts.push(Buffer.from(chunk.subarray(begin, count)));
        pendingBytes += count - begin;
    }
}
