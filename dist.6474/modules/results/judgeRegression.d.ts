import type { Regression } from './baselineResult.js';
import type { RegressionLimit } from './regressionLimit.js';
import type { PolicyResult } from './results.js';
interface Judging {
    readonly baseline: PolicyResult;
    readonly policy: PolicyResult;
    readonly limit: RegressionLimit;
    /** Both sides ran on the same scenario, seed and replications. */
    readonly isPaired: boolean;
    /** Measures without data pass; unanswered requests are data. */
    readonly allowEmpty: boolean;
}
/**
 * Whether a measure became worse than its limit allows.
 *
 * Problem: two means always differ, so judging the points makes pipelines fail by chance.
 * Idea: each run has an excess, what it is worse than the baseline's run beyond what the limit allows; the measure has regressed
 * when the interval of the mean excess lies above 0. A relative limit allows a share of the baseline's own run, not of the mean:
 * a policy that is 6 % dearer in every run then exceeds 5 % in every run, however much the runs differ from each other.
 * @see Law, "Simulation Modeling and Analysis", section 10.2
 */
export declare function judgeRegression(judging: Judging): Regression;
export {};
