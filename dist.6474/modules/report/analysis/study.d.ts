import { type FailedPolicy, type PolicyResult, type ScenarioResult } from '../../results/results.js';
import { type PolicyStyle } from '../html/policyStyle.js';
import { type MoneyUnit } from '../money.js';
import { type Limit } from './limits.js';
/** A policy that ran to the end, as the page speaks of it. */
export interface Candidate {
    readonly name: string;
    /** The name as the page writes it: without what all names have in common, and no longer than a line. */
    readonly label: string;
    /** Place among the policies that ran. */
    readonly place: number;
    readonly policy: PolicyResult;
    readonly style: PolicyStyle;
    readonly limits: readonly Limit[];
    readonly metCount: number;
    /** Keeps every limit there is. */
    readonly qualifies: boolean;
    /** Knows the future: a yardstick, never a recommendation. */
    readonly isOfHindsight: boolean;
}
/** One scenario, judged once; every section reads from here, so that none can disagree with another. */
export interface Study {
    readonly scenario: ScenarioResult;
    /** Of every policy, those that failed too: what the page calls it. */
    readonly labels: ReadonlyMap<string, string>;
    /** In scenario order. */
    readonly candidates: readonly Candidate[];
    /** Best first: limits met, then cost; hindsight last, for nobody can choose it. */
    readonly ranked: readonly Candidate[];
    readonly failures: readonly FailedPolicy[];
    /** The cheapest that keeps every limit; undefined if none does. */
    readonly winner: Candidate | undefined;
    /** What others are compared with: the winner, else the one that comes closest. */
    readonly reference: Candidate | undefined;
    /** Replications of the policy with the most. */
    readonly runs: number;
    readonly limitCount: number;
    /** Nobody sent anything: nothing can be judged. */
    readonly isWithoutTraffic: boolean;
    /** False where no instance has a price. */
    readonly hasCost: boolean;
    readonly spanSeconds: number;
    /** What the page gives its money in. */
    readonly money: MoneyUnit;
}
/** Mean of a measure; undefined when it has none. */
export declare function meanOf({ policy }: Pick<Candidate, 'policy'>, name: string): number | undefined;
export declare function studyOf(scenario: ScenarioResult): Study;
/** The broken limit that is missed by most; undefined if all are kept. */
export declare function worstLimit({ limits }: Pick<Candidate, 'limits'>): Limit | undefined;
