import type { Lint } from '../../platform.js';
import { type LintContext } from './context.js';
/** Surprises in when KEDA starts and stops the target. */
export declare function activityLints(context: LintContext): Lint[];
