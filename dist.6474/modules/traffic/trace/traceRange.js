import { DATE_SECONDS } from '../../base/calendarDates.js';
import { isoTime } from '../../base/isoTime.js';
import { instantsAt } from '../../base/timeOfDay.js';
import { traceProblem } from './traceProblem.js';
/** `1998-06-30T18:00:00Z to 1998-06-30T20:00:00Z`, `0 s to 3600 s`. */
export function rangeText({ firstSeconds, endSeconds }) {
    return `${timeText(firstSeconds)} to ${timeText(endSeconds)}`;
}
function timeText(seconds) {
    if (seconds < DATE_SECONDS)
        return `${Number(seconds.toFixed(3))} s`;
    return isoTime(seconds);
}
/** The mistake of a `from` before the first row, or a `to` behind the last: nothing would be sent there, and nobody told. */
export function outsideTrace(key, { file, readRange }) {
    return traceProblem({
        file,
        code: `${key}-outside-trace`,
        what: `covers ${rangeText(readRange())}, and \`${key}\` lies outside`,
        why: 'Time that was not recorded would play as time without traffic.',
        fix: `choose a \`${key}\` within that range, or leave it out.`,
    });
}
/** How far a bound may lie beside the requests of a log: a log of an hour rarely has one in its very first second. */
export function slackSeconds({ firstSeconds, endSeconds }) {
    return Math.max(60, (endSeconds - firstSeconds) / 20);
}
/** The instant of a trace at which clocks show a time of day. @throws ProblemError when none or several do */
export function timeOfDayWithin({ key, text, ofDaySeconds, file }, range) {
    const instants = instantsAt(ofDaySeconds, { from: range.firstSeconds, until: range.endSeconds });
    const [instant] = instants;
    if (instants.length === 1)
        return instant;
    const days = instants.slice(0, 3).map((one) => timeText(one));
    const what = instant === undefined
        ? `covers ${rangeText(range)}, and clocks do not show ${text} in it`
        : `has ${text} on ${instants.length} days: ${days.join(', ')}${instants.length > 3 ? ' and more' : ''}`;
    return fail({ key, file, what });
}
function fail({ key, file, what }) {
    throw traceProblem({
        file,
        code: `${key}-not-one-time`,
        what,
        why: `A \`${key}\` without a date must be one instant of the trace.`,
        fix: 'write the date as well, such as 1998-06-30T17:30:00Z.',
    });
}
/** The mistake of a range that ends before it begins. */
export function notAfterFrom(file, { fromSeconds, toSeconds }) {
    return traceProblem({
        file,
        code: 'to-not-after-from',
        what: `\`to\` is ${timeText(toSeconds)}, not after \`from\`, ${timeText(fromSeconds)}`,
        why: 'The part between them would be empty.',
        fix: 'raise `to`, or lower `from`.',
    });
}
