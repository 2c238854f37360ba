import { fengari } from '../../fengariApi.js';
import { raise } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { pushCount } from '../../luaValue.js';
import { noteThreadError } from './threadErrors.js';
const { lua, lauxlib } = fengari;
/** nginx.conf's lua_max_pending_timers and lua_max_running_timers, where it says nothing. */
const pendingLimitCount = 1_024;
const runningLimitCount = 256;
/**
 * `ngx.timer`: callbacks that run in virtual time, each in a thread of its own.
 *
 * Source: lua-nginx-module, src/ngx_http_lua_timer.c. A recurring timer sets its next run when one begins, so it neither
 * drifts nor waits for a run that takes long; an error ends that run and no more.
 */
export function timerFunctions(run) {
    const timers = new Timers(run);
    return {
        at: (L) => timers.create(L, false),
        every: (L) => timers.create(L, true),
        pending_count: (L) => {
            pushCount(L, timers.pendingCount);
            return 1;
        },
        running_count: (L) => {
            pushCount(L, timers.runningCount);
            return 1;
        },
    };
}
class Timers {
    pendingCount = 0;
    runningCount = 0;
    #run;
    #task;
    constructor(run) {
        this.#run = run;
        const end = () => {
            this.runningCount--;
        };
        this.#task = {
            phase: 'timer',
            mayYield: true,
            onEnd: end,
            onError(error) {
                end();
                noteThreadError(run, 'timer', error);
            },
        };
    }
    /** at(delay, callback, ...) and every(delay, callback, ...). */
    create(L, isRecurring) {
        const count = lua.lua_gettop(L);
        if (count < 2)
            raise(L, `expecting at least 2 arguments but got ${count}`);
        const seconds = lauxlib.luaL_checknumber(L, 1);
        if (!(seconds >= 0))
            raise(L, `the delay of a timer is ${seconds} s, expected 0 or more`);
        const delaySeconds = Math.trunc(seconds * 1_000 + 1e-6) / 1_000;
        if (isRecurring && delaySeconds === 0)
            raise(L, 'delay cannot be zero');
        if (lua.lua_type(L, 2) !== lua.LUA_TFUNCTION || lua.lua_tocfunction(L, 2) !== null) {
            raise(L, "bad argument #2 to a timer's function (Lua function expected)");
        }
        if (this.pendingCount >= pendingLimitCount) {
            lua.lua_pushnil(L);
            lua.lua_pushstring(L, luaText.key('too many pending timers'));
            return 2;
        }
        this.#plan(L, count - 1, { startSeconds: this.#run.nowSeconds, delaySeconds, count: 1, isRecurring });
        pushCount(L, 1);
        return 1;
    }
    /** Takes the callback and its arguments, `valueCount` values, from the top of the stack. */
    #plan(L, valueCount, schedule) {
        this.pendingCount++;
        lua.lua_pushcfunction(L, (thread) => this.#fire(thread, schedule));
        lua.lua_insert(L, -(valueCount + 1));
        const wakeSeconds = schedule.startSeconds + schedule.count * schedule.delaySeconds;
        this.#run.threads.add(L, { argumentCount: valueCount, task: this.#task, wakeSeconds });
    }
    /** The timer's thread: the callback and its arguments are its stack. */
    #fire(L, schedule) {
        this.pendingCount--;
        this.runningCount++;
        const count = lua.lua_gettop(L);
        if (schedule.isRecurring) {
            if (!lua.lua_checkstack(L, count + 2))
                raise(L, 'too many arguments of a timer');
            for (let index = 1; index <= count; index++)
                lua.lua_pushvalue(L, index);
            this.#plan(L, count, { ...schedule, count: schedule.count + 1 });
        }
        if (this.runningCount > runningLimitCount) {
            this.#run.note(`More than ${runningLimitCount} timers run at once: OpenResty drops the others (lua_max_running_timers).`);
            return 0;
        }
        // The first argument says whether nginx is shutting down, which it never is here.
        lua.lua_pushboolean(L, false);
        lua.lua_insert(L, 2);
        lua.lua_callk(L, count, 0, 0, () => 0);
        return 0;
    }
}
