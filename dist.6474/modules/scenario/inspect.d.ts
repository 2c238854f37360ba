import type { LoadedScenario } from './load.js';
import type { ScenarioInput } from './schema.js';
/** What a scenario will ask of its services, before anything runs. */
interface Estimates {
    /** By source: expected arrivals in one replication. */
    readonly expectedArrivals: Readonly<Record<string, number>>;
    /** By source: highest rate of its curve, per second. */
    readonly peakRatePerSecond: Readonly<Record<string, number | null>>;
    /** By request class: mean demands. */
    readonly meanDemandMs: Readonly<Record<string, {
        readonly cpu: number;
        readonly io: number;
    }>>;
    /** By service: requests a second one instance can serve at most, instances it starts with, and those needed at the peak. */
    readonly services: Readonly<Record<string, {
        readonly capacityPerInstance: number | null;
        readonly startsWith: number;
        readonly neededAtPeak: number | null;
    }>>;
    /** By trace source. */
    readonly traces: Readonly<Record<string, {
        readonly rows: number;
        readonly gaps: number;
        readonly step_s: number;
    }>>;
}
/** The resolved form of a scenario, loadable again, and its estimates. */
export declare function inspectScenario({ scenario, folder }: Pick<LoadedScenario, 'scenario' | 'folder'>): {
    readonly resolved: ScenarioInput;
    readonly estimates: Estimates;
};
export {};
