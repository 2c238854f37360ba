import { fengari } from '../../fengariApi.js';
import { raise } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { checkMayWait } from './phases.js';
import { noteThreadError } from './threadErrors.js';
const { lua, lauxlib } = fengari;
/** `ngx.thread`: light threads. Source: lua-nginx-module, src/ngx_http_lua_uthread.c. */
export function threadFunctions(run) {
    const known = new WeakMap();
    const lightAt = (L, index) => {
        const inner = lua.lua_tothread(L, index);
        if (inner === null)
            return lauxlib.luaL_argerror(L, index, luaText.key('lua thread expected'));
        return known.get(inner) ?? raise(L, 'attempt to wait on a coroutine that is not a user thread');
    };
    return {
        spawn(L) {
            checkMayWait(L, run, 'ngx.thread.spawn');
            lauxlib.luaL_checktype(L, 1, lua.LUA_TFUNCTION);
            return spawn(run, L, known);
        },
        wait(L) {
            checkMayWait(L, run, 'ngx.thread.wait');
            if (lua.lua_gettop(L) === 0)
                raise(L, 'at least one coroutine should be specified');
            const lights = Array.from({ length: lua.lua_gettop(L) }, (_, index) => lightAt(L, index + 1));
            return wait(run, L, lights);
        },
        kill(L) {
            const light = lightAt(L, 1);
            if (light.parent !== L)
                return pushFailure(L, 'killer not parent');
            const { state } = light;
            light.state = 'gone';
            if (state === 'gone')
                return pushFailure(L, 'already waited or killed');
            if (state !== 'alive')
                return pushFailure(L, 'already terminated');
            run.threads.drop(light.thread);
            lua.lua_pushinteger(L, 1);
            return 1;
        },
    };
}
/** Runs the function at once until it waits or ends. */
function spawn(run, L, known) {
    const end = (thread, state) => {
        const light = known.get(thread.L);
        if (light === undefined)
            return;
        light.state = state;
        const { waiter } = light;
        if (waiter === undefined || waiter.winner !== undefined)
            return;
        waiter.winner = light;
        run.threads.wakeAt(waiter.thread, run.nowSeconds);
    };
    const task = {
        phase: run.threads.current?.task.phase ?? 'main',
        mayYield: true,
        onEnd: (thread) => end(thread, 'returned'),
        onError(error, thread) {
            noteThreadError(run, 'light thread', error);
            lua.lua_settop(thread.L, 0);
            lua.lua_pushstring(thread.L, luaText.bytes(error));
            end(thread, 'failed');
        },
    };
    const thread = run.threads.add(L, {
        argumentCount: lua.lua_gettop(L) - 1,
        task,
        wakeSeconds: Number.POSITIVE_INFINITY,
    });
    known.set(thread.L, { thread, parent: L, state: 'alive', waiter: undefined });
    lua.lua_pushthread(thread.L);
    lua.lua_xmove(thread.L, L, 1);
    run.threads.runNow(thread, L);
    return 1;
}
function wait(run, L, lights) {
    for (const light of lights) {
        if (light.parent !== L)
            raise(L, 'only the parent coroutine can wait on the thread');
        if (light.state === 'returned' || light.state === 'failed')
            return pushResults(L, light);
    }
    const alive = lights.filter(({ state }) => state === 'alive');
    const { current } = run.threads;
    if (alive.length === 0 || current === undefined)
        return pushFailure(L, 'already waited or killed');
    const waiter = { thread: current, winner: undefined };
    for (const light of alive)
        light.waiter = waiter;
    return run.park(L, Number.POSITIVE_INFINITY, (thread) => {
        for (const light of alive)
            light.waiter = undefined;
        return waiter.winner === undefined
            ? pushFailure(thread, 'already waited or killed')
            : pushResults(thread, waiter.winner);
    });
}
/** As coroutine.resume: true and what it returned, or false and its error. */
function pushResults(L, light) {
    const inner = light.thread.L;
    const count = lua.lua_gettop(inner);
    if (!lua.lua_checkstack(L, count + 1))
        raise(L, 'too many results of a thread');
    lua.lua_pushboolean(L, light.state === 'returned');
    lua.lua_xmove(inner, L, count);
    light.state = 'gone';
    return count + 1;
}
function pushFailure(L, message) {
    lua.lua_pushnil(L);
    lua.lua_pushstring(L, luaText.key(message));
    return 2;
}
