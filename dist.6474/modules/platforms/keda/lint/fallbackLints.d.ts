import type { Lint } from '../../platform.js';
import { type LintContext } from './context.js';
/** Surprises of `fallback`: what it does not cover, and counts that it never reaches. */
export declare function fallbackLints(context: LintContext): Lint[];
