import type { ArrivalBlock } from '../traffic/arrivalBlock.js';
import type { GatewayOptions } from './gatewayOptions.js';
import type { OutReason } from './rotation.js';
import { Timers } from './timers.js';
/**
 * The way of a request: route -> admit -> wait -> begin -> answer -> retry or end.
 *
 * Hot: one call per request and stage, no allocation. How an instance serves is the serving's business, what is counted the
 * journal's; the gateway alone moves a request from one to the other.
 */
export declare class Gateway {
    #private;
    readonly timers: Timers;
    constructor(options: GatewayOptions);
    /** The arrival of the block happens now. */
    arrive(block: ArrivalBlock, arrival: number): void;
    /** A serving is done with this request; whoever waits takes its slot. */
    served(row: number): void;
    /** The client's patience ends now; it leaves if it still waits. */
    patienceEnded(row: number): void;
    /** The central queue's timeout is over; the request is answered badly if it still waits. */
    centralQueueTimedOut(row: number): void;
    /** A try has taken too long. In the central queue it leaves; an instance does not notice and serves it all the same. */
    tryTimedOut(row: number): void;
    /** The request has taken too long, all tries. */
    totalTimedOut(row: number): void;
    /** A pause between two tries is over. */
    retryDue(row: number): void;
    /** The instance takes requests from now on. */
    becameReady(instance: number): void;
    /** The instance takes nothing new from now on. */
    stoppedTaking(instance: number): void;
    /** The instance may not be picked, for this reason, whatever else holds of it. */
    takeOut(instance: number, reason: OutReason): void;
    /** The reason does not hold any more. */
    putBack(instance: number, reason: OutReason): void;
    /** Everything inside or queued at the instance is aborted now. */
    abortAll(instance: number): void;
    /** Requests in a service's central queue. */
    centralQueueLength(service: number): number;
    /** Requests waiting for a service: in its central queue and at its instances. */
    queueDepth(service: number): number;
    /** Ends the run: every request still inside is unfinished. */
    close(): void;
}
