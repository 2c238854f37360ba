import { floatToInteger, integerToFloat, maxInteger, shortInteger } from '../../integers/integer.js';
/**
 * Integers of library functions, which are numbers of JavaScript: those beyond 2^53 are rounded where a library asks for one.
 * A library that must be exact asks for `lua_tointegerexact`.
 */
export const integerArguments = {
    file: 'lapi.js',
    edits: [
        {
            find: 'fengari_argcheck(typeof n === "number" && (n|0) === n);',
            replace: 'fengari_argcheck(typeof n === "bigint" || Number.isSafeInteger(n));',
        },
        ...['pushinteger(L, n)', 'seti(L, idx, n)', 'rawseti(L, idx, n)', 'geti(L, idx, n)', 'rawgeti(L, idx, n)'].map((call) => {
            const head = `const lua_${call.replace('(', ' = function(')} {`;
            return { find: head, replace: `${head}\n    n = toInteger(n);` };
        }),
        {
            find: 'return lvm.tointeger(index2addr(L, idx));\n};',
            replace: `let n = lvm.tointeger(index2addr(L, idx));
    return typeof n === "bigint" ? integerToFloat(n) : n;
};

const lua_tointegerexact = function(L, idx) {
    return lvm.tointeger(index2addr(L, idx));
};
module.exports.lua_tointegerexact = lua_tointegerexact;`,
        },
    ],
    names: { integerToFloat, toInteger },
};
/** As an integer is kept. One that was rounded on its way through a library stays within 64 bits; what is none goes on to fengari's check. */
function toInteger(value) {
    if (typeof value === 'bigint')
        return shortInteger(value);
    if (typeof value !== 'number')
        return value;
    if (value >= 2 ** 63)
        return maxInteger;
    const integer = floatToInteger(Math.max(value, -(2 ** 63)));
    return integer === false ? value : integer;
}
