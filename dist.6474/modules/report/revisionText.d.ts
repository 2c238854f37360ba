import { type GateRule } from '../results/judged.js';
import { type ResultDocument } from '../results/results.js';
/** One policy of the summary over all scenarios. */
interface RevisionRow {
    readonly word: 'failed' | 'warning' | 'ok' | '-';
    readonly scenario: string;
    readonly policy: string;
    /** `$0.0573 -> $0.114`, of a run or a month; only what it is now where it did not run twice. */
    readonly bill: string;
    /** The worst that is to be said of it. */
    readonly what: string;
}
/** What became of every policy of every scenario since a revision; empty without one. */
export declare function revisionRows({ scenarios }: Pick<ResultDocument, 'scenarios'>, gate: GateRule): RevisionRow[];
/** `against main: 1 of 3 scenarios failed`, and a line a policy; empty without a revision, or with one policy only. */
export declare function revisionSummary(document: Pick<ResultDocument, 'scenarios'>, gate: GateRule): string[];
export {};
