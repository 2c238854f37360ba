import type { Lint } from '../../platform.js';
import { type LintContext } from './context.js';
/** Surprises in counts and times: who decides what, and which field does nothing. */
export declare function countLints(context: LintContext): Lint[];
