import type { Lint } from '../../platform.js';
import { type LintContext } from './context.js';
/** Surprises in what a trigger's value is compared with. */
export declare function targetLints(context: LintContext): Lint[];
