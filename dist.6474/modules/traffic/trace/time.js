import { parseDuration } from '../../base/duration.js';
import { parseDecimal } from '../../base/numberText.js';
import { daySeconds, utcSeconds } from '../../base/utcCalendar.js';
/** No calendar goes further: the year 275760 (ECMA-262, "Time Values and Time Range"), counted in nanoseconds. */
const farthestSeconds = 8.64e12 * 1e9;
/**
 * Seconds of a time as traces write it: a number, ISO 8601, or `YYYY-MM-DD hh:mm:ss`, which is read as UTC.
 *
 * @param unit what a bare number counts
 * @returns undefined when it is not a time
 */
export function parseTime(text, unit) {
    const trimmed = text.trim();
    const value = parseDecimal(trimmed);
    if (value !== undefined) {
        const seconds = unit === 'ms' ? value / 1000 : value;
        return Math.abs(seconds) <= farthestSeconds ? seconds : undefined;
    }
    const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(trimmed);
    if (match === null)
        return undefined;
    const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
    if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
        return undefined;
    if (hour > 24 || minute > 59 || second > 60)
        return undefined;
    const zone = zoneSeconds(match[8]);
    if (zone === undefined)
        return undefined;
    return utcSeconds({ year, month, day, hour, minute, second }) + Number(match[7] ?? 0) - zone;
}
/**
 * Seconds of a row's time as a scenario writes it: like `parseTime`, or a duration (`1h30m` is row time 5400).
 *
 * @returns undefined when it is neither
 */
export function parseRowTime(time) {
    const text = String(time);
    const seconds = parseTime(text, 's') ?? parseDuration(text);
    return seconds !== undefined && Number.isFinite(seconds) ? seconds : undefined;
}
function daysIn(year, month) {
    return (utcSeconds({ year, month: month + 1, day: 1 }) - utcSeconds({ year, month, day: 1 })) / daySeconds;
}
/** Undefined where it is no zone: a day has 24 hours. */
function zoneSeconds(zone) {
    if (zone === undefined || zone === 'Z')
        return 0;
    const sign = zone.startsWith('-') ? -1 : 1;
    const digits = zone.slice(1).replace(':', '');
    const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
    return hours > 23 || minutes > 59 ? undefined : sign * (hours * 3600 + minutes * 60);
}
