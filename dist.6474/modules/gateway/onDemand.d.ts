import type { Fleet } from '../fleet/fleet.js';
import { type InstanceTable } from '../fleet/instanceTable.js';
import type { Calendar } from '../kernel/calendar.js';
export interface OnDemandOptions {
    readonly fleet: Fleet;
    readonly table: InstanceTable;
    readonly calendar: Calendar;
    readonly minCount: number;
    readonly maxCount: number;
    /** Keyed draw: how long the n-th idle period of a launch may last, seconds. */
    idleSecondsOf(launchNumber: number, idlePeriod: number): number;
    nowSeconds(): number;
}
/**
 * Lambda-style scaling of one service: requests start instances, idle time stops them.
 *
 * Without a central queue a request starts an instance of its own and waits for it. With one, as many instances start as
 * requests wait (M/M/k with setup): surplus starts are cancelled, newest first.
 */
export declare class OnDemand {
    #private;
    constructor(options: OnDemandOptions);
    /** Starts an instance for a request; -1 at `max` or when the provider gives none. */
    launch(): number;
    /** As many start as wait, as far as `max` lets them. */
    follow(waitingCount: number): void;
    /** The instance may have nothing to do from now on; then it stops unless work comes in time. */
    rest(instance: number): void;
}
