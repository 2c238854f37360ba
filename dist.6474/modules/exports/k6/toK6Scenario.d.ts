import { type ExportedSource } from '../../imports/k6/optionsSchema.js';
import type { Scenario, ScenarioInput } from '../../scenario/schema.js';
/** What a source becomes. */
export interface K6Source {
    /** Undefined when it never sends. */
    readonly fields: Readonly<Record<string, unknown>> | undefined;
    /** What k6 has no word for, for the way back. */
    readonly exported: ExportedSource;
    readonly notes: readonly string[];
}
interface SourceOfScenario {
    readonly scenario: Scenario;
    readonly folder: string;
    readonly name: string;
    /** The source in the words of the file. */
    readonly written: ScenarioInput['traffic'][string];
    /** Name of the function that sends its requests. */
    readonly exec: string;
}
/** A source as a scenario of k6: its own six executors as they are, any other as stages of a rate. */
export declare function toK6Scenario(context: SourceOfScenario): K6Source;
/** Rates of k6 are whole numbers a time unit. */
interface WholeRates {
    readonly rates: readonly number[];
    readonly timeUnitSeconds: number;
    /** Whether nothing had to be rounded. */
    readonly isExact: boolean;
}
/** The same rates as whole numbers in the shortest longer unit; rounded in millionths where none fits. */
export declare function wholeRates(rates: readonly number[], timeUnitSeconds: number): WholeRates;
export {};
