import { GzipReader } from './gzipReader.js';
import { traceProblem } from './traceProblem.js';
/** Small, for gzip makes up to a thousand times as much of it. */
const CHUNK_BYTES = 16 * 1024;
/** Gzip makes a thousandth of the same byte again and again, and a fifth to a thirtieth of tables and logs. */
const UNPACKED_RATIO_LIMIT = 100;
/** Any file may unpack to so much. */
const UNPACKED_BYTES_LIMIT = 128_000_000;
/**
 * The text of a file, chunk by chunk, unpacked when it is gzipped; never the whole file.
 *
 * The file is opened when the first chunk is asked for, and closed at its end or with the generator.
 * @throws ProblemError for damaged gzip, for one that unpacks to far more than a table or a log, and for UTF-16
 */
export function* textChunks(open, file) {
    const bytes = open();
    const decoder = new TextDecoder('utf-8');
    let isFirst = true;
    try {
        for (const chunk of file.endsWith('.gz') ? unpackedChunks(bytes, file) : plainChunks(bytes)) {
            if (isFirst)
                rejectUtf16(chunk, file);
            isFirst = false;
            yield decoder.decode(chunk, { stream: true });
        }
        const rest = decoder.decode();
        if (rest !== '')
            yield rest;
    }
    finally {
        bytes.close();
    }
}
function rejectUtf16([a, b], file) {
    if (!((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)))
        return;
    const why = 'Its lines could not be read.';
    const what = 'is not in the encoding UTF-8 (it looks like UTF-16)';
    throw traceProblem({ file, line: 1, code: 'bad-encoding', what, why, fix: 'save the file as UTF-8.' });
}
function* plainChunks(bytes) {
    const buffer = new Uint8Array(4 * CHUNK_BYTES);
    for (let count = bytes.read(buffer); count > 0; count = bytes.read(buffer))
        yield buffer.subarray(0, count);
}
function* unpackedChunks(bytes, file) {
    const buffer = new Uint8Array(CHUNK_BYTES);
    const reader = new GzipReader();
    let [line, packedBytes, unpackedBytes] = [1, 0, 0];
    for (let count = -1; count !== 0;) {
        count = bytes.read(buffer);
        packedBytes += count;
        for (const chunk of unpack(reader, buffer.subarray(0, count), { file, line })) {
            line += lineFeedCount(chunk);
            unpackedBytes += chunk.length;
            if (unpackedBytes > Math.max(UNPACKED_BYTES_LIMIT, UNPACKED_RATIO_LIMIT * packedBytes))
                throw bomb(file, line);
            yield chunk;
        }
    }
}
function bomb(file, line) {
    return traceProblem({
        file,
        line,
        code: 'too-large',
        what: `unpacks to more than ${UNPACKED_BYTES_LIMIT} bytes and ${UNPACKED_RATIO_LIMIT} times its size (the limit)`,
        why: 'No trace or log is packed so tightly; mostly it is the same line again and again.',
        fix: 'check the file, or unpack it (gunzip) and name what comes out.',
    });
}
function unpack(reader, chunk, place) {
    try {
        return reader.push(chunk);
    }
    catch (error) {
        throw traceProblem({
            ...place,
            code: 'damaged-gzip',
            what: `is not a whole gzip file: ${error instanceof Error ? error.message : 'unreadable'}`,
            why: 'Part of the trace would be lost silently.',
            fix: 'copy or compress the file again.',
        });
    }
}
function lineFeedCount(bytes) {
    let count = 0;
    // Hot: a file may have nothing but line feeds.
    for (let index = 0; index < bytes.length; index++)
        if (bytes[index] === 10)
            count++;
    return count;
}
