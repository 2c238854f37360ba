import { parseSize } from '../base/quantity.js';
import { standardAllowance } from '../engine/limits/allowance.js';
import { sizeText } from '../engine/limits/amounts.js';
import { usageError } from './usageError.js';
const counts = [1, Number.MAX_SAFE_INTEGER];
const { requestCount, eventCount, memoryBytes, diskBytes } = standardAllowance;
/** Options that raise what a command may take. */
export const limitRules = {
    'max-requests': {
        type: 'integer',
        value: 'N',
        range: counts,
        describe: `Refuse a scenario with more expected arrivals per replication (${requestCount})`,
    },
    'max-events': {
        type: 'integer',
        value: 'N',
        range: counts,
        describe: `Refuse a run with more scrapes, decisions or faults (${eventCount})`,
    },
    'max-memory': {
        type: 'text',
        value: 'SIZE',
        describe: `Refuse a run, or results, that need more memory (${sizeText(memoryBytes)})`,
    },
    'max-disk': { type: 'text', value: 'SIZE', describe: `Refuse a larger file of --events (${sizeText(diskBytes)})` },
};
/** Of every command that runs scenarios. */
export const limitOptions = ['max-requests', 'max-events', 'max-memory'];
/** What was given, the rest by default. @throws ProblemError with exit code 2 for what is no size */
export function allowanceOf(given) {
    return {
        requestCount: given.requestCount ?? requestCount,
        eventCount: given.eventCount ?? eventCount,
        memoryBytes: sizeOf('max-memory', given.memory) ?? memoryBytes,
        diskBytes: sizeOf('max-disk', given.disk) ?? diskBytes,
    };
}
function sizeOf(name, text) {
    if (text === undefined)
        return undefined;
    const bytes = parseSize(text);
    if (bytes !== undefined && bytes > 0)
        return bytes;
    throw usageError({
        code: 'out-of-range',
        what: `--${name} is "${text}"`,
        why: 'It is a size above 0 with a unit: B, kB, MB, GB, TB, KiB, MiB, GiB, TiB.',
        fix: `write for example --${name} 2GB.`,
    });
}
