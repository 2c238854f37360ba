import { clockTick, startOfDay } from '../../clock.js';
/** Ticks 1, 2, 3, 5 (or 1, 2, 5, or 1, 3, or 1) of every decade, as dense as their distance in pixels allows; none nearer than that to a place that is taken. */
export function logTicks([low, high], { pixels, apart, taken = [], }) {
    const distance = (a, b) => Math.abs(Math.log(a / b) / Math.log(high / low)) * pixels;
    for (const steps of [[1, 2, 3, 5], [1, 2, 5], [1, 3], [1]]) {
        const ticks = decades(low, high, steps);
        if (ticks.every((tick, index) => index === 0 || distance(tick, ticks[index - 1]) >= apart))
            return ticks.filter((tick) => taken.every((one) => distance(tick, one) >= apart));
    }
    const stride = Math.ceil(apart / (pixels / Math.log10(high / low)));
    return decades(low, high, [1]).filter((tick, index) => index % stride === 0 && taken.every((one) => distance(tick, one) >= apart));
}
function decades(low, high, steps) {
    const ticks = [];
    for (let exponent = Math.floor(Math.log10(low)); exponent <= Math.ceil(Math.log10(high)); exponent++) {
        // toPrecision: 3 x 10^-1 must be 0.3 in text and bytes.
        ticks.push(...steps.map((step) => Number((step * 10 ** exponent).toPrecision(3))));
    }
    return ticks.filter((tick) => tick >= low && tick <= high);
}
/** Multiples of 1, 2 or 5 times a power of ten inside [low, high], at most `countMax` of them. */
export function linearTicks(low, high, countMax) {
    const span = high - low;
    if (!(span > 0))
        return [low];
    const size = 10 ** Math.floor(Math.log10(span / countMax));
    const step = [1, 2, 5, 10, 20].map((digit) => digit * size).find((one) => span / one <= countMax - 0.5) ?? 50 * size;
    const first = Math.ceil(low / step - 1e-9);
    const count = Math.floor(high / step + 1e-9) - first + 1;
    return Array.from({ length: Math.max(0, count) }, (_, index) => Number(((first + index) * step).toPrecision(6)));
}
/** Steps that people read on a clock, seconds. */
const steps = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
];
/** Round times inside [from, until], at most `countMax`: since the begin, or of the clock where the run has one (`start`). */
export function timeTicks(from, until, countMax, start) {
    const step = steps.find((one) => (until - from) / one <= countMax) ?? 2_592_000;
    const ticks = [];
    const offset = startOfDay(start);
    for (let tick = Math.ceil((from + offset) / step) * step - offset; tick <= until; tick += step)
        ticks.push(tick);
    return { ticks, format: (seconds) => clockTick(seconds, start, { withSeconds: step < 60 }) };
}
