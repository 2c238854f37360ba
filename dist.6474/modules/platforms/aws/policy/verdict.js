/** `wanted` of a verdict, where the group's maximum cuts it. */
export function cutAtMaximum(wanted, { maxCount }) {
    return wanted > maxCount ? { wanted } : {};
}
/** What is in force stays; a capacity outside of the group's bounds moves into them. */
export function bounded(desired, { minCount, maxCount }) {
    return Math.min(maxCount, Math.max(minCount, desired));
}
/** A time of the run as people read it: `12m30s`, `1h05m`, `45s`. */
export function timeText(seconds) {
    const whole = Math.round(seconds);
    const minutes = Math.floor(whole / 60) % 60;
    const hours = Math.floor(whole / 3600);
    const rest = whole % 60;
    if (hours > 0)
        return `${hours}h${String(minutes).padStart(2, '0')}m`;
    return minutes === 0 ? `${rest}s` : `${minutes}m${rest === 0 ? '' : String(rest).padStart(2, '0').concat('s')}`;
}
