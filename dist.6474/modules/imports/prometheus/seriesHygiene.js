import { formatDuration } from '../../base/duration.js';
import { isoTime } from '../../base/isoTime.js';
import { spanText } from '../spanText.js';
/** A step over this many medians is a gap, as the replay of traces has it. */
const GAP_FACTOR = 1.5;
/** What the reader must know before trusting rates made from a series. */
export function seriesHygiene(series, rates) {
    const { rows, emptyCount } = rates;
    const first = rows[0].seconds;
    const last = rows[rows.length - 1].seconds;
    const steps = rows.slice(1).map(({ seconds }, index) => seconds - rows[index].seconds);
    const stepSeconds = median(steps);
    const mean = rows.reduce((sum, { ratePerSecond }) => sum + ratePerSecond, 0) / rows.length;
    const peak = rows.reduce((most, { ratePerSecond }) => Math.max(most, ratePerSecond), 0);
    return [
        `series ${series.label}`,
        `span ${isoTime(first)} to ${isoTime(last)}: ${spanText(last - first)}, mean ${short(mean)} a second, peak ${short(peak)}`,
        stepSeconds === undefined
            ? 'step unknown: one row'
            : `step ${formatDuration(rounded(stepSeconds))}, ${rows.length} rows`,
        gapNote(steps, stepSeconds, rows),
        emptyCount === 0
            ? 'no empty values (NaN, stale)'
            : `${emptyCount} empty values (NaN, stale) left out: gaps where they stood`,
        ...(series.doubleCount === 0
            ? []
            : [`${series.doubleCount} samples stood in the file twice, the first of each is kept`]),
        kindNote(rates, stepSeconds),
    ];
}
function gapNote(steps, stepSeconds, rows) {
    const longest = steps.reduce((best, step, index) => (step > steps[best] ? index : best), 0);
    const gapCount = steps.filter((step) => stepSeconds !== undefined && step > GAP_FACTOR * stepSeconds).length;
    if (gapCount === 0)
        return 'gaps none';
    return `gaps ${gapCount}, the longest ${spanText(steps[longest])} from ${isoTime(rows[longest].seconds)}: the replay holds the rate unless \`gaps\` says otherwise`;
}
function kindNote({ isCounter, resetCount }, stepSeconds) {
    if (!isCounter) {
        return 'values are taken as requests a second; the file does not say their rate window: rate(x[5m]) hides peaks shorter than 5 min and comes late by half of it';
    }
    const window = stepSeconds === undefined ? '' : `, rate window ${formatDuration(rounded(stepSeconds))} (one step)`;
    return `a counter, by its name: rates are its increase from sample to sample${window}; ${resetCount} ${resetCount === 1 ? 'reset' : 'resets'}`;
}
/** The lower median, as the replay takes it. */
function median(values) {
    return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}
function rounded(seconds) {
    return Math.round(seconds * 1000) / 1000;
}
function short(value) {
    return Number(value.toPrecision(3));
}
