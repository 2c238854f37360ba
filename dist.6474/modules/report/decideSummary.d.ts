import type { RecordedObservation } from '../policy/observation.js';
import type { OpenLoopDecision } from '../policy/recordedHost.js';
/** One course of a count of instances. */
interface CountSummary {
    readonly mean: number;
    readonly max: number;
    /** Seconds from the first observation; null where the count never rises. */
    readonly first_scale_up_s: number | null;
    readonly flaps: number;
}
/** What a policy wanted on a recording, beside what was recorded. */
interface DecideSummary {
    readonly service: string;
    readonly decisions: number;
    /** Decisions that ask for another count than the one before. */
    readonly changes: number;
    /** Observations in which something that the policy reads has no value; left out where there are several services. */
    readonly missing?: number;
    readonly wanted: CountSummary;
    /** Left out where no count of instances was recorded. */
    readonly recorded?: CountSummary;
    readonly difference?: {
        readonly mean: number;
        readonly mean_absolute: number;
        readonly max: number;
        readonly max_at_s: number;
    };
}
interface Decided {
    readonly observations: readonly RecordedObservation[];
    /** Parallel to the observations. */
    readonly decisions: readonly OpenLoopDecision[];
    /** A count of instances was recorded. */
    readonly hasCount: boolean;
    readonly missingCount: number;
}
/** Sums up the decisions of each service, in the order in which they appear. */
export declare function decideSummaries({ observations, decisions, hasCount, missingCount }: Decided): DecideSummary[];
/** The summary as lines for a terminal. */
export declare function summaryLines(summary: DecideSummary, isOne: boolean): string[];
export {};
