import type { Pod, PodMetrics } from './pod.js';
/** How the controller sorts the pods of a scale target before it looks at what they use. */
export interface PodGroups {
    /** Pods whose metric counts as it is. */
    readonly readyCount: number;
    /** Not serving yet: left out, and counted as using nothing when the answer would be to grow. */
    readonly unready: readonly string[];
    /** Should have a metric and have none: what they use is guessed so that the answer becomes smaller. */
    readonly missing: readonly string[];
    /** On their way out: as if they were not there. */
    readonly ignored: readonly string[];
}
interface GroupRules {
    readonly nowSeconds: number;
    /** True for the CPU, whose use during startup says nothing about the load. */
    readonly isCpu: boolean;
    readonly cpuInitializationSeconds: number;
    readonly initialReadinessDelaySeconds: number;
}
/**
 * Sorts pods into ready, unready, missing and ignored; the first rule that applies decides.
 *
 *     deleting or Failed   -> ignored
 *     Pending              -> unready
 *     no metric            -> missing
 *     CPU, not trusted yet -> unready
 *     everything else      -> ready, even one that has Succeeded
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go (groupPods).
 */
export declare function groupPods(pods: readonly Pod[], metrics: PodMetrics, rules: GroupRules): PodGroups;
export {};
