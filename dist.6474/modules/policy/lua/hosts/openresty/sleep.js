import { fengari } from '../../fengariApi.js';
import { raise } from '../../luaLibrary.js';
import { checkMayWait } from './phases.js';
const { lua, lauxlib } = fengari;
/** `ngx.sleep(seconds)`. Source: lua-nginx-module, src/ngx_http_lua_sleep.c. */
export function sleep(run) {
    return (L) => {
        const count = lua.lua_gettop(L);
        if (count !== 1)
            raise(L, `attempt to pass ${count} arguments, but accepted 1`);
        const seconds = lauxlib.luaL_checknumber(L, 1);
        if (!(seconds >= 0))
            raise(L, `invalid sleep duration "${Math.trunc(seconds * 1_000)}"`);
        checkMayWait(L, run, 'ngx.sleep');
        return run.wait(L, seconds, () => 0);
    };
}
