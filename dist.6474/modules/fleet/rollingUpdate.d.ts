import type { FleetOptions } from './fleetOptions.js';
/** How far a rolling update may go, by the count that is desired at that moment. */
export interface UpdateSettings {
    /** So many instances more than desired. */
    surgeCount(desiredCount: number): number;
    /** So many ready ones less. */
    unavailableCount(desiredCount: number): number;
    /** A new instance counts as available when it has been ready for so long. */
    readonly minReadySeconds: number;
}
/** The fleet as an update sees and changes it. */
interface UpdatedFleet extends Pick<FleetOptions, 'table' | 'calendar' | 'nowSeconds'> {
    /** Both in launch order, and kept by the fleet. */
    readonly starting: readonly number[];
    readonly ready: readonly number[];
    /** Launches from this number on are of the new version. */
    readonly firstNewLaunch: number;
    targetCount(): number;
    /** Launches that failed and will be tried again: of the new version. */
    failedCount(): number;
    launch(): void;
    giveUpFailed(): void;
    /** @param isReplaced it goes because it is old, not because there are too many */
    remove(instance: number, isReplaced: boolean): void;
    /** Every instance is new and available. */
    over(): void;
}
/**
 * A rolling update of one fleet, in the order in which Kubernetes' Deployment controller does it.
 *
 *     too many (the count fell)     starting before ready, old before new, newest first
 *     launch new ones               while all < desired + surge, and new < desired
 *     stop old ones                 those that are not available first, as long as
 *                                   all - (new and not available) > desired - unavailable;
 *                                   then available ones while more than desired - unavailable are
 *     again until nothing changes; over when no old one is left and all new ones are available
 *
 * Draining instances are in none of the counts, as terminating pods are not. Where both bounds round to 0 one may be
 * unavailable. Each step keeps: all <= desired + surge, and it drains none below desired - unavailable ready ones.
 * Deviation: what is added while it runs is of the new version; the controller spreads it over both.
 *
 * Source: kubernetes/kubernetes pkg/controller/deployment/rolling.go (reconcileNewReplicaSet, reconcileOldReplicaSets,
 * cleanupUnhealthyReplicas), util/deployment_util.go (NewRSNewReplicas, ResolveFenceposts, DeploymentComplete).
 */
export declare class RollingUpdate {
    #private;
    constructor(settings: UpdateSettings, fleet: UpdatedFleet);
    /** One more instance takes requests. */
    becameReady(): void;
    /** Does all that the bounds allow now. */
    advance(): void;
}
export {};
