import type { Lint } from '../../platform.js';
import { type LintContext } from './context.js';
/** Surprises in queries that are PromQL: SQL, KQL, Graphite and the like are not looked at. */
export declare function queryLints(context: LintContext): Lint[];
