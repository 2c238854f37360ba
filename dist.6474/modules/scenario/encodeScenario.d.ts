import { type Scenario, type ScenarioInput } from './schema.js';
/** A resolved scenario in the words of the file format: durations and sizes as text. */
export declare function encodeScenario(scenario: Scenario): ScenarioInput;
