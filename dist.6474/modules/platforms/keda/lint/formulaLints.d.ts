import type { Lint } from '../../platform.js';
import { type LintContext } from './context.js';
/** Surprises of `scalingModifiers`: what a formula makes of its triggers, and what it leaves aside. */
export declare function formulaLints(context: LintContext): Lint[];
