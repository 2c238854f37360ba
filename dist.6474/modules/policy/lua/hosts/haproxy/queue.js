import { fengari } from '../../fengariApi.js';
import { pushLibrary, raise } from '../../luaLibrary.js';
import { pushCount, setField } from '../../luaValue.js';
import { heldObject } from '../heldObject.js';
import { checkIsTask } from './tasks.js';
const { lua, lauxlib } = fengari;
/** Those that wait for an item of a queue, or asked to be woken by one; its items are in Lua, at [2..] of its table. */
class QueueState {
    first = 2;
    last = 1;
    waiters = [];
}
/** Pushes `core.queue()`: push, pop, pop_wait, size, alarm. Source: doc/lua-api/index.rst, "Queue class". */
export function pushQueue(L, run) {
    lua.lua_createtable(L, 2, 0);
    lua.lua_pushlightuserdata(L, new QueueState());
    lua.lua_rawseti(L, -2, 1);
    lua.lua_createtable(L, 0, 1);
    setField(L, '__index', () => pushLibrary(L, queueFunctions(run)));
    lua.lua_setmetatable(L, -2);
}
function queueFunctions(run) {
    return {
        push(L) {
            const state = stateAt(L);
            if (lua.lua_isnoneornil(L, 2))
                raise(L, 'unexpected argument');
            lua.lua_pushvalue(L, 2);
            lua.lua_rawseti(L, 1, ++state.last);
            for (const waiter of state.waiters.splice(0))
                if (!waiter.isDone)
                    run.threads.wakeAt(waiter, run.nowSeconds);
            lua.lua_pushboolean(L, true);
            return 1;
        },
        pop(L) {
            if (!popItem(L, stateAt(L)))
                lua.lua_pushnil(L);
            return 1;
        },
        pop_wait: (L) => {
            checkIsTask(L, run, 'queue:pop_wait');
            return popWait(run, L);
        },
        size(L) {
            const state = stateAt(L);
            pushCount(L, state.last - state.first + 1);
            return 1;
        },
        alarm(L) {
            checkIsTask(L, run, 'queue:alarm');
            const { current } = run.threads;
            if (current !== undefined)
                stateAt(L).waiters.push(current);
            return 0;
        },
    };
}
/** `core.wait([milliseconds])`: until an alarm of a queue, or the time is over. */
export function waitForAlarm(run) {
    return (L) => {
        checkIsTask(L, run, 'core.wait');
        const seconds = lua.lua_isnoneornil(L, 1) ? Number.POSITIVE_INFINITY : lauxlib.luaL_checkinteger(L, 1) / 1_000;
        return run.park(L, seconds, () => 0);
    };
}
function popWait(run, L) {
    const state = stateAt(L);
    const { current } = run.threads;
    if (popItem(L, state) || current === undefined)
        return 1;
    state.waiters.push(current);
    return run.park(L, Number.POSITIVE_INFINITY, (thread) => popWait(run, thread));
}
/** Moves the oldest item onto the stack. */
function popItem(L, state) {
    if (state.first > state.last)
        return false;
    lua.lua_rawgeti(L, 1, state.first);
    lua.lua_pushnil(L);
    lua.lua_rawseti(L, 1, state.first);
    state.first++;
    return true;
}
const stateAt = (L) => heldObject(L, QueueState, 'not a queue: write queue:push(item), with a colon');
