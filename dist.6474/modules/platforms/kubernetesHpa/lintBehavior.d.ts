import type { Lint } from '../platform.js';
import type { HpaSpec } from './hpaSpec.js';
/** What surprises people about `behavior`. */
export declare function lintBehavior(spec: HpaSpec): Lint[];
