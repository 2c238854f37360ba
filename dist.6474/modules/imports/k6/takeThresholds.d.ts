import type { K6Options, K6Scenario } from './optionsSchema.js';
/** Thresholds that a dry run can judge, and why the others cannot be. */
interface TakenThresholds {
    readonly thresholds: Readonly<Record<string, readonly string[]>>;
    readonly notes: readonly string[];
}
interface TrafficNames {
    readonly scenarios: Readonly<Record<string, K6Scenario>>;
    /** Request class of each scenario. */
    readonly classes: Readonly<Record<string, string>>;
    readonly services: readonly string[];
}
/** Keeps the thresholds whose metric and tags exist here too; tags of k6 become our source or class. */
export declare function takeThresholds(written: NonNullable<K6Options['thresholds']>, names: TrafficNames): TakenThresholds;
export {};
