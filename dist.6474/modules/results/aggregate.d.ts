import type { Aggregate, ReplicationResult } from './results.js';
/** Every measure over the replications, in the order of the first one: mean and 95 % interval of the measure's kind. */
export declare function aggregateMeasures(replications: readonly ReplicationResult[]): Record<string, Aggregate>;
