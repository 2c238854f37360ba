import type { Explanation } from './explanation.js';
import type { Inputs } from './gatherInputs.js';
/**
 * Reads everything that was gathered, as one set.
 *
 * A file that was named must be read. Of a folder only what scales something matters: what else lies there is counted.
 */
export declare function explainInputs(inputs: Inputs, metricNames: Readonly<Record<string, string>>): Explanation;
