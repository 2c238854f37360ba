import { isoTime } from '../../../base/isoTime.js';
import { silencesOf, troublesOf } from '../../log/logHygiene.js';
import { spanText } from '../../spanText.js';
/** What of a log was assumed, or is not what it seems. */
export function logWarnings(file, findings) {
    return [...stampWarnings(file, findings), ...lineWarnings(file, findings.read), ...timeWarnings(file, findings.bins)];
}
function stampWarnings(file, { read: { stamps, zones, takenCount }, unit }) {
    const where = { file };
    const warnings = [];
    if (zones.has(undefined)) {
        const assumed = 'UTC: a local time would lie hours apart from other files';
        warnings.push({ code: 'no-time-zone', where, what: 'stamps do not say their time zone', assumed });
    }
    if (stamps.unknown > 0) {
        const who = stamps.unknown === takenCount ? 'lines' : `${stamps.unknown} of ${takenCount} lines`;
        const what = `${who} have no duration, and may be stamped at the answer`;
        warnings.push({ code: 'no-duration', where, what, assumed: 'requests arrived at their stamp' });
    }
    if (unit === 'ms') {
        const what = 'durations are whole numbers, too large for seconds';
        warnings.push({ code: 'duration-unit', where, what, assumed: 'milliseconds' });
    }
    return warnings;
}
function lineWarnings(file, { faults }) {
    const { notUnderstoodCount, firstNotUnderstood: first, damagedCount, firstDamaged } = faults;
    const at = (line) => (line === undefined ? { file } : { file, line });
    const lines = (count) => (count === 1 ? 'is' : `and ${count - 1} more are`);
    return [
        ...(notUnderstoodCount === 0
            ? []
            : [
                {
                    code: 'not-understood',
                    where: at(first),
                    what: `this line ${lines(notUnderstoodCount)} not understood`,
                    assumed: 'no request',
                },
            ]),
        ...(damagedCount === 0
            ? []
            : [
                {
                    code: 'damaged-line',
                    where: at(firstDamaged),
                    what: `this line ${lines(damagedCount)} damaged behind the status`,
                    assumed: 'a request like any other',
                },
            ]),
    ];
}
const shownCount = 3;
function timeWarnings(file, bins) {
    const where = { file };
    const more = (all) => (all.length > shownCount ? `, and ${all.length - shownCount} more` : '');
    const silences = silencesOf(bins).sort((a, b) => b.lengthSeconds - a.lengthSeconds);
    const troubles = troublesOf(bins).sort((a, b) => b.errorCount - a.errorCount);
    const warnings = [];
    if (silences.length > 0) {
        const spans = silences
            .slice(0, shownCount)
            .map(({ fromSeconds, lengthSeconds }) => `${spanText(lengthSeconds)} from ${isoTime(fromSeconds)}`);
        const what = `no requests for ${spans.join(', ')}${more(silences)}, where at least 20 were due`;
        warnings.push({ code: 'gap', where, what, assumed: 'nobody came; cut the log there if lines are missing' });
    }
    if (troubles.length > 0) {
        const spans = troubles.slice(0, shownCount).map(({ fromSeconds, toSeconds, errorCount, requestCount }) => {
            const percent = Math.round((100 * errorCount) / requestCount);
            return `${percent} % from ${isoTime(fromSeconds)} to ${isoTime(toSeconds)}`;
        });
        const assumed = 'the load of that time is a lower bound: users who were refused may have gone away';
        warnings.push({ code: 'failing', where, what: `5xx ${spans.join(', ')}${more(troubles)}`, assumed });
    }
    return warnings;
}
