import type { Lint } from '../../platform.js';
import type { LintContext } from './context.js';
/** Everything about a ScaledObject that surprises people, what KEDA refuses first. */
export declare function allLints(context: LintContext): Lint[];
