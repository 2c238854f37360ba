import { fengari } from '../../fengariApi.js';
import { pushLibrary } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { pushCount } from '../../luaValue.js';
import { bitsAt, folded, unary } from './bits.js';
const { lua, lauxlib } = fengari;
/** Lua 5.2's `bit32` (https://www.lua.org/manual/5.2/manual.html#6.7): 32 bits, results unsigned, displacements of any size. */
export function pushBit32(L) {
    const shift = (x, by) => {
        if (Math.abs(by) >= 32)
            return 0;
        return by >= 0 ? x << by : x >>> -by;
    };
    const rotate = (x, by) => {
        const n = by & 31;
        return n === 0 ? x : (x << n) | (x >>> (32 - n));
    };
    pushLibrary(L, {
        band: folded((a, b) => a & b, { first: -1, isUnsigned: true }),
        bor: folded((a, b) => a | b, { first: 0, isUnsigned: true }),
        bxor: folded((a, b) => a ^ b, { first: 0, isUnsigned: true }),
        bnot: unary((x) => ~x >>> 0),
        btest: (thread) => {
            let bits = -1;
            for (let index = 1; index <= lua.lua_gettop(thread); index++)
                bits &= bitsAt(thread, index);
            lua.lua_pushboolean(thread, bits !== 0);
            return 1;
        },
        lshift: displaced(shift),
        rshift: displaced((x, by) => shift(x, -by)),
        arshift: displaced((x, by) => (by < 0 ? shift(x, -by) : x >> Math.min(by, 31))),
        lrotate: displaced(rotate),
        rrotate: displaced((x, by) => rotate(x, -by)),
        extract: (thread) => {
            const { at, mask } = field(thread, 2);
            pushCount(thread, ((bitsAt(thread, 1) >>> at) & mask) >>> 0);
            return 1;
        },
        replace: (thread) => {
            const { at, mask } = field(thread, 3);
            const kept = bitsAt(thread, 1) & ~(mask << at);
            pushCount(thread, (kept | ((bitsAt(thread, 2) & mask) << at)) >>> 0);
            return 1;
        },
    });
}
function displaced(compute) {
    return (L) => {
        pushCount(L, compute(bitsAt(L, 1), bitsAt(L, 2)) >>> 0);
        return 1;
    };
}
/** The bits that `extract` and `replace` name: position, then width (1). */
function field(L, argument) {
    const at = lauxlib.luaL_checkinteger(L, argument);
    const width = lauxlib.luaL_optinteger(L, argument + 1, 1);
    if (at < 0)
        lauxlib.luaL_argerror(L, argument, luaText.key('field cannot be negative'));
    if (width <= 0)
        lauxlib.luaL_argerror(L, argument + 1, luaText.key('width must be positive'));
    if (at + width > 32)
        lauxlib.luaL_argerror(L, argument, luaText.key('trying to access non-existent bits'));
    return { at, mask: width === 32 ? -1 : (1 << width) - 1 };
}
