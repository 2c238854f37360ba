import { calendarTime, daySeconds, monthNames, weekdayNames } from '../../base/utcCalendar.js';
const fields = [
    { name: 'minute', min: 0, max: 59, names: [] },
    { name: 'hour', min: 0, max: 23, names: [] },
    { name: 'day of the month', min: 1, max: 31, names: [] },
    { name: 'month', min: 1, max: 12, names: monthNames },
    { name: 'day of the week', min: 0, max: 6, names: weekdayNames },
];
const shorthands = {
    '@yearly': '0 0 1 1 *',
    '@annually': '0 0 1 1 *',
    '@monthly': '0 0 1 * *',
    '@weekly': '0 0 * * 0',
    '@daily': '0 0 * * *',
    '@midnight': '0 0 * * *',
    '@hourly': '0 * * * *',
};
/** A date that exists comes back within a leap cycle across a century. */
const SEARCH_DAYS = 8 * 366 + 1;
/**
 * Reads `minute hour day month weekday`.
 *
 * A day holds when both day fields do; when both are restricted, one of them is enough.
 *
 * Source: robfig/cron v3, parser.go and spec.go (the library of KEDA's cron scaler).
 * @returns what is wrong with it, as text, when it cannot be read or never holds
 */
export function readCron(text) {
    const parts = (shorthands[text.trim()] ?? text).trim().split(/\s+/);
    if (parts.length !== fields.length)
        return `"${text}" has ${parts.length} fields, a schedule has 5`;
    const sets = parts.map((part, index) => readField(part, index));
    const wrong = sets.find((set) => typeof set === 'string');
    if (wrong !== undefined)
        return wrong;
    const [minutes, hours, days, months, weekdays] = sets.flatMap((set) => typeof set === 'string' ? [] : [new Set(set)]);
    const [isAnyDay, isAnyWeekday] = [isAny(parts[2]), isAny(parts[4])];
    const holdsOn = ({ day, month, weekday }) => {
        if (!months.has(month))
            return false;
        const [isDay, isWeekday] = [days.has(day), weekdays.has(weekday)];
        return isAnyDay || isAnyWeekday ? isDay && isWeekday : isDay || isWeekday;
    };
    const moments = [...hours]
        .flatMap((hour) => [...minutes].map((minute) => hour * 3_600 + minute * 60))
        .sort((a, b) => a - b);
    const next = (seconds) => {
        const today = Math.floor(seconds / daySeconds);
        for (let day = today; day < today + SEARCH_DAYS; day++) {
            if (!holdsOn(calendarTime(day * daySeconds)))
                continue;
            const moment = moments.find((candidate) => day * daySeconds + candidate > seconds);
            if (moment !== undefined)
                return day * daySeconds + moment;
        }
        return undefined;
    };
    if (next(0) === undefined)
        return `"${text}" never comes`;
    return { nextSeconds: (seconds) => next(seconds) ?? Number.POSITIVE_INFINITY };
}
/** A day field that leaves all days open; a step such as 2 restricts it. */
function isAny(text) {
    return text.split(',').some((part) => /^[*?](\/1)?$/.test(part));
}
/** The numbers of one field, or what is wrong with it. */
function readField(text, index) {
    const { name, min, max } = fields[index];
    const numbers = [];
    for (const part of text.split(',')) {
        const match = /^(?:([*?])|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(part);
        if (match === null)
            return `"${part}" is no ${name}`;
        const [, star, from, to, stepText] = match;
        const first = star === undefined ? numberOf(from, index) : min;
        // `5/15` runs from 5 to the end, `5` is only 5.
        const last = to !== undefined ? numberOf(to, index) : star !== undefined || stepText !== undefined ? max : first;
        const step = stepText === undefined ? 1 : Number(stepText);
        if (!(first >= min && last <= max && first <= last && step > 0))
            return `"${part}" is no ${name} (${min}..${max})`;
        for (let number = first; number <= last; number += step)
            numbers.push(number);
    }
    return numbers;
}
function numberOf(text, index) {
    const { names, min } = fields[index];
    const position = names.findIndex((name) => name.toLowerCase() === text.toLowerCase());
    if (position >= 0)
        return position + min;
    return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
/**
 * Whether a moment lies between the start and the end of a window: the next event is its end.
 *
 * Source: a description of kedacore/keda, pkg/scalers/cron_scaler.go.
 */
export function isInWindow({ start, end }, seconds) {
    return !(start.nextSeconds(seconds) < end.nextSeconds(seconds));
}
