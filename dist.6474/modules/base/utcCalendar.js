export const daySeconds = 86_400;
export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** The calendar repeats after 400 years. `Date` counts in the era of 1970 only: it ends in 275760, and takes year 50 for 1950. */
const eraYears = 400;
const eraSeconds = 146_097 * daySeconds;
/** The calendar's view of a moment; seconds since 1970, fractions are dropped. */
export function calendarTime(seconds) {
    const era = Math.floor(seconds / eraSeconds);
    const inEra = Math.floor(seconds - era * eraSeconds);
    const date = new Date(inEra * 1000);
    const year = date.getUTCFullYear();
    return {
        year: year + era * eraYears,
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        weekday: date.getUTCDay(),
        yearDay: Math.floor((inEra - Date.UTC(year) / 1000) / daySeconds) + 1,
    };
}
/** Seconds since 1970 of a date in UTC; what is beyond its range carries over, as in C's mktime: month 13 is the next January. */
export function utcSeconds({ year, month, day, hour = 0, minute = 0, second = 0 }) {
    const months = (year - 2000) * 12 + month - 1;
    const era = Math.floor(months / (12 * eraYears));
    const monthSeconds = Date.UTC(2000, months - era * 12 * eraYears) / 1000 + era * eraSeconds;
    return monthSeconds + (day - 1) * daySeconds + hour * 3600 + minute * 60 + second;
}
