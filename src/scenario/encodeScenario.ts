import { z } from 'zod';
import { type Scenario, type ScenarioInput, scenarioSchema } from './schema.js';

/** A resolved scenario in the words of the file format: durations and sizes as text. */
export function encodeScenario(scenario: Scenario): ScenarioInput {
  // safe: a resolved scenario is an output of the schema whose thresholds are lists of text.
  return z.encode(scenarioSchema, scenario as unknown as z.output<typeof scenarioSchema>);
}
