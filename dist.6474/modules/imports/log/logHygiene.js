import { formatDuration } from '../../base/duration.js';
import { isoTime } from '../../base/isoTime.js';
import { spanText } from '../spanText.js';
/** A silence in which so many requests were due happens by chance once in e^20 times: requests are missing there. */
const SILENT_REQUEST_COUNT = 20;
/** Share of failed answers from which users must be taken to have tried again or gone away. */
const ERROR_RATIO = 0.05;
/** Fewer errors than this in an interval are no trouble yet. */
const ERROR_COUNT = 3;
/** Every line of the log, where it went: the parts add up. */
export function linesNote({ lineCount, bins, kinds, faults }, dropped) {
    const parts = [
        [kinds.probe, 'health probes'],
        [kinds.static, 'static files'],
        [dropped.reduce((sum, { requestCount }) => sum + requestCount, 0), 'partial intervals'],
        [faults.notUnderstoodCount, 'not understood'],
    ];
    const left = parts.filter(([count]) => count > 0).map(([count, what]) => `${what} ${count}`);
    const hint = kinds.probe + kinds.static === 0 ? '' : ' (--keep probes,static counts the first two)';
    return `lines ${lineCount}: ${bins.requestCount} counted${left.length === 0 ? '' : `; left out: ${left.join(', ')}${hint}`}`;
}
/** How sure the arrivals are. */
export function stampNotes(stamps) {
    const { arrival, subtracted, unknown } = stamps;
    return [
        ...(subtracted === 0
            ? []
            : [`arrivals ${subtracted} lines are stamped at the answer: their duration was subtracted`]),
        ...(arrival === 0 ? [] : [`arrivals ${arrival} lines are stamped at the arrival`]),
        ...(unknown === 0
            ? []
            : [
                `arrivals ${unknown} lines have no duration that could be subtracted: counted at their stamp, which may be that of the answer`,
            ]),
    ];
}
/** Which intervals the log covers in part. */
export function droppedNotes(dropped, { intervalSeconds, binCount }) {
    if (dropped.length === 0 && binCount < 3) {
        return [
            `the log is shorter than 3 intervals of ${formatDuration(intervalSeconds)}: its first and last may be partial, and are kept`,
        ];
    }
    return dropped.map(({ side, seconds, requestCount }) => `the ${side} interval, ${isoTime(seconds)}, is covered in part: left out with its ${requestCount} requests`);
}
/** What the reader must know before trusting counts made from a log. */
export function logHygiene(bins, zones, faults) {
    const { firstSeconds, lastSeconds, requestCount, intervalSeconds, binCount } = bins;
    const meanPerSecond = requestCount / (binCount * intervalSeconds);
    return [
        `span ${isoTime(Math.floor(firstSeconds))} to ${isoTime(Math.floor(lastSeconds))}: ${spanText(lastSeconds - firstSeconds)}, ${requestCount} requests, ${Number(meanPerSecond.toPrecision(3))} a second on average`,
        `step ${formatDuration(intervalSeconds)}, ${binCount} rows`,
        silenceNote(bins),
        zoneNote(zones),
        ...faultNotes(faults),
        ...errorNotes(bins),
    ];
}
/** Where requests are missing: no interval has one, and many were due. */
export function silencesOf(bins) {
    const meanCount = bins.requestCount / bins.binCount;
    const silences = [];
    let silentFrom;
    for (const { seconds, requestCount } of bins) {
        if (requestCount === 0) {
            silentFrom ??= seconds;
            continue;
        }
        const lengthSeconds = silentFrom === undefined ? 0 : seconds - silentFrom;
        if (silentFrom !== undefined && (lengthSeconds / bins.intervalSeconds) * meanCount >= SILENT_REQUEST_COUNT) {
            silences.push({ fromSeconds: silentFrom, lengthSeconds });
        }
        silentFrom = undefined;
    }
    return silences;
}
function silenceNote(bins) {
    const silences = silencesOf(bins);
    if (silences.length === 0)
        return 'gaps none: no silence longer than chance explains';
    const longest = silences.reduce((best, one) => (one.lengthSeconds > best.lengthSeconds ? one : best));
    return `gaps ${silences.length}, the longest ${spanText(longest.lengthSeconds)} from ${isoTime(longest.fromSeconds)}: no requests where at least ${SILENT_REQUEST_COUNT} were due; written as 0, cut them off if the log is incomplete`;
}
function zoneNote(zones) {
    const known = [...zones].filter((zone) => zone !== undefined).sort((a, b) => a - b);
    if (known.length === 0)
        return 'time zone not in the log: taken as UTC';
    return `time zone ${known.map(zoneText).join(' and ')}${known.length > 1 ? ' (a change of clocks, or several servers)' : ''}: written as UTC`;
}
function zoneText(seconds) {
    const minutes = Math.abs(seconds) / 60;
    const part = (value) => String(Math.floor(value)).padStart(2, '0');
    return `${seconds < 0 ? '-' : '+'}${part(minutes / 60)}${part(minutes % 60)}`;
}
function faultNotes({ notUnderstoodCount, firstNotUnderstood, damagedCount, firstDamaged }) {
    const lines = (count) => `${count} ${count === 1 ? 'line' : 'lines'}`;
    return [
        notUnderstoodCount === 0
            ? 'every line was understood'
            : `${lines(notUnderstoodCount)} not understood and left out, the first is line ${firstNotUnderstood}`,
        ...(damagedCount === 0
            ? []
            : [
                `${lines(damagedCount)} damaged behind the status and counted all the same, the first is line ${firstDamaged}`,
            ]),
    ];
}
function errorNotes(bins) {
    if (bins.errorCount === 0)
        return ['errors none: no answer of 5xx'];
    const troubles = troublesOf(bins);
    if (troubles.length === 0) {
        const percent = Number(((100 * bins.errorCount) / bins.requestCount).toPrecision(2));
        return [`errors ${bins.errorCount} answers of 5xx (${percent} %), nowhere many at a time`];
    }
    const worst = troubles.reduce((best, one) => (one.errorCount > best.errorCount ? one : best));
    const percent = Math.round((100 * worst.errorCount) / worst.requestCount);
    const more = troubles.length === 1 ? '' : `; ${troubles.length - 1} more such stretches`;
    return [
        `errors 5xx ${percent} % from ${isoTime(worst.fromSeconds)} to ${isoTime(worst.toSeconds)}: what users wanted is higher than what was recorded, unless they tried again${more}`,
    ];
}
/** Stretches in which so many answers failed that users must have tried again or gone away. */
export function troublesOf(bins) {
    const troubles = [];
    for (const bin of bins) {
        if (!isTrouble(bin))
            continue;
        const last = troubles.at(-1);
        const toSeconds = bin.seconds + bins.intervalSeconds;
        if (last === undefined || last.toSeconds !== bin.seconds) {
            troubles.push({
                fromSeconds: bin.seconds,
                toSeconds,
                requestCount: bin.requestCount,
                errorCount: bin.errorCount,
            });
        }
        else {
            const requestCount = last.requestCount + bin.requestCount;
            troubles[troubles.length - 1] = {
                ...last,
                toSeconds,
                requestCount,
                errorCount: last.errorCount + bin.errorCount,
            };
        }
    }
    return troubles;
}
function isTrouble({ requestCount, errorCount }) {
    return errorCount >= ERROR_COUNT && errorCount / requestCount >= ERROR_RATIO;
}
