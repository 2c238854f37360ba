import { type ScalingModel } from './model.js';
import { type Amount } from './openValue.js';
type Model = ScalingModel<Amount>;
/** What a group's policies will do, in sentences, the most important first. */
export declare function explainModel(model: Model): string[];
export {};
