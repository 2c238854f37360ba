import { type ScaledObjectSettings } from './scaledObject.js';
/** What a ScaledObject will do, one sentence each, the most important first. */
export declare function explainScaledObject(settings: ScaledObjectSettings): string[];
