import { z } from 'zod';
import { scenarioSchema } from './schema.js';
/** A resolved scenario in the words of the file format: durations and sizes as text. */
export function encodeScenario(scenario) {
    // safe: a resolved scenario is an output of the schema whose thresholds are lists of text.
    return z.encode(scenarioSchema, scenario);
}
