import { type Scenario } from '../../scenario/schema.js';
import { type Range } from '../../scenario/worlds/ranges.js';
/** A number of a scenario that may be fitted, between two ends in its own unit. */
export type FreeNumber = Omit<Range, 'basis'>;
/** The assumptions with ranges, and in any case CPU a request and startup of the service. */
export declare function freeNumbers(scenario: Scenario, service: string): FreeNumber[];
/** The scenario with these numbers; undefined where they are no scenario together. */
export declare function withNumbers(scenario: Scenario, numbers: readonly FreeNumber[], amounts: readonly number[]): Scenario | undefined;
