import { fengari } from '../../fengariApi.js';
import { pushLibrary } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { pushCount } from '../../luaValue.js';
import { pushBit32 } from './bit32.js';
import { bitsAt, folded, unary } from './bits.js';
import { addOlderFunctions, olderNames } from './olderFunctions.js';
const { lua } = fengari;
/** LuaJIT's `bit` (https://bitop.luajit.org/api.html): 32 bits, results signed, shift counts modulo 32. */
function pushBit(L) {
    pushLibrary(L, {
        tobit: unary((x) => x),
        bnot: unary((x) => ~x),
        bswap: unary((x) => (x >>> 24) | ((x >>> 8) & 0xff00) | ((x << 8) & 0xff0000) | (x << 24)),
        band: folded((a, b) => a & b),
        bor: folded((a, b) => a | b),
        bxor: folded((a, b) => a ^ b),
        lshift: shifted((x, n) => x << n),
        rshift: shifted((x, n) => (x >>> n) | 0),
        arshift: shifted((x, n) => x >> n),
        rol: shifted((x, n) => (x << n) | (n === 0 ? 0 : x >>> (32 - n))),
        ror: shifted((x, n) => (x >>> n) | (n === 0 ? 0 : x << (32 - n))),
        tohex,
    });
}
function shifted(compute) {
    return (L) => {
        pushCount(L, compute(bitsAt(L, 1), bitsAt(L, 2) & 31));
        return 1;
    };
}
/** `bit.tohex(x[, n])`: n digits (8), the lowest; upper case where n is negative. */
const tohex = (L) => {
    const bits = bitsAt(L, 1);
    const count = lua.lua_isnoneornil(L, 2) ? 8 : bitsAt(L, 2);
    const digits = Math.min(8, Math.abs(count));
    const text = digits === 0 ? '' : (bits >>> 0).toString(16).padStart(8, '0').slice(-digits);
    lua.lua_pushstring(L, luaText.bytes(count < 0 ? text.toUpperCase() : text));
    return 1;
};
/** What Lua 5.1, 5.2 and LuaJIT have and 5.3 has not. */
export const olderLua = {
    name: 'Lua 5.1 and LuaJIT',
    globals: { bit: pushBit, bit32: pushBit32 },
    modules: { bit: pushBit, bit32: pushBit32 },
    additions: { pattern: olderNames, add: addOlderFunctions },
};
