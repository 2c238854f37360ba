import { z } from 'zod';
const secondsPerUnit = {
    d: 86_400,
    h: 3_600,
    m: 60,
    s: 1,
    ms: 1e-3,
    us: 1e-6,
    µs: 1e-6,
    ns: 1e-9,
};
/**
 * Seconds of a duration in k6's grammar (Go's, with a day): `500ms`, `1m30s`, `1.5h`, `1d2h`.
 *
 * @returns undefined when the text is not a duration; a sign is kept, so that a caller can name a negative value
 */
export function parseDuration(text) {
    const match = /^([+-]?)((?:\d+(?:\.\d*)?|\.\d+)(?:ms|us|µs|ns|d|h|m|s))+$/.exec(text);
    if (text === '0')
        return 0;
    if (match === null)
        return undefined;
    let seconds = 0;
    for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ms|us|µs|ns|d|h|m|s)/g)) {
        seconds += unitSeconds(Number(amount), unit);
    }
    if (!Number.isFinite(seconds))
        return undefined;
    return match[1] === '-' ? -seconds : seconds;
}
/** Dividing by 1000 rounds once, multiplying by 0.001 twice: 30 ms must be the double nearest to 0.03. */
function unitSeconds(amount, unit) {
    if (unit === 'ms')
        return amount / 1e3;
    if (unit === 'us' || unit === 'µs')
        return amount / 1e6;
    if (unit === 'ns')
        return amount / 1e9;
    return amount * secondsPerUnit[unit];
}
/** The shortest duration text that parses back to exactly `seconds`; seconds >= 0 and finite. */
export function formatDuration(seconds) {
    if (seconds === 0)
        return '0s';
    for (const [unit, perUnit] of [
        ['d', 86_400],
        ['h', 3_600],
        ['m', 60],
        ['s', 1],
    ]) {
        if (seconds < perUnit || seconds % perUnit !== 0)
            continue;
        const text = `${seconds / perUnit}${unit}`;
        if (parseDuration(text) === seconds)
            return text;
    }
    const milliseconds = `${decimal(seconds * 1e3)}ms`;
    const small = smallDuration(seconds);
    if (small !== undefined)
        return small;
    if (seconds < 1 && parseDuration(milliseconds) === seconds)
        return milliseconds;
    const whole = formatParts(seconds);
    if (parseDuration(whole) === seconds)
        return whole;
    return `${decimal(seconds)}s`;
}
/** Whole microseconds or nanoseconds below a millisecond. */
function smallDuration(seconds) {
    if (seconds >= 1e-3)
        return undefined;
    const texts = [`${Math.round(seconds * 1e6)}us`, `${Math.round(seconds * 1e9)}ns`];
    return texts.find((text) => parseDuration(text) === seconds);
}
/** 5400 -> 1h30m; fractions of a second stay on the last part. */
function formatParts(seconds) {
    let rest = seconds;
    let text = '';
    for (const [unit, perUnit] of [
        ['d', 86_400],
        ['h', 3_600],
        ['m', 60],
    ]) {
        const count = Math.floor(rest / perUnit);
        if (count > 0)
            text += `${count}${unit}`;
        rest -= count * perUnit;
    }
    return rest > 0 ? `${text}${decimal(rest)}s` : text;
}
/** A number without an exponent, which the duration grammar does not have. */
function decimal(value) {
    const text = String(value);
    return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}
/**
 * Schema of a duration: text such as `1m30s` in the file, seconds in the program.
 *
 * Its messages have three lines: what, why, fix (see scenario/explain.ts).
 */
export function durationSchema({ sign = 'nonNegative' } = {}) {
    return z.codec(z.string({ error: (issue) => durationMessage(issue.input) }).meta({
        title: 'duration',
        description: 'A duration with a unit, e.g. 500ms, 15s, 1m30s, 1d2h',
        examples: ['15s'],
        pattern: '^\\+?((\\d+(\\.\\d*)?|\\.\\d+)(ms|us|µs|ns|d|h|m|s))+$',
    }), z.number(), {
        decode: (text, context) => {
            const seconds = parseDuration(text);
            if (seconds === undefined || (text === '0' && seconds === 0)) {
                context.issues.push({ code: 'custom', input: text, message: durationMessage(text) });
                return z.NEVER;
            }
            if (seconds < 0 || (sign === 'positive' && seconds === 0)) {
                const bound = sign === 'positive' ? '> 0' : '>= 0';
                context.issues.push({
                    code: 'custom',
                    input: text,
                    message: `is ${text}, but must be ${bound}\nTime runs forward only.\nwrite a duration ${bound}, such as 30s.`,
                });
                return z.NEVER;
            }
            return seconds;
        },
        encode: formatDuration,
    });
}
function durationMessage(input) {
    const looksNumeric = typeof input === 'number' || (typeof input === 'string' && /^[+-]?\d+(\.\d+)?$/.test(input));
    const shown = typeof input === 'string' ? `"${input}" (string)` : `${describe(input)}`;
    if (looksNumeric) {
        return `got ${shown}: a duration needs a unit\nA bare number could mean seconds or milliseconds.\nwrite ${String(input)}s or ${String(input)}ms.`;
    }
    return `got ${shown}, which is not a duration\nDurations are numbers with units: d, h, m, s, ms, us.\nwrite for example 500ms, 15s, 1m30s or 1d2h.`;
}
function describe(input) {
    if (input === null)
        return 'nothing (null)';
    if (input === undefined)
        return 'nothing';
    if (Array.isArray(input))
        return 'a list';
    if (typeof input === 'object')
        return 'a map';
    return `${String(input)} (${typeof input})`;
}
