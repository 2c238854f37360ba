import { type Params, PolicyFault, type PolicyHost } from '../policy.js';
import { type LuaState } from './fengariApi.js';
import type { Guard } from './guard.js';
import { VirtualThreads } from './threads/virtualThreads.js';
/** `probe`: the first look at a file, without a host. The style of a policy decides whether it may wait. */
export type LuaMode = 'probe' | 'decide' | 'script';
/** Ends a probe: a file that wants the host while it loads is a script. */
export declare const scriptSign: PolicyFault;
/** Pushes the results of the call that waited; returns how many. */
type FinishWait = (L: LuaState) => number;
/** One policy in one Lua state: what its libraries share. */
export declare class LuaRun {
    #private;
    readonly guard: Guard;
    /** A file that wants its host while it loads begins as a script, and may turn out to be asked. */
    mode: LuaMode;
    readonly params: Params;
    readonly findings: string[];
    /** Names a script has read of its parameters. */
    readonly paramReads: Set<string>;
    readonly threads: VirtualThreads;
    /** Seconds the script waits for, when it yielded the token. */
    waitSeconds: number;
    constructor(guard: Guard, mode: LuaMode, params: Params, host: PolicyHost | undefined);
    /** The host; a probe ends here. */
    get host(): PolicyHost;
    /** The random numbers of the run. */
    get random(): PolicyHost['random'];
    /** What clocks show, seconds since 1970 in UTC. */
    get clockSeconds(): number;
    /** Virtual time, seconds; 0 while probing. */
    get nowSeconds(): number;
    /** What outlives this policy's own state: all controllers of one gateway may share it. */
    get sharedData(): Map<string, unknown>;
    /** Which of the gateway's workers this policy runs in, from 0, and how many there are. */
    get worker(): {
        readonly id: number;
        readonly count: number;
    };
    log(text: string): void;
    /** Tells the author something, once. A policy may find new things to be told at every tick: the rest is counted. */
    note(finding: string): void;
    /** Lets virtual time pass in a script, then ends the present call with what `finish` pushes. */
    wait(L: LuaState, seconds: number, finish: FinishWait): number;
    /** As `wait`, for a thread of a script that another may wake before its time; `seconds` may be Infinity. */
    park(L: LuaState, seconds: number, finish: FinishWait): number;
    /** Answers a call to the simulated API: after its latency in a script, at once (and counted) in a decision. */
    answer(L: LuaState, finish: FinishWait): number;
}
export {};
