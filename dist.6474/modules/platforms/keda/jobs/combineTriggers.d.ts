/**
 * What several triggers of a ScaledJob ask for together: its `multipleScalersCalculation`.
 *
 * Each trigger wants queue / target jobs, at most `maxCount`. Only active triggers count; `minReplicaCount` > 0 makes the
 * whole active. Both results are rounded up at the end.
 *
 * Source: a description of kedacore/keda, pkg/scaling/scaledjob/metrics.go.
 */
export declare function combineTriggers(triggers: readonly JobTrigger[], { calculation, minCount, maxCount }: CombineRules): CombinedTriggers;
interface JobTrigger {
    readonly queueLength: number;
    readonly target: number;
    readonly isActive: boolean;
}
interface CombineRules {
    readonly calculation: JobCalculation;
    readonly minCount: number;
    readonly maxCount: number;
}
interface CombinedTriggers {
    readonly isActive: boolean;
    readonly queueLength: number;
    readonly wantedCount: number;
}
interface Want {
    readonly queueLength: number;
    readonly wantedCount: number;
}
/** `max` and `min` compare queues, not the jobs they want: the shorter queue may want more jobs. */
export declare const jobCalculations: {
    readonly max: (wants: readonly Want[]) => Want;
    readonly min: (wants: readonly Want[]) => Want;
    readonly avg: (wants: readonly Want[]) => Want;
    readonly sum: (wants: readonly Want[]) => Want;
};
type JobCalculation = keyof typeof jobCalculations;
/** A scaler with several metrics has their mean target; 0 without any. */
export declare function meanTarget(targets: readonly number[]): number;
export {};
