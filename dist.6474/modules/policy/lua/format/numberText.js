import { generalText } from './formatFloat.js';
/** LUA_NUMBER_FMT is "%.14g". */
const significantDigits = 14;
/**
 * A float as tostring and `..` show it in Lua 5.3: "%.14g", and ".0" behind one that looks like an integer.
 *
 * Every NaN is "-nan": that is what x86-64 Linux prints for 0/0. JavaScript does not tell its sign.
 */
export function numberText(value) {
    if (Number.isNaN(value))
        return '-nan';
    if (!Number.isFinite(value))
        return value > 0 ? 'inf' : '-inf';
    const magnitude = Math.abs(value);
    if (magnitude === 0)
        return Object.is(value, -0) ? '-0.0' : '0.0';
    // The shortest text that reads back is %.14g where it has no more than 14 digits: it is that close to the value.
    if (magnitude >= 1e-4 && magnitude < 1e14) {
        const shortest = String(value);
        if (Number.isInteger(value))
            return `${shortest}.0`;
        if (shortest.length <= significantDigits)
            return shortest;
    }
    const text = generalText(magnitude, significantDigits, false);
    const shown = text.includes('.') || text.includes('e') ? text : `${text}.0`;
    return value < 0 ? `-${shown}` : shown;
}
