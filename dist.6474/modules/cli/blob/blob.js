import { canonicalHash } from '../../base/canonicalJson.js';
import { visibleJson } from '../../base/visible.js';
const format = 'dryscale-blob/1';
/** What a blob of any version begins with. */
export const blobMark = /^\{"format":"dryscale-blob\//;
export function blobFileName({ index, count }) {
    return `blob-${index}-${count}.json`;
}
/** The text of a blob, with a checksum: whatever is read back is what was written. */
export function encodeBlob(blob) {
    return `${visibleJson({ format, checksum: canonicalHash(blob), ...blob })}\n`;
}
/** @param version of this program, which is the only one that can read its own blobs @returns the blob, or why it is none */
export function decodeBlob(text, file, version) {
    const wrong = (code, what, why, fix) => ({
        code,
        where: { file },
        what,
        why,
        fix,
    });
    const again = 'run that part again: --shard I/N with the same options.';
    const parsed = parse(text);
    if (parsed === undefined) {
        return wrong('damaged-blob', 'is not JSON', 'The file is damaged, cut off, or something else.', again);
    }
    const { format: found, checksum, ...rest } = parsed;
    if (found !== format) {
        return wrong('wrong-format', 'is not a blob', 'merge joins what --shard wrote.', 'name blobs, or their folder.');
    }
    if (rest.version !== version) {
        const what = `was written by version ${String(rest.version)}, this is ${version}`;
        const fix = 'run all parts and merge with one version.';
        return wrong('other-version', what, 'Two versions may give different results for the same run.', fix);
    }
    if (checksum !== canonicalHash(rest)) {
        return wrong('damaged-blob', 'is damaged', 'Its checksum does not match its content.', again);
    }
    // safe: the checksum and the version say that encodeBlob of this program wrote it.
    return rest;
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        // safe: an object of JSON has keys of text.
        const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
        return isMap ? value : {};
    }
    catch {
        return undefined;
    }
}
