const units = ['kB', 'MB', 'GB', 'TB'];
/** A count for messages: `21,024,000`; one too large to be written out as 1.2e+24. */
export function countText(count) {
    const whole = Math.ceil(count);
    return whole < 1e15 ? String(whole).replace(/\B(?=(\d{3})+$)/g, ',') : whole.toPrecision(2);
}
/** Bytes for messages, rounded up to three digits: `1.28GB`, as the options take it. */
export function sizeText(bytes) {
    let [value, unit] = [bytes / 1e3, 0];
    for (; value >= 1000 && unit < units.length - 1; unit++)
        value /= 1000;
    const step = 10 ** (Math.floor(Math.log10(Math.max(value, 1e-3))) - 2);
    const rounded = Number((Math.ceil(value / step - 1e-9) * step).toPrecision(3));
    return `${rounded < 1000 ? rounded : countText(rounded)}${units[unit]}`;
}
