import type { PolicyResult, ScenarioResult, ThresholdResult } from '../../results/results.js';
/** Columns that a limit can fail in, worst first, with the word the last column then shows. */
export declare const limitColumns: readonly ['good', 'latency', 'slow', 'flaps', 'cost', 'other'];
export type LimitColumn = (typeof limitColumns)[number];
/** How a policy stands against its limits. */
export interface Standing {
    readonly policy: PolicyResult;
    /** Share of good requests; undefined without requests. */
    readonly goodShare: number | undefined;
    /** What the gate judges: over all runs. Undefined without an slo. */
    readonly meetsSlo: boolean | undefined;
    /** The worst first. */
    readonly failedThresholds: readonly ThresholdResult[];
    /** True kept, false failed; a column without a limit is absent. */
    readonly marks: ReadonlyMap<LimitColumn, boolean>;
    /** Keeps the slo, if there is one, and every threshold. */
    readonly qualifies: boolean;
}
/** Mean of a measure; undefined when it has none. */
export declare function meanOf({ measures }: PolicyResult, name: string): number | undefined;
export declare function standingOf(policy: PolicyResult, { slo }: Pick<ScenarioResult, 'slo'>): Standing;
