import { utcSeconds } from '../../../base/utcCalendar.js';
import { parseTime } from '../../../traffic/trace/time.js';
const slashed = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4})[, T]+(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*(AM|PM)?$/i;
/** The instant in a cell: seconds or milliseconds since 1970, ISO 8601, `2026-03-01 12:00:00`, `03/01/2026 12:00 PM`; undefined for all else. */
export function cellTime(text, order) {
    const cell = text.trim();
    const seconds = parseTime(cell, 's');
    if (seconds !== undefined)
        return { seconds, isLocal: /^\d{4}-/.test(cell) && !/(Z|[+-]\d{2}:?\d{2})$/.test(cell) };
    const match = slashed.exec(cell);
    if (match === null)
        return undefined;
    const [first, second, year, hour, minute] = [match[1], match[3], match[4], match[5], match[6]].map(Number);
    const isDayFirst = (match[2] === '.' ? 'day-month' : (dateOrder(cell) ?? order)) === 'day-month';
    const [day, month] = isDayFirst ? [first, second] : [second, first];
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59)
        return undefined;
    const isHalf = match[9] !== undefined;
    const of24 = isHalf ? (hour % 12) + (match[9].toUpperCase() === 'PM' ? 12 : 0) : hour;
    const whole = utcSeconds({ year, month, day, hour: of24, minute, second: Number(match[7] ?? 0) });
    return { seconds: whole + Number(match[8] ?? 0), isLocal: true };
}
/** The order that one date gives away: a 25 is a day, AM and PM are written where the month comes first. */
export function dateOrder(text) {
    const match = slashed.exec(text.trim());
    if (match === null)
        return undefined;
    if (Number(match[1]) > 12 || match[2] === '.')
        return 'day-month';
    return Number(match[3]) > 12 || match[9] !== undefined ? 'month-day' : undefined;
}
/** Whether a text is a date whose order must be known. */
export function isSlashed(text) {
    return slashed.test(text.trim());
}
