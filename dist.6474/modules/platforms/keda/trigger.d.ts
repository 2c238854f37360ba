import { type Observation } from '../../policy/observation.js';
import { type CronWindow } from './cronSchedule.js';
/** A trigger that KEDA reads itself and hands to the HPA as an external metric. */
export interface ExternalTrigger {
    readonly kind: 'external';
    /** Its place in the list, from 0. */
    readonly index: number;
    readonly type: string;
    readonly name: string | undefined;
    /** Its metric's name in the HPA: `s0-rabbitmq-jobs`. */
    readonly metricName: string;
    /** Ends the sentence "at most 20 ... an instance". */
    readonly counts: string;
    /** 1 where the trigger has none: as a source of a formula, or of an external scaler. */
    readonly target: number;
    /** An external scaler answers with its target, which no manifest holds: it has to be named before a run. */
    readonly isTargetElsewhere: boolean;
    /** Active strictly above it. */
    readonly activation: number;
    readonly metricType: 'AverageValue' | 'Value';
    /** The HPA gets the value of the last poll instead of a fresh one. */
    readonly isCached: boolean;
    /** A total of what waits. */
    readonly isQueue: boolean;
    /** It says how large something is, such as a ratio, and not how much there is. */
    readonly level: string | undefined;
    /** What the count never exceeds in KEDA: "the number of partitions". */
    readonly countCap: string | undefined;
    readonly source: TriggerSource;
}
type TriggerSource = 
/** A metric of the scenario; undefined when none was found for it. */
{
    readonly from: 'metric';
    readonly metric: string | undefined;
    /** In PromQL. */
    readonly query: string | undefined;
    /** An answer without a value reads 0 (Prometheus' `ignoreNullValues`); else the trigger has failed. */
    readonly isEmptyZero: boolean;
} | {
    readonly from: 'schedule';
    readonly window: CronWindow;
    readonly desiredCount: number;
    readonly text: string;
};
/** A trigger that KEDA passes on: the HPA reads cpu and memory itself. */
export interface ResourceTrigger {
    readonly kind: 'resource';
    readonly index: number;
    readonly type: 'cpu' | 'memory';
    readonly name: string | undefined;
    readonly metricType: 'Utilization' | 'AverageValue';
    /** Percent for Utilization, a quantity such as 500m for AverageValue. */
    readonly value: string;
    readonly containerName: string | undefined;
}
export type Trigger = ExternalTrigger | ResourceTrigger;
/** What a trigger reads at a moment. */
export interface TriggerReading {
    /** In whole thousandths and never negative, as KEDA hands it on; undefined: the trigger failed. */
    readonly value: number | undefined;
    readonly isActive: boolean;
}
/**
 * Reads a trigger.
 *
 * A metric that is absent is an answer without a value while the server answers, and a failure when it does not. Where a
 * recording does not say which, it is empty once it has been seen, and failed as long as it never was.
 *
 * Source: a description of kedacore/keda v2.20, pkg/scalers/cron_scaler.go and (`isEmptyZero`) prometheus_scaler.go.
 * @param seen names of the metrics that have had a value; the function adds to it
 */
export declare function readTrigger({ source, activation, metricName }: ExternalTrigger, observation: Observation, seen: Set<string>): TriggerReading;
/** How messages name a trigger: `s0 rabbitmq`. */
export declare function labelOf({ index, type, name }: Trigger): string;
export {};
