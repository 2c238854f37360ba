import { policyStream } from '../../policyStream.js';
import { fengari } from '../fengariApi.js';
import { raiseAtCaller, setFunctions } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
import { pushCount } from '../luaValue.js';
const { lua, lauxlib } = fengari;
/**
 * Gives `math` (on top of the stack) the random numbers of the run; fengari's are the process's, shared by all states.
 *
 * They differ with the replication and the seed of the scenario, whatever the policy seeds with: the date, which every run
 * begins at, must not make all runs draw alike. Within a run equal seeds give equal numbers.
 */
export function guardMath(L, run) {
    const stream = policyStream(run.random);
    const random = (thread) => {
        const count = lua.lua_gettop(thread);
        if (count > 2)
            raiseAtCaller(thread, 'wrong number of arguments');
        if (count === 0) {
            lua.lua_pushnumber(thread, stream.uniform());
            return 1;
        }
        const low = count === 1 ? 1 : checkWhole(thread, 1);
        const high = checkWhole(thread, count);
        if (low > high)
            return lauxlib.luaL_argerror(thread, 1, luaText.key('interval is empty'));
        if (high - low > Number.MAX_SAFE_INTEGER) {
            return lauxlib.luaL_argerror(thread, 1, luaText.key('interval too large'));
        }
        pushCount(thread, low + Math.floor(stream.uniform() * (high - low + 1)));
        return 1;
    };
    const words = new Int32Array(2);
    const bits = new Float64Array(words.buffer);
    const randomseed = (thread) => {
        bits[0] = lauxlib.luaL_checknumber(thread, 1);
        // Place (0, 0) is where the run begins without a seed.
        stream.seek((words[1] >>> 0) + 1, words[0] >>> 0);
        return 0;
    };
    setFunctions(L, { random, randomseed });
}
/** A whole number of any size that a float holds: real Lua has 64 bits for it. */
function checkWhole(L, argument) {
    const value = lauxlib.luaL_checknumber(L, argument);
    if (Number.isSafeInteger(value))
        return value;
    return lauxlib.luaL_argerror(L, argument, luaText.key('number has no integer representation'));
}
