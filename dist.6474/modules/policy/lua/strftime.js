const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(' ');
const two = (value) => String(value).padStart(2, '0');
const space = (value) => String(value).padStart(2, ' ');
const twelve = (hour) => (hour % 12 === 0 ? 12 : hour % 12);
/** Of a year before 0 the rest of a division is still 0..99. */
const lastTwo = (year) => two(((year % 100) + 100) % 100);
/** 1 is Monday, 7 is Sunday. */
const isoDay = (weekday) => (weekday === 0 ? 7 : weekday);
const as = (format) => (time, zone) => strftime(format, time, zone);
/** All conversions of C99, in the locale "C" and in UTC, as glibc writes them. */
const conversions = {
    a: ({ weekday }) => weekdays[weekday].slice(0, 3),
    A: ({ weekday }) => weekdays[weekday],
    b: ({ month }) => months[month - 1].slice(0, 3),
    B: ({ month }) => months[month - 1],
    c: as('%a %b %e %H:%M:%S %Y'),
    C: ({ year }) => String(Math.floor(year / 100)),
    d: ({ day }) => two(day),
    D: as('%m/%d/%y'),
    e: ({ day }) => space(day),
    F: as('%Y-%m-%d'),
    g: (time) => lastTwo(isoWeek(time).year),
    G: (time) => String(isoWeek(time).year),
    h: as('%b'),
    H: ({ hour }) => two(hour),
    I: ({ hour }) => two(twelve(hour)),
    j: ({ yearDay }) => String(yearDay).padStart(3, '0'),
    m: ({ month }) => two(month),
    M: ({ minute }) => two(minute),
    n: () => '\n',
    p: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
    r: as('%I:%M:%S %p'),
    R: as('%H:%M'),
    S: ({ second }) => two(second),
    t: () => '\t',
    T: as('%H:%M:%S'),
    u: ({ weekday }) => String(isoDay(weekday)),
    U: ({ yearDay, weekday }) => two(Math.floor((yearDay + 6 - weekday) / 7)),
    V: (time) => two(isoWeek(time).week),
    w: ({ weekday }) => String(weekday),
    W: ({ yearDay, weekday }) => two(Math.floor((yearDay + 7 - isoDay(weekday)) / 7)),
    x: as('%m/%d/%y'),
    X: as('%H:%M:%S'),
    y: ({ year }) => lastTwo(year),
    Y: ({ year }) => String(year),
    z: () => '+0000',
    Z: (_, zone) => zone,
    '%': () => '%',
};
/** Letters that may stand behind E and O, which change nothing in the locale "C". */
const modified = { E: 'cCxXyY', O: 'deHImMSuUVwWy' };
/** A format with a conversion that C99 does not know. */
export class ConversionError extends Error {
    /** What begins with it: Lua quotes the rest of the format. */
    rest;
    constructor(rest) {
        super(`invalid conversion specifier '${rest}'`);
        this.rest = rest;
    }
}
/**
 * C's strftime.
 *
 * @param zone what %Z is
 * @throws ConversionError
 */
export function strftime(format, time, zone) {
    return format.replace(/%([EO]?)(.?)/gs, (_, modifier, letter, at) => {
        const isKnown = modifier === '' ? Object.hasOwn(conversions, letter) : modified[modifier].includes(letter);
        if (letter === '' || !isKnown)
            throw new ConversionError(format.slice(at));
        return conversions[letter](time, zone);
    });
}
/** The week that begins on Monday and the year that most of it lies in. Source: ISO 8601. */
function isoWeek({ year, yearDay, weekday }) {
    const week = Math.floor((yearDay - isoDay(weekday) + 10) / 7);
    if (week < 1)
        return { year: year - 1, week: weekCount(year - 1) };
    return week > weekCount(year) ? { year: year + 1, week: 1 } : { year, week };
}
/** 53 where the year ends on a Thursday or begins on one, the day after the year before ended on a Wednesday. */
function weekCount(year) {
    return lastWeekday(year) === 4 || lastWeekday(year - 1) === 3 ? 53 : 52;
}
/** Of 31 December: 0 is Sunday. */
function lastWeekday(year) {
    const days = year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
    return ((days % 7) + 7) % 7;
}
