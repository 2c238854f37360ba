import { generalText } from '../format/formatFloat.js';
/** A number as LuaJIT and cjson print it: C's `%.14g`, where 3.0 is "3". */
export function shortNumber(value, precision = 14) {
    if (Number.isNaN(value))
        return 'nan';
    const sign = value < 0 || Object.is(value, -0) ? '-' : '';
    return sign + (Number.isFinite(value) ? generalText(Math.abs(value), precision, false) : 'inf');
}
