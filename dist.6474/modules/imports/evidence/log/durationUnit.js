import { lines } from '../../../traffic/trace/lines.js';
import { lineFormats } from '../../log/lineFormats.js';
import { inputChunks } from '../../readInput.js';
const LINES_LOOKED_AT = 1000;
/** Fewer different durations than this are no sign of anything: whole seconds come in few. */
const ENOUGH_COUNT = 5;
/**
 * Milliseconds, where durations are whole numbers of many kinds and half of them are 2 or more: servers that count in seconds write decimals.
 *
 * Only of lines whose duration was subtracted: other formats have a unit of their own.
 */
export function durationUnit(file) {
    const latencies = [];
    let looked = 0;
    for (const { text } of lines(inputChunks(file), file)) {
        if (++looked > LINES_LOOKED_AT)
            break;
        const line = lineFormats.map((format) => format.read(text)).find((read) => read !== undefined);
        if (line?.stamp === 'subtracted' && line.latencySeconds !== undefined)
            latencies.push(line.latencySeconds);
    }
    const isWhole = new Set(latencies).size >= ENOUGH_COUNT && latencies.every(Number.isInteger);
    return isWhole && latencies.filter((seconds) => seconds >= 2).length * 2 >= latencies.length ? 'ms' : 's';
}
/** A line with its durations, and the arrival that follows from them, in seconds. */
export function inUnit(line, unit) {
    const { seconds, latencySeconds, upstreamSeconds, stamp } = line;
    if (unit === 's' || stamp !== 'subtracted' || latencySeconds === undefined)
        return line;
    return {
        ...line,
        seconds: seconds + latencySeconds - latencySeconds / 1000,
        latencySeconds: latencySeconds / 1000,
        upstreamSeconds: upstreamSeconds === undefined ? undefined : upstreamSeconds / 1000,
    };
}
