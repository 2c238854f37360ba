import { Calendar } from '../../../kernel/calendar.js';
import { fengari, type LuaState } from '../fengariApi.js';
import type { Guard } from '../guard.js';
import { raise } from '../luaLibrary.js';
import { policyLine } from '../policyLine.js';
import { takeThreadError } from './threadError.js';
import { type ThreadTask, type VirtualThread, waitToken } from './virtualThread.js';

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

/** What the scheduler needs of the run it belongs to. */
interface ThreadHost {
  readonly guard: Guard;
  readonly nowSeconds: number;
  /** Seconds that the thread which yielded the token waits for. */
  readonly waitSeconds: number;
}

interface NewThread {
  /** Values on top of the caller's stack, above the function. */
  readonly argumentCount: number;
  readonly task: ThreadTask;
  /** Infinity: it is run by `runNow`. */
  readonly wakeSeconds: number;
  /** Before all others of its instant. */
  readonly isFirst?: boolean;
}

/**
 * The threads of one policy, in virtual time: its main chunk, timers, tasks, light threads.
 *
 * One is run at a time, always the one that wakes first; of those that wake at one instant the one that was set first,
 * as in an event loop's timers.
 */
export class VirtualThreads {
  /** The thread that runs now. */
  current: VirtualThread | undefined;
  readonly #host: ThreadHost;
  /** What keeps a thread alive in the registry. */
  readonly #references = new Map<VirtualThread, number>();
  readonly #calendar = new Calendar();
  #wakeSecond = -1;
  #wakeCount = 0;

  constructor(host: ThreadHost) {
    this.#host = host;
  }

  /** When the next thread wants to run; Infinity when none ever will. */
  get nextWakeSeconds(): number {
    return this.#calendar.peek()?.seconds ?? Number.POSITIVE_INFINITY;
  }

  get count(): number {
    return this.#references.size;
  }

  /** A new thread that calls the function on top of the stack of `L` with its arguments; takes them from it. */
  add(L: LuaState, { argumentCount, task, wakeSeconds, isFirst = false }: NewThread): VirtualThread {
    this.#host.guard.charge(L, createCharge);
    if (this.count >= threadLimitCount) {
      this.#host.guard.kill(L, 'budget', `${threadLimitCount} threads are alive`, 'Let the old ones end.');
    }
    const inner = lua.lua_newthread(L);
    const reference = lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX);
    if (!lua.lua_checkstack(inner, argumentCount + 1)) raise(L, 'too many arguments for a thread');
    lua.lua_xmove(L, inner, argumentCount + 1);
    const thread = this.#keep({ L: inner, task, argumentCount }, reference);
    this.#plan(thread, wakeSeconds, isFirst ? rank.first : rank.others);
    return thread;
  }

  /** Takes a thread that is ready to be run and kept alive by its owner. */
  adopt(L: LuaState, task: ThreadTask, wakeSeconds: number): VirtualThread {
    const thread = this.#keep({ L, task, argumentCount: 0 }, lauxlib.LUA_NOREF);
    this.#plan(thread, wakeSeconds, rank.others);
    return thread;
  }

  /** Lets a thread that waits go on at this time. */
  wakeAt(thread: VirtualThread, seconds: number): void {
    thread.scheduled?.cancel();
    thread.scheduled = undefined;
    this.#plan(thread, seconds, rank.others);
  }

  /** Runs the thread that comes next until it waits or ends, with full budgets. @throws PolicyFault */
  runNext(): void {
    if (this.#calendar.peek() !== undefined) this.#calendar.runNext();
  }

  /** Runs a thread at once, on the budgets of the thread `from` that asks for it. @throws PolicyFault */
  runNow(thread: VirtualThread, from: LuaState | null): void {
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
    } catch (thrown) {
      // fengari asserts that nothing but Lua errors follow a recovery; the guard's end of a policy does.
      throw guard.fault ?? thrown;
    } finally {
      this.current = before;
    }
  }

  /** Ends a thread that waits: it is not run again. */
  drop(thread: VirtualThread): void {
    thread.isDone = true;
    thread.scheduled?.cancel();
    const reference = this.#references.get(thread) ?? lauxlib.LUA_NOREF;
    this.#references.delete(thread);
    // Its own stack may be full of an error.
    const { mainthread } = thread.L.l_G;
    if (reference !== lauxlib.LUA_NOREF) lauxlib.luaL_unref(mainthread, lua.LUA_REGISTRYINDEX, reference);
  }

  #keep(fields: Pick<VirtualThread, 'L' | 'task' | 'argumentCount'>, reference: number): VirtualThread {
    const thread = { ...fields, scheduled: undefined, isLeaving: false, isDone: false };
    this.#references.set(thread, reference);
    return thread;
  }

  #plan(thread: VirtualThread, seconds: number, ofInstant: number): void {
    if (seconds === Number.POSITIVE_INFINITY) return;
    thread.scheduled = this.#calendar.at(seconds, ofInstant, () => {
      this.#host.guard.begin(this.#host.nowSeconds);
      this.#countWake(thread);
      this.runNow(thread, null);
    });
  }

  /** What follows a resume: an end, an error, or a wait that it asked for. */
  #settle(thread: VirtualThread, status: number): void {
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
    if (task.onError === undefined) throw guard.end(guard.makeFault('runtime', error));
    task.onError(error, thread);
  }

  #wait(thread: VirtualThread): void {
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
  yieldFault(L: LuaState): Error {
    const { guard } = this.#host;
    const place = policyLine(L, guard.fileName) ?? guard.fileName;
    const text = `${place}: coroutine.yield outside of a coroutine of its own. To wait, sleep.`;
    return guard.end(guard.makeFault('runtime', text));
  }

  #countWake(thread: VirtualThread): void {
    const { guard, nowSeconds } = this.#host;
    const second = Math.floor(nowSeconds);
    this.#wakeCount = second === this.#wakeSecond ? this.#wakeCount + 1 : 1;
    this.#wakeSecond = second;
    if (this.#wakeCount <= wakesPerSecondLimit) return;
    const what = `its threads woke more than ${wakesPerSecondLimit} times in one virtual second`;
    guard.kill(thread.L, 'budget', what, 'Look for a timer without a delay, or timers that start more timers.');
  }
}

/** A yield to the host's event loop takes one step of its clock. */
const yieldSeconds = 0.001;
