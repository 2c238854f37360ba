import { fengari } from '../../fengariApi.js';
import { pushLibrary, raise } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { pushCount, setField } from '../../luaValue.js';
import { heldObject } from '../heldObject.js';
import { checkMayWait } from './phases.js';
const { lua, lauxlib } = fengari;
class Semaphore {
    count;
    /** Those that wait, the first of them first; one that got its resource is `isServed`. */
    waiters = [];
    constructor(count) {
        this.count = count;
    }
}
/** Pushes `ngx.semaphore`: new, post, wait(timeout), count. Source: lua-resty-core, lib/ngx/semaphore.md. */
export function pushSemaphore(L, run) {
    pushLibrary(L, {
        post(thread) {
            const semaphore = semaphoreAt(thread);
            const count = lua.lua_isnoneornil(thread, 2) ? 1 : lauxlib.luaL_checknumber(thread, 2);
            if (!(count >= 1))
                raise(thread, 'no negative number');
            semaphore.count += Math.trunc(count);
            run.guard.charge(thread, 1 + semaphore.waiters.length);
            for (let waiter = semaphore.waiters[0]; waiter !== undefined && semaphore.count > 0; waiter = semaphore.waiters[0]) {
                semaphore.waiters.shift();
                if (waiter.thread.isDone)
                    continue;
                waiter.isServed = true;
                semaphore.count--;
                run.threads.wakeAt(waiter.thread, run.nowSeconds);
            }
            lua.lua_pushboolean(thread, true);
            return 1;
        },
        wait: (thread) => wait(run, thread),
        count(thread) {
            const { count, waiters } = semaphoreAt(thread);
            pushCount(thread, count - waiters.length);
            return 1;
        },
    });
    const methods = lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX);
    pushLibrary(L, {
        new(thread) {
            const count = lua.lua_isnoneornil(thread, 1) ? 0 : lauxlib.luaL_checknumber(thread, 1);
            if (!(count >= 0))
                raise(thread, 'no negative number');
            lua.lua_createtable(thread, 1, 0);
            lua.lua_pushlightuserdata(thread, new Semaphore(Math.trunc(count)));
            lua.lua_rawseti(thread, -2, 1);
            lua.lua_createtable(thread, 0, 1);
            setField(thread, '__index', () => lua.lua_rawgeti(thread, lua.LUA_REGISTRYINDEX, methods));
            lua.lua_setmetatable(thread, -2);
            return 1;
        },
    });
    setField(L, 'version', () => lua.lua_pushstring(L, luaText.key('0.1.31')));
}
function wait(run, L) {
    const semaphore = semaphoreAt(L);
    const seconds = lauxlib.luaL_checknumber(L, 2);
    if (!(seconds >= 0))
        raise(L, 'no negative number');
    const { current } = run.threads;
    if (semaphore.count > 0) {
        semaphore.count--;
        lua.lua_pushboolean(L, true);
        return 1;
    }
    if (seconds === 0 || current === undefined)
        return pushTimeout(L);
    checkMayWait(L, run, 'semaphore:wait');
    const waiter = { thread: current, isServed: false };
    semaphore.waiters.push(waiter);
    return run.park(L, seconds, (thread) => {
        if (waiter.isServed) {
            lua.lua_pushboolean(thread, true);
            return 1;
        }
        semaphore.waiters.splice(semaphore.waiters.indexOf(waiter), 1);
        return pushTimeout(thread);
    });
}
const semaphoreAt = (L) => heldObject(L, Semaphore, 'not a semaphore: write sema:wait(1), with a colon');
function pushTimeout(L) {
    lua.lua_pushnil(L);
    lua.lua_pushstring(L, luaText.key('timeout'));
    return 2;
}
