import { type Scenario, type ScenarioInput } from '../schema.js';
import type { Ranges } from './ranges.js';
/** A scenario as it may be: every number that is known within a range only is drawn from it. */
export interface DrawnWorld {
    /** From 0; the replication that all candidates run in it, too. */
    readonly number: number;
    readonly scenario: Scenario;
    /** [range] what was drawn: seconds, bytes, or the plain number. */
    readonly values: readonly number[];
}
/** The worlds of a scenario. */
export interface DrawnWorlds {
    readonly worlds: readonly DrawnWorld[];
    /** Worlds that are no valid scenario, by the rule they break. */
    readonly leftOut: readonly LeftOut[];
}
interface LeftOut {
    /** What the first of them breaks. */
    readonly what: string;
    readonly count: number;
}
/** What worlds are drawn from: a scenario as its file says it, and its ranges. */
export interface Uncertain {
    readonly input: ScenarioInput;
    readonly seed: number;
    readonly ranges: Ranges['ranges'];
}
/**
 * Draws worlds 0..count-1, each number by itself from the triangular law of its range, with its peak at the stated value.
 *
 * A draw depends on the seed, the number of the world and the path only. Of a distribution the whole law is scaled, by its
 * median where it is given by one, else its mean. Where a draw breaks a rule between keys the world is left out, and counted.
 */
export declare function drawWorlds({ input, seed, ranges }: Uncertain, count: number): DrawnWorlds;
/** One world; what is wrong with it where it is no valid scenario. */
export declare function drawWorld({ input, seed, ranges }: Uncertain, number: number): DrawnWorld | string;
export {};
