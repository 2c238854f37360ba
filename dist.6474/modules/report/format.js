import { costText, moneyText } from './money.js';
/** Between a number and its unit, so that lines never break there and the gap stays small. */
export const thinSpace = '\u202f';
const minus = '\u2212';
/** Three significant digits, thousands grouped, true minus: `1.22`, `412`, `12,300`, `−0.5`. */
export function formatNumber(value) {
    if (value === 0)
        return '0';
    const sign = value < 0 ? minus : '';
    const size = Number(Math.abs(value).toPrecision(3));
    if (size >= 1000)
        return sign + groupThousands(size.toFixed(0));
    if (size < 0.001)
        return sign + size.toPrecision(3);
    return sign + String(size);
}
/** A whole number with thousands grouped: `12,345`. */
export function formatCount(value) {
    const whole = Math.round(value);
    return (whole < 0 ? minus : '') + groupThousands(Math.abs(whole).toFixed(0));
}
function groupThousands(digits) {
    return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
/** A latency: `412 ms`, `1.22 s`, `2 min 5 s`. */
export function formatMilliseconds(milliseconds) {
    if (Math.abs(milliseconds) < 999.5)
        return `${formatNumber(milliseconds)} ms`;
    if (Math.abs(milliseconds) < 59_950)
        return `${formatNumber(milliseconds / 1000)} s`;
    return formatDuration(milliseconds / 1000);
}
/** A span of time: `11 s`, `6 min 51 s`, `2 h`, `3 d 4 h`. */
export function formatDuration(seconds) {
    // Nothing is never less than nothing: what rounds to 0 has no sign.
    if (seconds < 0)
        return Math.abs(seconds) < 0.05 ? formatDuration(0) : minus + formatDuration(-seconds);
    if (seconds > 0 && seconds < 9.95)
        return `${formatNumber(Number(seconds.toFixed(1)))} s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    if (whole < 3600)
        return twoUnits({ large: Math.floor(whole / 60), small: whole % 60, units: ['min', 's'] });
    const minutes = Math.round(seconds / 60);
    if (minutes < 1440)
        return twoUnits({ large: Math.floor(minutes / 60), small: minutes % 60, units: ['h', 'min'] });
    const hours = Math.round(seconds / 3600);
    return twoUnits({ large: Math.floor(hours / 24), small: hours % 24, units: ['d', 'h'] });
}
function twoUnits({ large, small, units }) {
    return small === 0 ? `${large} ${units[0]}` : `${large} ${units[0]} ${small} ${units[1]}`;
}
/** Money with a true minus: `$12.7`, `$1,230`, `−$0.150`. */
export function formatUsd(usd) {
    return moneyText(usd).replace('-', minus);
}
/** The cost of a run in the scenario's unit, with a true minus: `$12.7/run`. */
export function formatCost(usd, unit) {
    return costText(usd, unit).replace('-', minus);
}
/** A share of 0..1 as percent, rounded down so that 99.96 % is never shown as 100 %: `99.74 %`, `93.8 %`. */
export function formatShare(share) {
    const percent = share * 100;
    // 1e-9: 0.994 x 1000 is 994 up to rounding. Near 100 % the second decimal decides about an objective.
    const scale = percent >= 99 ? 100 : 10;
    const floored = Math.floor(percent * scale + 1e-9) / scale;
    return `${floored === 100 ? '100' : floored.toFixed(percent >= 99 ? 2 : 1)}${thinSpace}%`;
}
/** A number of percent: `2.3 %`, `25 %`, `−36 %`; one decimal below ten. Something that rounds to nothing stays `0.0 %`. */
export function formatPercent(percent) {
    const size = Math.abs(percent);
    if (size === 0)
        return `0${thinSpace}%`;
    const text = size < 9.95 ? size.toFixed(1) : size.toFixed(0);
    return `${percent < 0 && Number(text) !== 0 ? minus : ''}${text}${thinSpace}%`;
}
/** A limit as the user wrote it, without false digits: 0.99 -> `99 %`. */
export function formatObjective(share) {
    return `${String(Number((share * 100).toPrecision(12)))}${thinSpace}%`;
}
/** A time of the run: `hh:mm`, or `hh:mm:ss` where seconds matter. */
export function formatClock(seconds, { withSeconds = true } = {}) {
    const whole = Math.floor(seconds);
    const two = (value) => String(value).padStart(2, '0');
    const minutes = `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}`;
    return withSeconds ? `${minutes}:${two(whole % 60)}` : minutes;
}
/** A value in its measure's unit (see `Measure.unit`). */
export function formatInUnit(value, unit) {
    if (unit === 'ms')
        return formatMilliseconds(value);
    if (unit === 's')
        return formatDuration(value);
    if (unit === 'usd')
        return formatUsd(value);
    if (unit === 'ratio')
        return formatShare(value);
    if (unit === 'percent')
        return formatPercent(value);
    if (unit === 'requests' || unit === 'count')
        return value >= 100 ? formatCount(value) : trimmed(value);
    return formatNumber(value);
}
/** Counts averaged over replications: one decimal below a hundred, none where it says nothing. */
function trimmed(value) {
    const tenths = Number(value.toFixed(1));
    return `${tenths < 0 ? minus : ''}${Math.abs(tenths)}`;
}
/** An interval in its measure's unit: `398 ms to 412 ms`; `about` where the runs do not carry its confidence. */
export function formatInterval({ low, high, about }, unit) {
    if (low === null || high === null)
        return '';
    if (low === high)
        return 'the same in every run';
    return `${about === true ? 'about ' : ''}${formatInUnit(low, unit)} to ${formatInUnit(high, unit)}`;
}
/** Names as prose: `a`, `a and b`, `a, b and c`. */
export function listOf(names) {
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** Small counts as words: `two`, `12`. */
export function countWord(count) {
    return numberWords[count] ?? String(count);
}
/** A block of lines after an empty one; nothing for none. */
export function withGap(lines) {
    return lines.length === 0 ? [] : ['', ...lines];
}
/** A noun with its count: `1 run`, `10 runs`. */
export function counted(count, noun, plural = `${noun}s`) {
    return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
/** The begin of a sentence. */
export function capital(text) {
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
