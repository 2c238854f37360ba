import { fengari } from '../fengariApi.js';
const { lua } = fengari;
/**
 * Charges a library function for the texts it is given: it loops over them outside of the count hook.
 *
 * An eighth of an instruction for each byte is what native code costs beside interpreted code.
 */
export function charged(run, byteCharge = 1 / 8) {
    return (original) => (L) => {
        const count = lua.lua_gettop(L);
        let work = count;
        for (let index = 1; index <= count; index++) {
            if (lua.lua_type(L, index) === lua.LUA_TSTRING)
                work += lua.lua_rawlen(L, index) * byteCharge;
        }
        if (work > 100)
            run.guard.charge(L, Math.ceil(work));
        return original(L);
    };
}
