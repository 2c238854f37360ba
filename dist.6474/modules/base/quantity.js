import { z } from 'zod';
const bytesPerUnit = {
    B: 1,
    kB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
};
/** Bytes of a size such as `24kB` or `4GiB`; undefined when the text is not a size. */
export function parseSize(text) {
    const match = /^(\d+(?:\.\d+)?)\s*(B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$/.exec(text);
    const bytes = match === null ? Number.NaN : Number(match[1]) * bytesPerUnit[match[2]];
    return Number.isFinite(bytes) ? bytes : undefined;
}
/** The largest unit that shows the size as a whole number, else plain bytes. */
export function formatSize(bytes) {
    for (const unit of ['TiB', 'TB', 'GiB', 'GB', 'MiB', 'MB', 'KiB', 'kB']) {
        if (bytes >= bytesPerUnit[unit] && bytes % bytesPerUnit[unit] === 0)
            return `${bytes / bytesPerUnit[unit]}${unit}`;
    }
    return `${bytes}B`;
}
/** Schema of a size: text such as `24kB` in the file, bytes in the program. */
export function sizeSchema() {
    return z.codec(z.string({ error: (issue) => sizeMessage(issue.input) }).meta({
        title: 'size',
        description: 'A size with a unit, e.g. 24kB, 4GiB',
        examples: ['4GiB'],
        pattern: '^\\d+(\\.\\d+)?\\s*(B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$',
    }), z.number(), {
        decode: (text, context) => {
            const bytes = parseSize(text);
            if (bytes !== undefined)
                return bytes;
            context.issues.push({ code: 'custom', input: text, message: sizeMessage(text) });
            return z.NEVER;
        },
        encode: formatSize,
    });
}
function sizeMessage(input) {
    const shown = typeof input === 'string' ? `"${input}" (string)` : `${JSON.stringify(input)} (${typeof input})`;
    return `got ${shown}, which is not a size\nSizes are numbers >= 0 with a unit: ${Object.keys(bytesPerUnit).join(', ')}.\nwrite for example 24kB or 4GiB.`;
}
