import { lengthOf } from '../../backtest/stretch.js';
import { DATE_SECONDS } from '../../base/calendarDates.js';
import { isoTime } from '../../base/isoTime.js';
import { instantsAt, parseTimeOfDay } from '../../base/timeOfDay.js';
import { parseRowTime } from '../../traffic/trace/time.js';
import { usageError } from '../usageError.js';
/** The part between `--from` and `--to`; a bound that is left out is the span's. @throws ProblemError */
export function stretchBetween(span, { from, to, options, }) {
    const stretch = {
        fromSeconds: from === undefined ? span.fromSeconds : instantOf(from, span, options),
        toSeconds: to === undefined ? span.toSeconds : instantOf(to, span, options),
    };
    if (lengthOf(stretch) > 0)
        return stretch;
    throw usageError({
        code: 'empty-stretch',
        what: `${options}: ${timeText(stretch.toSeconds, span)} is not after ${timeText(stretch.fromSeconds, span)}`,
        why: 'There would be nothing to judge.',
        fix: `choose a part of ${spanText(span)}.`,
    });
}
/** `FROM..TO`; a side that is empty is the span's. @throws ProblemError with exit code 2 */
export function stretchOf(text, span, option) {
    const sides = text.split('..');
    if (sides.length !== 2 || text === '..') {
        const fix = `write FROM..TO, for example ${option} 17:00..18:30 or ${option} 0..30m.`;
        throw usageError({
            code: 'bad-stretch',
            what: `${option} is "${text}"`,
            why: 'It is a part of the recording.',
            fix,
        });
    }
    const [from, to] = sides.map((side) => (side.trim() === '' ? undefined : side.trim()));
    return stretchBetween(span, { from, to, options: option });
}
function instantOf(text, span, option) {
    const seconds = secondsOf(text, span, option);
    // Bounds of a span are points of a recorder, and people round.
    const slack = 1;
    if (seconds >= span.fromSeconds - slack && seconds <= span.toSeconds + slack) {
        return Math.min(span.toSeconds, Math.max(span.fromSeconds, seconds));
    }
    throw usageError({
        code: 'outside-recording',
        what: `${option}: ${text} lies outside the recording`,
        why: `What can be judged was recorded from ${spanText(span)}.`,
        fix: 'choose a time within it.',
    });
}
function secondsOf(text, span, option) {
    const { startUnixSeconds } = span;
    const ofDay = parseTimeOfDay(text);
    if (ofDay !== undefined)
        return ofDayWithin(text, ofDay, span, option);
    const seconds = parseRowTime(text);
    if (seconds === undefined) {
        const why = 'Times are dates, times of day, durations or seconds since the recording began.';
        const fix = 'write for example 2026-11-20T17:30:00Z, 17:30 or 1h30m.';
        throw usageError({ code: 'bad-time', what: `${option}: "${text}" is not a time`, why, fix });
    }
    if (seconds < DATE_SECONDS)
        return seconds;
    if (startUnixSeconds === null)
        throw withoutDates(text, option);
    return seconds - startUnixSeconds;
}
function ofDayWithin(text, ofDaySeconds, span, option) {
    const { startUnixSeconds, fromSeconds, toSeconds } = span;
    if (startUnixSeconds === null)
        throw withoutDates(text, option);
    const range = { from: startUnixSeconds + fromSeconds, until: startUnixSeconds + toSeconds };
    const instants = instantsAt(ofDaySeconds, range);
    if (instants.length === 1)
        return instants[0] - startUnixSeconds;
    throw usageError({
        code: 'not-one-time',
        what: `${option}: ${text} (UTC) is ${instants.length === 0 ? 'no' : 'more than one'} instant of the recording`,
        why: `It covers ${spanText(span)}.`,
        fix: 'write the date as well, such as 2026-11-20T17:30:00Z.',
    });
}
function withoutDates(text, option) {
    const why = 'The recording counts from its own beginning.';
    const fix = 'write seconds or a duration since then, such as 30m.';
    return usageError({ code: 'no-dates', what: `${option}: ${text} is a time of a calendar`, why, fix });
}
/** `2026-11-20T17:00:00Z to 2026-11-20T18:00:00Z`, `0 s to 3600 s`. */
export function spanText(span) {
    return `${timeText(span.fromSeconds, span)} to ${timeText(span.toSeconds, span)}`;
}
function timeText(seconds, { startUnixSeconds }) {
    return startUnixSeconds === null ? `${Math.round(seconds)} s` : isoTime(startUnixSeconds + Math.round(seconds));
}
