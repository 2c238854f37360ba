import type { HpaSpec } from './hpaSpec.js';
/** What an autoscaler will do, in plain words and numbers, the most important first. */
export declare function explainHpa(spec: HpaSpec): string[];
