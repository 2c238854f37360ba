import type { ScenarioInput } from './schema.js';
/** Types a scenario written in TypeScript; returns it unchanged. */
export declare function defineScenario(scenario: ScenarioInput): ScenarioInput;
