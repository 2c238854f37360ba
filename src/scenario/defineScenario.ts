import type { ScenarioInput } from './schema.js';

/** Types a scenario written in TypeScript; returns it unchanged. */
export function defineScenario(scenario: ScenarioInput): ScenarioInput {
  return scenario;
}
