import type { StopReason } from '../record/runEvents.js';
import type { FleetListener, FleetOptions } from './fleetOptions.js';
import { type UpdateSettings } from './rollingUpdate.js';
import { type WorkTotals } from './workTotals.js';
/**
 * One service's instances: pending -> starting -> ready -> draining -> stopped.
 *
 * The only writer of `table.phase`. `desired` is the count that was accepted last; the provider hears of it `latencySeconds`
 * later, and from then on the fleet keeps that many starting or ready, replacing what it loses.
 */
export declare class Fleet {
    #private;
    desired: number;
    /** Share of the startups that fail at their end. */
    startupFailureRatio: number;
    constructor(options: FleetOptions);
    get startingCount(): number;
    get readyCount(): number;
    get drainingCount(): number;
    get failedCount(): number;
    /** Accepted, not launched yet. */
    get pendingCount(): number;
    /** Instances the provider has given: starting, ready or draining. */
    get aliveCount(): number;
    get launchCount(): number;
    /** Ready instances in launch order. */
    get ready(): readonly number[];
    /** Ready and draining instances: those that work. */
    serving(): number[];
    /** All instances the provider has given, in launch order within their phase. */
    alive(): number[];
    /** Starts the run: the initial instances are ready, warm and billed from now. */
    begin(listener: FleetListener): void;
    /** A decision was accepted; the provider acts on it one API latency later, on the instance of this launch first. */
    accept(desired: number, leavingLaunch?: number): void;
    /** Starts one instance for a request now. @returns its row, or -1 when the provider gives none */
    launchOnDemand(): number;
    /** Stops an idle instance, or cancels one that is starting, newest first when `instance` is left out. */
    stopOnDemand(instance?: number): void;
    /** The instance has nothing inside and nothing queued; a draining one may go. */
    emptied(instance: number): void;
    /** A fault takes the instance; the provider is asked for another at once. */
    lose(instance: number, reason: StopReason): void;
    /** Whether a rolling update is under way. */
    get isUpdating(): boolean;
    /** Replaces every instance by one of a new version; `over` is called when all are. One at a time. */
    update(settings: UpdateSettings, over: () => void): void;
    /** A zone is gone: it loses its instances and takes no launches until it is opened as often as it was closed. */
    closeZone(zone: number): void;
    /** The outage of a zone is over; nothing comes back by itself. */
    openZone(zone: number): void;
    /** Zones that take no launches. */
    get closedZoneCount(): number;
    /** What `workTotals` would say now; changes nothing, so a run that is looked at gives the same bytes. */
    peekWorkTotals(): WorkTotals;
    /** Work done so far by all instances, the living brought up to now. */
    workTotals(): WorkTotals;
    /** Ends the run: tells the log of every instance that still lives. */
    close(): void;
}
