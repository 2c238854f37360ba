import { DEFAULT_START_SECONDS } from '../../base/calendarDates.js';
import { InvariantError } from '../../base/invariant.js';
import { type Params, PolicyFault, type PolicyHost } from '../policy.js';
import { fengari, type LuaState } from './fengariApi.js';
import type { Guard } from './guard.js';
import { raise } from './luaLibrary.js';
import { waitToken } from './threads/virtualThread.js';
import { VirtualThreads } from './threads/virtualThreads.js';

const { lua } = fengari;

/** `probe`: the first look at a file, without a host. The style of a policy decides whether it may wait. */
export type LuaMode = 'probe' | 'decide' | 'script' | 'route';

/** Even `sleep 0` and a call to an API without latency take this long, so that no loop stops the virtual time. */
const waitFloorSeconds = 0.001;

/** Findings a reader is shown, and those that are counted. */
const shownFindingLimit = 19;
const countedFindingLimit = 1_000;

/** Ends a probe: a file that wants the host while it loads is a script. */
export const scriptSign = new PolicyFault('the chunk waits, acts or reads metrics while it loads', { kind: 'load' });

/** Pushes the results of the call that waited; returns how many. */
type FinishWait = (L: LuaState) => number;

/** One policy in one Lua state: what its libraries share. */
export class LuaRun {
  readonly guard: Guard;
  /** A file that wants its host while it loads begins as a script, and may turn out to be asked. */
  mode: LuaMode;
  readonly params: Params;
  readonly findings: string[] = [];
  /** Names a script has read of its parameters. */
  readonly paramReads = new Set<string>();
  readonly threads: VirtualThreads;
  /** Seconds the script waits for, when it yielded the token. */
  waitSeconds = 0;
  readonly #noted = new Set<string>();
  readonly #host: PolicyHost | undefined;
  readonly #ownData = new Map<string, unknown>();

  constructor(guard: Guard, mode: LuaMode, params: Params, host: PolicyHost | undefined) {
    this.guard = guard;
    this.mode = mode;
    this.params = params;
    this.#host = host;
    this.threads = new VirtualThreads(this);
  }

  /** The host; a probe ends here. */
  get host(): PolicyHost {
    if (this.#host !== undefined) return this.#host;
    throw this.guard.end(this.mode === 'probe' ? scriptSign : new InvariantError('a running policy has a host'));
  }

  /** The random numbers of the run. */
  get random(): PolicyHost['random'] {
    return this.#host?.random;
  }

  /** What clocks show, seconds since 1970 in UTC. */
  get clockSeconds(): number {
    return (this.#host?.startSeconds ?? DEFAULT_START_SECONDS) + this.nowSeconds;
  }

  /** Virtual time, seconds; 0 while probing. */
  get nowSeconds(): number {
    this.guard.noteClockRead();
    return this.#host?.nowSeconds() ?? 0;
  }

  /** What outlives this policy's own state: all controllers of one gateway may share it. */
  get sharedData(): Map<string, unknown> {
    return this.#host?.sharedData ?? this.#ownData;
  }

  /** Which of the gateway's workers this policy runs in, from 0, and how many there are. */
  get worker(): { readonly id: number; readonly count: number } {
    return { id: this.#host?.workerId ?? 0, count: this.#host?.workerCount ?? 1 };
  }

  log(text: string): void {
    this.#host?.log(text);
  }

  /** Tells the author something, once. A policy may find new things to be told at every tick: the rest is counted. */
  note(finding: string): void {
    if (this.#noted.has(finding) || this.#noted.size >= countedFindingLimit) return;
    this.#noted.add(finding);
    const unshown = this.#noted.size - shownFindingLimit;
    if (unshown <= 0) this.findings.push(finding);
    else this.findings[shownFindingLimit] = `${unshown} further findings are not shown.`;
  }

  /** Lets virtual time pass in a script, then ends the present call with what `finish` pushes. */
  wait(L: LuaState, seconds: number, finish: FinishWait): number {
    if (this.mode === 'probe') throw this.guard.end(scriptSign);
    if (this.mode === 'decide') {
      raise(L, 'a policy with decide may not sleep: return from decide, it is called again after `every`');
    }
    if (this.mode === 'route') raise(L, 'a router may not sleep: it is asked again for the next request');
    return this.park(L, Math.max(seconds, waitFloorSeconds), finish);
  }

  /** As `wait`, for a thread of a script that another may wake before its time; `seconds` may be Infinity. */
  park(L: LuaState, seconds: number, finish: FinishWait): number {
    if (!lua.lua_isyieldable(L)) {
      raise(
        L,
        'cannot wait here: sleeping and API calls are impossible in callbacks of table.sort, string.gsub and the like',
      );
    }
    this.waitSeconds = seconds;
    lua.lua_pushlightuserdata(L, waitToken);
    return lua.lua_yieldk(L, 1, null, (thread) => finish(thread));
  }

  /** Answers a call to the simulated API: after its latency in a script, at once (and counted) in a decision. */
  answer(L: LuaState, finish: FinishWait): number {
    if (this.mode === 'script') return this.wait(L, this.host.apiLatencySeconds, finish);
    this.guard.call(L);
    return finish(L);
  }
}
