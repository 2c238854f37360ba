import { calendarTime } from './utcCalendar.js';
const padded = (value, length = 2) => String(value).padStart(length, '0');
/** Seconds since 1970 as `2015-05-17T10:05:03Z`, with milliseconds where there are any. */
export function isoTime(seconds) {
    const milliseconds = Math.round(seconds * 1000);
    const whole = Math.floor(milliseconds / 1000);
    const { year, month, day, hour, minute, second } = calendarTime(whole);
    const rest = milliseconds - whole * 1000;
    const clock = `${padded(hour)}:${padded(minute)}:${padded(second)}${rest === 0 ? '' : `.${padded(rest, 3)}`}`;
    return `${padded(year, 4)}-${padded(month)}-${padded(day)}T${clock}Z`;
}
