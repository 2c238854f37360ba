import type { Fleet } from '../fleet/fleet.js';
import { type InstanceTable } from '../fleet/instanceTable.js';
import type { Serving } from '../fleet/serving.js';
/** The parts of a run whose state faults change and change back. */
export interface AffectedParts {
    readonly fleets: readonly Fleet[];
    readonly table: InstanceTable;
    readonly serving: Serving;
}
/**
 * What the faults of a run do to instances and fleets; one for all of them, so that those that overlap know of each other.
 *
 * Each method begins an effect and gives what ends it. Together factors multiply, shares of errors and of failed
 * startups are those of independent causes, and an instance is paused while any fault pauses it.
 */
export declare class FaultEffects {
    #private;
    constructor({ fleets, table, serving }: AffectedParts);
    slow(victims: readonly number[], factor: number): () => void;
    fail(victims: readonly number[], ratio: number): () => void;
    pause(victims: readonly number[]): () => void;
    failStartups(service: number, ratio: number): () => void;
}
