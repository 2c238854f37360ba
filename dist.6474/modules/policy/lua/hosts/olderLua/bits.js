import { fengari } from '../../fengariApi.js';
import { pushCount } from '../../luaValue.js';
const { lua, lauxlib } = fengari;
/** An argument's lowest 32 bits, signed; a fraction is rounded half to even, as LuaJIT rounds. */
export function bitsAt(L, argument) {
    const number = lauxlib.luaL_checknumber(L, argument);
    const rounded = Math.round(number);
    return (rounded - number === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded) | 0;
}
export function unary(compute) {
    return (L) => {
        pushCount(L, compute(bitsAt(L, 1)));
        return 1;
    };
}
/** Over all arguments; `bit` wants one at least, `bit32` begins with a value of its own. */
export function folded(combine, { first, isUnsigned = false } = {}) {
    return (L) => {
        let bits = first ?? bitsAt(L, 1);
        for (let index = first === undefined ? 2 : 1; index <= lua.lua_gettop(L); index++) {
            bits = combine(bits, bitsAt(L, index));
        }
        pushCount(L, isUnsigned ? bits >>> 0 : bits);
        return 1;
    };
}
