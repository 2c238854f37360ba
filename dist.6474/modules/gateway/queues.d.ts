import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Clock } from '../kernel/clock.js';
import type { EventHeap } from '../kernel/eventHeap.js';
import type { Journal } from '../record/journal.js';
import { type RequestTable } from '../traffic/requestTable.js';
import type { CentralQueue } from './centralQueue.js';
import type { RequestTracer } from './requestTracer.js';
import type { ServiceRuntime } from './serviceRuntime.js';
import type { Timers } from './timers.js';
export interface QueuesOptions {
    readonly clock: Clock;
    readonly requests: RequestTable;
    readonly instances: InstanceTable;
    readonly heap: EventHeap;
    readonly journal: Journal;
    /** [service] */
    readonly runtimes: readonly ServiceRuntime[];
    readonly tracer?: RequestTracer | undefined;
}
/**
 * The requests that wait, in central queues and at instances, and how their waits end.
 *
 * The only writer of `queued`.
 */
export declare class Queues {
    #private;
    constructor(options: QueuesOptions, timers: Timers);
    /** First in the instance's queue; -1 when it is empty. */
    first(instance: number): number;
    /** The request waits at the instance. */
    joinInstance(row: number, instance: number, { rotation }: ServiceRuntime): void;
    /** The request waits in the central queue. */
    joinCentralQueue(row: number, centralQueue: CentralQueue, { onDemand }: ServiceRuntime): void;
    /** Takes a waiting request out of its queue; false when it does not wait any more. */
    leave(row: number): boolean;
    /** Takes a request out of the queue of its instance; its wait goes on. */
    leaveInstance(row: number): void;
    /** The present try has waited until now, or not at all. Nobody waits for an orphan. */
    endWait(row: number): void;
}
