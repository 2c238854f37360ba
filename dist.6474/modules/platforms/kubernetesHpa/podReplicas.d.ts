import type { PodGroups } from './groupPods.js';
import type { ProposedCount } from './proposal.js';
import { type Tolerance } from './usageRatio.js';
interface PodUsage {
    readonly groups: PodGroups;
    /** Pods that count as they are; not changed. */
    readonly usageMilli: ReadonlyMap<string, bigint>;
    /** Use of all these pods measured by the target. */
    ratioOf(usageMilli: ReadonlyMap<string, bigint>): number;
    /** What a pod without a metric is taken to use where that keeps the fleet large. */
    fullUseMilli(pod: string): bigint;
    readonly tolerance: Tolerance;
    readonly currentReplicas: number;
}
/**
 * The count that a metric with one value a pod asks for.
 *
 * With all pods in sight it is ceil(ratio x ready pods): of the ready ones, not of the present count. Pods that are out
 * of sight are filled in with the value that makes the change smaller: full use where the fleet would shrink, none where
 * it would grow. If that turns the direction round, nothing is done.
 *
 *                        ratio < 1          ratio > 1        ratio = 1
 *     missing pods use   full use           nothing          stay out
 *     unready pods use   stay out           nothing          stay out
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go.
 */
export declare function podReplicas(usage: PodUsage): ProposedCount;
export {};
