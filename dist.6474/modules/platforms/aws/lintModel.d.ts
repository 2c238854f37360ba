import type { Lint, ServiceFacts } from '../platform.js';
import { type ScalingModel } from './model.js';
import { type Amount } from './openValue.js';
type Model = ScalingModel<Amount>;
/**
 * What surprises people about a group's policies; steps with gaps or overlaps are errors of reading already.
 *
 * Of what the document leaves open nothing is said.
 */
export declare function lintModel(model: Model, service?: ServiceFacts): Lint[];
export {};
