import { Calendar } from '../../../kernel/calendar.js';
import { fengari } from '../fengariApi.js';
import { raise } from '../luaLibrary.js';
import { policyLine } from '../policyLine.js';
import { takeThreadError } from './threadError.js';
import { waitToken } from './virtualThread.js';
const { lua, lauxlib } = fengari;
/** A new thread counts its own instructions from 0, so a thousand may pass before its first hook. */
const createCharge = 1_000;
/**
 * More than any timer needs: an event loop has a resolution of 1 ms. Threads that wake each other without time passing,
 * or breed, would else never end.
 */
const wakesPerSecondLimit = 20_000;
/** Far more than a policy needs, and some tens of megabytes. */
const threadLimitCount = 10_000;
/** Ranks of wakes at one instant. */
const rank = { first: 0, others: 1 };
/**
 * The threads of one policy, in virtual time: its main chunk, timers, tasks, light threads.
 *
 * One is run at a time, always the one that wakes first; of those that wake at one instant the one that was set first,
 * as in an event loop's timers.
 */
export class VirtualThreads {
    /** The thread that runs now. */
    current;
    #host;
    /** What keeps a thread alive in the registry. */
    #references = new Map();
    #calendar = new Calendar();
    #wakeSecond = -1;
    #wakeCount = 0;
    constructor(host) {
        this.#host = host;
    }
    /** When the next thread wants to run; Infinity when none ever will. */
    get nextWakeSeconds() {
        return this.#calendar.peek()?.seconds ?? Number.POSITIVE_INFINITY;
    }
    get count() {
        return this.#references.size;
    }
    /** A new thread that calls the function on top of the stack of `L` with its arguments; takes them from it. */
    add(L, { argumentCount, task, wakeSeconds, isFirst = false }) {
        this.#host.guard.charge(L, createCharge);
        if (this.count >= threadLimitCount) {
            this.#host.guard.kill(L, 'budget', `${threadLimitCount} threads are alive`, 'Let the old ones end.');
        }
        const inner = lua.lua_newthread(L);
        const reference = lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX);
        if (!lua.lua_checkstack(inner, argumentCount + 1))
            raise(L, 'too many arguments for a thread');
        lua.lua_xmove(L, inner, argumentCount + 1);
        const thread = this.#keep({ L: inner, task, argumentCount }, reference);
        this.#plan(thread, wakeSeconds, isFirst ? rank.first : rank.others);
        return thread;
    }
    /** Takes a thread that is ready to be run and kept alive by its owner. */
    adopt(L, task, wakeSeconds) {
        const thread = this.#keep({ L, task, argumentCount: 0 }, lauxlib.LUA_NOREF);
        this.#plan(thread, wakeSeconds, rank.others);
        return thread;
    }
    /** Lets a thread that waits go on at this time. */
    wakeAt(thread, seconds) {
        thread.scheduled?.cancel();
        thread.scheduled = undefined;
        this.#plan(thread, seconds, rank.others);
    }
    /** Runs the thread that comes next until it waits or ends, with full budgets. @throws PolicyFault */
    runNext() {
        if (this.#calendar.peek() !== undefined)
            this.#calendar.runNext();
    }
    /** Runs a thread at once, on the budgets of the thread `from` that asks for it. @throws PolicyFault */
    runNow(thread, from) {
        const { guard } = this.#host;
        const before = this.current;
        thread.scheduled?.cancel();
        thread.scheduled = undefined;
        this.current = thread;
        try {
            const status = lua.lua_resume(thread.L, from, thread.argumentCount);
            guard.throwIfEnded();
            thread.argumentCount = 0;
            this.#settle(thread, status);
        }
        catch (thrown) {
            // fengari asserts that nothing but Lua errors follow a recovery; the guard's end of a policy does.
            throw guard.fault ?? thrown;
        }
        finally {
            this.current = before;
        }
    }
    /** Ends a thread that waits: it is not run again. */
    drop(thread) {
        thread.isDone = true;
        thread.scheduled?.cancel();
        const reference = this.#references.get(thread) ?? lauxlib.LUA_NOREF;
        this.#references.delete(thread);
        // Its own stack may be full of an error.
        const { mainthread } = thread.L.l_G;
        if (reference !== lauxlib.LUA_NOREF)
            lauxlib.luaL_unref(mainthread, lua.LUA_REGISTRYINDEX, reference);
    }
    #keep(fields, reference) {
        const thread = { ...fields, scheduled: undefined, isLeaving: false, isDone: false };
        this.#references.set(thread, reference);
        return thread;
    }
    #plan(thread, seconds, ofInstant) {
        if (seconds === Number.POSITIVE_INFINITY)
            return;
        thread.scheduled = this.#calendar.at(seconds, ofInstant, () => {
            this.#host.guard.begin(this.#host.nowSeconds);
            this.#countWake(thread);
            this.runNow(thread, null);
        });
    }
    /** What follows a resume: an end, an error, or a wait that it asked for. */
    #settle(thread, status) {
        const { guard } = this.#host;
        const { L, task } = thread;
        if (status === lua.LUA_YIELD && !thread.isLeaving) {
            this.#wait(thread);
            return;
        }
        this.drop(thread);
        if (status === lua.LUA_OK || status === lua.LUA_YIELD) {
            task.onEnd?.(thread);
            return;
        }
        const error = takeThreadError(L, guard.fileName);
        if (task.onError === undefined)
            throw guard.end(guard.makeFault('runtime', error));
        task.onError(error, thread);
    }
    #wait(thread) {
        const { nowSeconds, waitSeconds } = this.#host;
        const { L, task } = thread;
        if (lua.lua_touserdata(L, -1) === waitToken) {
            lua.lua_pop(L, 1);
            this.wakeAt(thread, nowSeconds + waitSeconds);
            return;
        }
        if (task.mayYield === true) {
            lua.lua_settop(L, 0);
            this.wakeAt(thread, nowSeconds + yieldSeconds);
            return;
        }
        throw this.yieldFault(L);
    }
    /** The end of a policy that yields where nobody resumes it. */
    yieldFault(L) {
        const { guard } = this.#host;
        const place = policyLine(L, guard.fileName) ?? guard.fileName;
        const text = `${place}: coroutine.yield outside of a coroutine of its own. To wait, sleep.`;
        return guard.end(guard.makeFault('runtime', text));
    }
    #countWake(thread) {
        const { guard, nowSeconds } = this.#host;
        const second = Math.floor(nowSeconds);
        this.#wakeCount = second === this.#wakeSecond ? this.#wakeCount + 1 : 1;
        this.#wakeSecond = second;
        if (this.#wakeCount <= wakesPerSecondLimit)
            return;
        const what = `its threads woke more than ${wakesPerSecondLimit} times in one virtual second`;
        guard.kill(thread.L, 'budget', what, 'Look for a timer without a delay, or timers that start more timers.');
    }
}
/** A yield to the host's event loop takes one step of its clock. */
const yieldSeconds = 0.001;
