import { isoTime } from '../../../base/isoTime.js';
import { unitOf } from '../../../results/seriesRoles.js';
/** The chosen series on one clock; those that lie on another are left out with a warning. */
export function recordingOf(all) {
    const chosen = all.filter(({ points }) => points.seconds.length > 0).map(atBeginOfWindow);
    const [reference] = [...chosen].sort((a, b) => rankOf(a) - rankOf(b) || spanOf(b) - spanOf(a));
    if (reference === undefined)
        return { recording: { startUnixSeconds: null, series: [] }, warnings: [] };
    const own = chosen.filter((one) => isOnClockOf(one, reference));
    const foreign = chosen.filter((one) => !own.includes(one));
    const start = own.reduce((first, { points }) => Math.min(first, points.seconds[0]), Number.POSITIVE_INFINITY);
    return {
        recording: {
            startUnixSeconds: reference.isRelative ? null : start,
            series: own.map((one) => recorded(one, reference.isRelative ? 0 : start)),
        },
        warnings: foreign.map((one) => clockWarning(one, reference)),
    };
}
/** Requests give the clock: the other series explain them. */
function rankOf({ part }) {
    return part === 'request-rate' ? 0 : 1;
}
/**
 * A rate of Prometheus is stamped at the end of its window; here a value holds from its instant to the next.
 *
 * Its window lies half its length before the stamp, on average; the step that a value holds lies half its length after.
 */
function atBeginOfWindow(one) {
    if (!one.isStampedAtEnd || one.windowSeconds === null)
        return one;
    const earlier = (one.windowSeconds + (one.stepSeconds ?? 0)) / 2;
    return { ...one, points: { ...one.points, seconds: one.points.seconds.map((second) => second - earlier) } };
}
/** Windows and steps shift what was recorded together. */
const SLACK_SECONDS = 600;
function isOnClockOf(one, reference) {
    if (one.isRelative !== reference.isRelative)
        return false;
    const [from, to] = rangeOf(one);
    const [start, end] = rangeOf(reference);
    return from <= end + SLACK_SECONDS && start <= to + SLACK_SECONDS;
}
function clockWarning(one, reference) {
    const spans = `${rangeText(one)}, ${reference.part} ${rangeText(reference)}`;
    const what = `${one.part} (${one.label}) is of another time than ${reference.source.file}: ${spans}${hint(one, reference)}`;
    return { code: 'other-time', where: { file: one.source.file }, what, assumed: 'another recording, left out' };
}
/** Of local time one clock is some hours ahead of the other. */
function hint(one, reference) {
    const hours = Math.round((rangeOf(one)[0] - rangeOf(reference)[0]) / 3600);
    return !one.isRelative && !reference.isRelative && Math.abs(hours) <= 14
        ? ` (${Math.abs(hours)} h apart: is one of them local time?)`
        : '';
}
function rangeOf({ points: { seconds } }) {
    return [seconds[0], seconds[seconds.length - 1]];
}
function spanOf(one) {
    const [from, to] = rangeOf(one);
    return to - from;
}
function rangeText(one) {
    const [from, to] = rangeOf(one);
    return one.isRelative ? `counts from its own beginning` : `${isoTime(from)} to ${isoTime(to)}`;
}
function recorded(one, startSeconds) {
    const { seconds, values } = one.points;
    return {
        role: one.part,
        source: one.source,
        unit: unitOf(one.part),
        points: Array.from(seconds, (second, index) => [rounded(second - startSeconds), values[index]]),
        stepSeconds: one.stepSeconds,
        windowSeconds: one.windowSeconds,
        terminatingSeconds: one.terminatingSeconds,
    };
}
/** Differences of large numbers have digits that mean nothing. */
function rounded(seconds) {
    return Math.round(seconds * 1e6) / 1e6;
}
