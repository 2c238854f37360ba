import { clockText } from '../clock.js';
/** Three digits, as many as a reader can use: 0.0123, 1.23, 12.3, 123; thousands with commas and no false precision. */
export function threeDigits(value) {
    if (value === 0)
        return '0';
    const size = Math.abs(value);
    if (size >= 1000)
        return withCommas(Number(value.toPrecision(3)));
    if (size < 0.001)
        return value.toPrecision(3);
    return String(Number(value.toPrecision(3)));
}
function withCommas(value) {
    return value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `240 ms`, `1.24 s`, `2m 05s`. */
export function latencyText(milliseconds) {
    if (milliseconds < 999.5)
        return `${threeDigits(milliseconds)} ms`;
    return milliseconds < 60_000 ? `${threeDigits(milliseconds / 1000)} s` : spanText(milliseconds / 1000);
}
/** `22 s`, `4m 10s`, `1h 05m`, `2d 03h`. */
export function spanText(seconds) {
    if (seconds < 0)
        return Math.abs(seconds) < 0.05 ? spanText(0) : `-${spanText(-seconds)}`;
    const whole = Math.round(seconds);
    if (seconds > 0 && seconds < 9.95)
        return `${threeDigits(Number(seconds.toFixed(1)))} s`;
    if (whole < 60)
        return `${whole} s`;
    if (whole < 3600)
        return twoUnits(Math.floor(whole / 60), 'm', whole % 60, 's');
    const minutes = Math.round(seconds / 60);
    if (minutes < 1440)
        return twoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'm');
    const hours = Math.round(seconds / 3600);
    return twoUnits(Math.floor(hours / 24), 'd', hours % 24, 'h');
}
/** An instant of the run: `7m 45s` after its begin, or what its clock shows. */
export function instantText(seconds, start) {
    return start === undefined ? spanText(seconds) : clockText(seconds, start);
}
function twoUnits(large, largeUnit, small, smallUnit) {
    return small === 0 ? `${large}${largeUnit}` : `${large}${largeUnit} ${String(small).padStart(2, '0')}${smallUnit}`;
}
/** A share as percent with one decimal, rounded down: 99.96 % is not all, and 98.96 % is not 99 %. */
export function percentText(share) {
    // 1e-9: 0.994 x 1000 is 994 up to rounding.
    const tenths = Math.floor(share * 1000 + 1e-9);
    return tenths === 1000 ? '100' : (tenths / 10).toFixed(1);
}
