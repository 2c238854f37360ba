import type { Observation } from '../../policy/observation.js';
import type { KedaMemory } from './kedaMemory.js';
import type { ScaledObjectSettings } from './scaledObject.js';
import { type ExternalTrigger, type TriggerReading } from './trigger.js';
/** What one question to a trigger came to. */
export interface Answer extends TriggerReading {
    readonly trigger: ExternalTrigger;
    /** Failures in a row, with this one. */
    readonly failureCount: number;
}
/** What a fallback has to know of the fleet. */
export interface FleetCounts {
    readonly instances: Pick<Observation['instances'], 'desired' | 'ready'>;
}
/** Asks a trigger, or takes what the last poll found where the caller may. */
export declare function askTrigger(trigger: ExternalTrigger, observation: Observation, { cachedReadings, failureCounts, seen }: KedaMemory, isCacheAllowed: boolean): Answer;
/** The value that takes the place of one that has failed too often; undefined: it stays failed. */
export declare function inventedValue(metric: {
    readonly target: number;
    readonly metricType: 'AverageValue' | 'Value';
    readonly failureCount: number;
}, { fallback }: Pick<ScaledObjectSettings, 'fallback'>, { instances }: FleetCounts): number | undefined;
/** A failed trigger that a formula's `??` may take the place of: no error any more. */
export declare function isNil({ value, failureCount }: Pick<Answer, 'value' | 'failureCount'>, { fallback }: Pick<ScaledObjectSettings, 'fallback'>): boolean;
