import { bytesInteger, fits, integerBytes } from '../../integers/packing.js';
/** string.pack and string.unpack for Lua's integers, and for C's long and size_t, of 64 bits. */
export const packedIntegers = {
    file: 'lstrlib.js',
    edits: [
        { find: 'const SZINT = 4; // Size of lua_Integer', replace: "const SZINT = 8; const lapi = require('./lapi.js');" },
        ...['l', 'L', 'j', 'J', 'T'].map((letter) => ({
            find: `/*'${letter}'*/: r.size = 4;`,
            replace: `/*'${letter}'*/: r.size = 8;`,
        })),
        {
            find: 'const packint = function(b, n, islittle, size, neg) {',
            replace: `const packint = function(b, n, islittle, size, issigned) {
    luaL_addlstring(b, integerBytes(n, size, islittle, issigned), size);
};
const exactint = function(L, arg) {
    luaL_checkinteger(L, arg);
    return lapi.lua_tointegerexact(L, arg);
};
const pack32 = function(b, n, islittle, size, neg) {`,
        },
        {
            find: `let n = luaL_checkinteger(L, arg);
                if (size < SZINT) {  /* need overflow check? */
                    let lim = 1 << (size * 8) - 1;
                    luaL_argcheck(L, -lim <= n && n < lim, arg, "integer overflow");
                }
                packint(b, n, h.islittle, size, n < 0);`,
            replace: `let n = exactint(L, arg);
                luaL_argcheck(L, fits(n, size, true), arg, "integer overflow");
                packint(b, n, h.islittle, size, true);`,
        },
        {
            find: `let n = luaL_checkinteger(L, arg);
                if (size < SZINT)
                    luaL_argcheck(L, (n>>>0) < (1 << (size * NB)), arg, "unsigned overflow");
                packint(b, n>>>0, h.islittle, size, false);`,
            replace: `let n = exactint(L, arg);
                luaL_argcheck(L, fits(n, size, false), arg, "unsigned overflow");
                packint(b, n, h.islittle, size, false);`,
        },
        {
            find: 'size >= 4 /* sizeof(size_t) */ || len < (1 << (size * NB)),',
            replace: 'fits(len, size, false),',
        },
        {
            find: 'const unpackint = function(L, str, islittle, size, issigned) {',
            replace: `const unpackint = function(L, str, islittle, size, issigned) {
    let res = bytesInteger(str.subarray(0, size), islittle, issigned);
    if (res === undefined)
        luaL_error(L, to_luastring("%d-byte integer does not fit into Lua Integer"), size);
    return res;
};
const unpack32 = function(L, str, islittle, size, issigned) {`,
        },
        {
            find: 'let len = unpackint(L, data.subarray(pos), h.islittle, size, 0);',
            replace: 'let len = Number(unpackint(L, data.subarray(pos), h.islittle, size, false));\n if (len < 0) len += 2 ** 64;',
        },
    ],
    names: { bytesInteger, fits, integerBytes },
};
