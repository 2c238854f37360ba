import type { InstanceObservation, Observation } from '../../../policy/observation.js';
/** Instances as the service counts them at one tick. */
export interface FleetView {
    readonly seconds: number;
    readonly desired: number;
    readonly ready: number;
    /** Accepted or launched, and not ready. */
    readonly comingCount: number;
    readonly drainingCount: number;
    /** When each ready instance became ready; 0 for those that were there from the start. */
    readonly readySeconds: readonly number[];
}
/** Ready instances that came at one time, where an observation does not list instances. */
export interface ReadyBatch {
    readonly seconds: number;
    count: number;
}
/**
 * The view of one observation.
 *
 * Without a list of instances the ready times are those of the ticks at which the ready count rose: `batches` keeps them, and the
 * newest leave first.
 */
export declare function viewFleet({ instances, time }: Observation, listedInstances: readonly InstanceObservation[], batches: ReadyBatch[]): FleetView;
/** Ready instances whose warm-up is over; with none listed the first seen are warm. */
export declare function warmCountOf({ readySeconds, seconds }: FleetView, warmupSeconds: number): number;
/** When the youngest instance that still warms will count; undefined when none does. */
export declare function warmUntilSeconds(fleet: FleetView, warmupSeconds: number): number | undefined;
