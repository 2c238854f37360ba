import type { HeldBack } from '../results/runResult.js';
import type { RunTotals } from '../results/runTotals.js';
import type { PolicyAtWork } from './policyAtWork.js';
/** What would make a reader misjudge the numbers of a run. */
export declare function runFindings(policies: readonly PolicyAtWork[], totals: RunTotals, heldBack: readonly HeldBack[]): string[];
