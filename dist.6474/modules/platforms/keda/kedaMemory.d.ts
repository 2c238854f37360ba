import type { State } from '../../policy/policy.js';
import type { ScaleAnswer } from './requestScale.js';
import type { TriggerReading } from './trigger.js';
/** What KEDA remembers of one ScaledObject between ticks. */
export interface KedaMemory {
    /** The last poll that found a trigger active. */
    lastActiveSeconds: number | undefined;
    /** What the last poll came to. */
    lastAnswer: ScaleAnswer | undefined;
    /** Failures in a row, by the metric's name. */
    readonly failureCounts: Map<string, number>;
    /** What the last poll read, for triggers with `useCachedMetrics`. */
    readonly cachedReadings: Map<string, TriggerReading>;
    /** Metrics that have had a value, by name. */
    readonly seen: Set<string>;
    /** Whether the HPA's last values were invented. */
    hasFallenBack: boolean;
}
/** The memory in a policy's state, made at the first tick. */
export declare function memoryOf(state: State): KedaMemory;
