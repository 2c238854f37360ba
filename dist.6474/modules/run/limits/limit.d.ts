import type { Allowance } from '../../engine/limits/allowance.js';
import type { Candidate } from '../../policy/policySpec.js';
import type { Scenario } from '../../scenario/schema.js';
/** One run of a scenario under its candidates, before anything runs. */
export interface PlannedRun {
    /** Left out for a scenario that is no file. */
    readonly file?: string;
    readonly scenario: Scenario;
    readonly folder: string;
    readonly candidates: readonly Candidate[];
    /** Reads traces to their end, so it is asked when the settings alone are within the limits. */
    readonly expectedRequestCount: number;
}
/** A run whose traffic is counted when somebody asks, once. @throws ProblemError for a damaged trace, then */
export declare function planRun(run: Omit<PlannedRun, 'expectedRequestCount'>): PlannedRun;
/** What one part of a scenario adds. */
export interface Part {
    /** Key that says so. */
    readonly path: string;
    readonly amount: number;
    /** In words, such as `60,000,000 scrapes`. */
    readonly text: string;
}
/** Something that a run may take too much of, found out from its scenario before it runs. */
export interface Limit {
    /** Kebab-case, for problems. */
    readonly code: string;
    /** Whether the settings say it, or only the traffic itself. */
    readonly needsTraffic: boolean;
    parts(run: PlannedRun): readonly Part[];
    /** How much is allowed. */
    allowed(allowance: Allowance): number;
    /** An amount in words. */
    show(amount: number): string;
    readonly why: string;
    /** What to change, as the begin of a sentence. */
    readonly advice: string;
    /** The option that allows an amount. */
    option(amount: number): string;
}
