import type { ScheduledEvent } from '../../../kernel/calendar.js';
import type { LuaState } from '../fengariApi.js';
/** What a thread is for its host, and what becomes of its end. */
export interface ThreadTask {
    /** Where its code runs, in the host's own word: what may be called there depends on it. */
    readonly phase: string;
    /** It returned; its values are on its own stack. Left out: nothing follows. */
    onEnd?(thread: VirtualThread): void;
    /** It failed with an error that begins with file and line. Left out: the policy fails with it. */
    onError?(error: string, thread: VirtualThread): void;
    /** What coroutine.yield outside of a coroutine of the policy's own does: a light thread lets the others run. */
    readonly mayYield?: boolean;
}
/** A coroutine that the scheduler wakes in virtual time. */
export interface VirtualThread {
    readonly L: LuaState;
    readonly task: ThreadTask;
    /** Its next wake; undefined while it runs, or waits for another thread. */
    scheduled: ScheduledEvent | undefined;
    /** Values on its stack that its next resume takes. */
    argumentCount: number;
    /** Set by itself: what follows is never run (`ngx.exit`). */
    isLeaving: boolean;
    isDone: boolean;
}
/** Yielded by a wait and by nothing else: Lua code cannot get hold of it. */
export declare const waitToken: {
    wait: boolean;
};
