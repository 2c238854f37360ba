import { fengari } from '../fengariApi.js';
import { raiseAtCaller, setFunctions, wrapFunctions } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
import { waitToken } from '../threads/virtualThread.js';
const { lua, lauxlib } = fengari;
/** A new thread counts its own instructions from 0, so a thousand may pass before its first hook. */
const createCharge = 1_000;
const resumeCharge = 100;
/**
 * Guards coroutines; expects their library on top of the stack.
 *
 * A sleep in an inner coroutine must make the whole script wait. It yields a private token, and resume passes the token
 * outwards instead of showing it to the policy:
 *
 *     script --resume--> inner: sleep(60) --token--> resume --token--> host
 *     ... 60 virtual seconds ...            host --> resume --> inner goes on
 *
 * test/policy/lua/scriptRunner.test.ts: "sleeps inside a coroutine of the script's own".
 */
export function guardCoroutines(L, run) {
    const charge = (count) => (original) => (thread) => {
        run.guard.charge(thread, count);
        return original(thread);
    };
    wrapFunctions(L, { create: charge(createCharge) });
    setFunctions(L, {
        resume: (thread) => {
            const inner = lua.lua_tothread(thread, 1);
            if (inner === null)
                return lauxlib.luaL_argerror(thread, 1, luaText.key('thread expected'));
            return resume(run, thread, { inner, count: lua.lua_gettop(thread) - 1, finish: finishResume });
        },
        wrap: (thread) => {
            run.guard.charge(thread, createCharge);
            lauxlib.luaL_checktype(thread, 1, lua.LUA_TFUNCTION);
            const inner = lua.lua_newthread(thread);
            lua.lua_pushvalue(thread, 1);
            lua.lua_xmove(thread, inner, 1);
            // The thread is an upvalue, so that it counts as alive as long as its function.
            lua.lua_pushcclosure(thread, (caller) => resume(run, caller, { inner, count: lua.lua_gettop(caller), finish: finishWrap }), 1);
            return 1;
        },
    });
}
function resume(run, L, { inner, count, finish }) {
    run.guard.charge(L, resumeCharge);
    const step = stepOf(run, L, inner, count);
    if (step.kind !== 'wait')
        return finish(L, step);
    return run.park(L, run.waitSeconds, (thread) => resume(run, thread, { inner, count: 0, finish }));
}
function stepOf(run, L, inner, count) {
    if (lua.lua_status(inner) === lua.LUA_OK && lua.lua_gettop(inner) === 0) {
        lua.lua_pushstring(L, luaText.key('cannot resume dead coroutine'));
        return { kind: 'error' };
    }
    if (!lua.lua_checkstack(inner, count))
        raiseAtCaller(L, 'too many arguments to resume');
    lua.lua_xmove(L, inner, count);
    const status = lua.lua_resume(inner, L, count);
    run.guard.throwIfEnded();
    if (status !== lua.LUA_OK && status !== lua.LUA_YIELD) {
        lua.lua_xmove(inner, L, 1);
        return { kind: 'error' };
    }
    const resultCount = lua.lua_gettop(inner);
    if (resultCount === 1 && lua.lua_touserdata(inner, -1) === waitToken) {
        lua.lua_pop(inner, 1);
        return { kind: 'wait' };
    }
    if (!lua.lua_checkstack(L, resultCount + 1))
        raiseAtCaller(L, 'too many results to resume');
    lua.lua_xmove(inner, L, resultCount);
    return { kind: 'values', count: resultCount };
}
const finishResume = (L, step) => {
    const count = step.kind === 'values' ? step.count : 1;
    lua.lua_pushboolean(L, step.kind === 'values');
    lua.lua_insert(L, -(count + 1));
    return count + 1;
};
const finishWrap = (L, step) => {
    if (step.kind === 'values')
        return step.count;
    if (lua.lua_type(L, -1) === lua.LUA_TSTRING) {
        lauxlib.luaL_where(L, 1);
        lua.lua_insert(L, -2);
        lua.lua_concat(L, 2);
    }
    return lua.lua_error(L);
};
