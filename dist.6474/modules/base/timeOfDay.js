import { daySeconds } from './utcCalendar.js';
/** Seconds of the day of `17:30` or `17:30:15`; undefined when it is no time of day. */
export function parseTimeOfDay(text) {
    const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
    if (match === null)
        return undefined;
    const [hour, minute, second] = match.slice(1, 4).map((part) => Number(part ?? 0));
    return hour > 24 || minute > 59 || second > 59 ? undefined : hour * 3600 + minute * 60 + second;
}
/** The instants of a range, its end with it, at which clocks show a time of day; as many as the range has days, at most. */
export function instantsAt(ofDaySeconds, range) {
    const instants = [];
    const firstDay = Math.floor((range.from - ofDaySeconds) / daySeconds);
    for (let day = firstDay; day * daySeconds + ofDaySeconds <= range.until; day++) {
        const instant = day * daySeconds + ofDaySeconds;
        if (instant >= range.from)
            instants.push(instant);
    }
    return instants;
}
