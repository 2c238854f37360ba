import { isoTime } from '../base/isoTime.js';
import { calendarTime, daySeconds, monthNames, weekdayNames } from '../base/utcCalendar.js';
import { parseTime } from '../traffic/trace/time.js';
import { formatClock } from './format.js';
/** The begin of the run's calendar, where the document has one: charts then show its clock. */
export function clockOf({ start }) {
    return start === undefined ? {} : { start };
}
/** Seconds into its day at which a run begins; 0 where it has no date. */
export function startOfDay(start) {
    const seconds = start === undefined ? undefined : parseTime(start, 's');
    return seconds === undefined ? 0 : seconds - Math.floor(seconds / daySeconds) * daySeconds;
}
/**
 * An instant of the run: `00:12:30` since its begin, or what its clock shows (UTC), `17:42:30`; on later days with the date.
 *
 * @param start `start` of the scenario's result
 */
export function clockText(seconds, start, { withSeconds = true } = {}) {
    const begin = start === undefined ? undefined : parseTime(start, 's');
    if (begin === undefined)
        return formatClock(seconds, { withSeconds });
    const instant = Math.floor(begin + seconds);
    const isFirstDay = Math.floor(instant / daySeconds) === Math.floor(begin / daySeconds);
    return isoTime(instant)
        .slice(isFirstDay ? 11 : 0, withSeconds ? -1 : -4)
        .replace('T', ' ');
}
/** A tick of an axis: `17:30`; midnight as the day that begins, `Fri 27 Nov`. Without a calendar days are counted, `1 d 6 h`. */
export function clockTick(seconds, start, { withSeconds = false } = {}) {
    const text = clockText(seconds, start);
    if (start === undefined && seconds >= daySeconds && !withSeconds)
        return dayCount(seconds);
    if (start === undefined)
        return withSeconds ? text : text.slice(0, -3);
    const time = text.slice(-8);
    if (time === '00:00:00' && text.length > 8)
        return dayName(text);
    return withSeconds ? time : time.slice(0, -3);
}
/** `1 d 6 h`, `2 d`; minutes only where there are some. */
function dayCount(seconds) {
    const [days, rest] = [Math.floor(seconds / daySeconds), seconds % daySeconds];
    const [hours, minutes] = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60)];
    return `${days} d${hours === 0 && minutes === 0 ? '' : ` ${hours} h`}${minutes === 0 ? '' : ` ${minutes}`}`;
}
/** `Fri 27 Nov` of `2026-11-27 00:00:00`. */
function dayName(text) {
    const { weekday, day, month } = calendarTime(parseTime(`${text.replace(' ', 'T')}Z`, 's') ?? 0);
    return `${weekdayNames[weekday]} ${day} ${monthNames[month - 1]}`;
}
