import { fengari, type LuaState } from '../fengariApi.js';
import type { Guard } from '../guard.js';
import { raise } from '../luaLibrary.js';
import { policyLine } from '../policyLine.js';
import { takeThreadError } from './threadError.js';
import type { ThreadTask, VirtualThread } from './virtualThread.js';
import { waitToken } from './waitToken.js';

const { lua, lauxlib } = fengari;

/** A new thread counts its own instructions from 0, so a thousand may pass before its first hook. */
const createCharge = 1_000;
/**
 * More than any timer needs: an event loop has a resolution of 1 ms. Threads that wake each other without time passing,
 * or breed, would else never end.
 */
const wakesPerSecondLimit = 20_000;
/** As many threads as memory allows, but each wake looks at all of them. */
const threadLimitCount = 10_000;

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
  readonly wakeSeconds: number;
  /** Before all others of its instant. */
  readonly isFirst?: boolean;
}

/**
 * The threads of one policy, in virtual time: its main chunk, timers, tasks, light threads.
 *
 * One is run at a time, always the one that wakes first; of those that wake at one instant the one that was set first,
 * as in an event loop's timers. Cost: a wake looks at all threads, which are few.
 */
export class VirtualThreads {
  /** The thread that runs now. */
  current: VirtualThread | undefined;
  readonly #host: ThreadHost;
  readonly #alive: { readonly thread: VirtualThread; readonly reference: number }[] = [];
  #sequence = 0;
  #wakeSecond = -1;
  #wakeCount = 0;

  constructor(host: ThreadHost) {
    this.#host = host;
  }

  /** When the next thread wants to run; Infinity when none ever will. */
  get nextWakeSeconds(): number {
    return this.#first()?.wakeSeconds ?? Number.POSITIVE_INFINITY;
  }

  get count(): number {
    return this.#alive.length;
  }

  /** A new thread that calls the function on top of the stack of `L` with its arguments; takes them from it. */
  add(L: LuaState, { argumentCount, task, wakeSeconds, isFirst = false }: NewThread): VirtualThread {
    this.#host.guard.charge(L, createCharge);
    if (this.#alive.length >= threadLimitCount) {
      this.#host.guard.kill(L, 'budget', `${threadLimitCount} threads are alive`, 'Let the old ones end.');
    }
    const inner = lua.lua_newthread(L);
    const reference = lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX);
    if (!lua.lua_checkstack(inner, argumentCount + 1)) raise(L, 'too many arguments for a thread');
    lua.lua_xmove(L, inner, argumentCount + 1);
    const sequence = isFirst ? this.#sequence++ - Number.MAX_SAFE_INTEGER : this.#sequence++;
    return this.#keep({ L: inner, task, wakeSeconds, sequence, argumentCount }, reference);
  }

  /** Takes a thread that is ready to be run and kept alive by its owner. */
  adopt(L: LuaState, task: ThreadTask, wakeSeconds: number): VirtualThread {
    return this.#keep({ L, task, wakeSeconds, sequence: this.#sequence++, argumentCount: 0 }, lauxlib.LUA_NOREF);
  }

  /** Lets a thread that waits go on at this time. */
  wakeAt(thread: VirtualThread, seconds: number): void {
    thread.wakeSeconds = seconds;
    thread.sequence = this.#sequence++;
  }

  /** Runs the thread that comes next until it waits or ends, with full budgets. @throws PolicyFault */
  runNext(): void {
    const thread = this.#first();
    if (thread === undefined) return;
    this.#host.guard.begin(this.#host.nowSeconds);
    this.#countWake(thread);
    this.runNow(thread, null);
  }

  /** Runs a thread at once, on the budgets of the thread `from` that asks for it. @throws PolicyFault */
  runNow(thread: VirtualThread, from: LuaState | null): void {
    const { guard } = this.#host;
    const before = this.current;
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
    const index = this.#alive.findIndex((entry) => entry.thread === thread);
    if (index === -1) return;
    const [{ reference }] = this.#alive.splice(index, 1);
    // Its own stack may be full of an error.
    const { mainthread } = thread.L.l_G;
    if (reference !== lauxlib.LUA_NOREF) lauxlib.luaL_unref(mainthread, lua.LUA_REGISTRYINDEX, reference);
  }

  #keep(fields: Omit<VirtualThread, 'isDone' | 'isLeaving'>, reference: number): VirtualThread {
    const thread = { ...fields, isLeaving: false, isDone: false };
    this.#alive.push({ thread, reference });
    return thread;
  }

  #first(): VirtualThread | undefined {
    let first: VirtualThread | undefined;
    for (const { thread } of this.#alive) {
      if (first === undefined || isBefore(thread, first)) first = thread;
    }
    return first;
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

function isBefore(left: VirtualThread, right: VirtualThread): boolean {
  if (left.wakeSeconds !== right.wakeSeconds) return left.wakeSeconds < right.wakeSeconds;
  return left.sequence < right.sequence;
}
