import type { Lint } from '../../platform.js';
import { type LintContext } from './context.js';
/** Surprises of cron triggers. */
export declare function scheduleLints(context: LintContext): Lint[];
