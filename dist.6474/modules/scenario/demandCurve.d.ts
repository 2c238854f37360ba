import type { Scenario } from './schema.js';
/** Mean demands of the requests that reach a service, seconds. */
export interface MeanDemand {
    readonly cpuSeconds: number;
    readonly ioSeconds: number;
}
/** Mean demands of a request class. */
export declare function meanDemandOf(settings: Scenario['requests'][string]): MeanDemand;
/** Requests a second one instance can serve: min((vcpus - baseCpu) / E[cpu], concurrency / (E[cpu] + E[io])). */
export declare function capacityPerSecond(service: Scenario['services'][string], demand: MeanDemand): number;
/** The highest total speed an instance reaches with what fits into it, vCPUs. */
export declare function fastestOf({ instance }: Scenario['services'][string]): number;
/** Requests that reach a service: how many a second, and what they bring on average. */
interface ServiceLoad {
    readonly ratePerSecond: number;
    readonly demand: MeanDemand;
}
/** Instances a service needs at a rate: 80 % of capacity; Erlang C where only io is used and an slo is set. */
export declare function neededInstances(scenario: Scenario, serviceName: string, load: ServiceLoad): number;
/** `neededInstances` for many loads of one service: what does not depend on the load is worked out once. */
export declare function neededOf(scenario: Scenario, serviceName: string): (load: ServiceLoad) => number;
/** In words, for the notes of a result, how many instances a service was taken to need. */
export declare function demandCurveText(scenario: Scenario, serviceName: string, demands: readonly MeanDemand[]): string;
export {};
