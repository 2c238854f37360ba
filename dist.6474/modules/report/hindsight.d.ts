import type { PolicyResult } from '../results/results.js';
/**
 * What screens call the `oracle`: it knows the rate in advance and plans for 80 % of capacity.
 *
 * A yardstick and never a recommendation, for nobody can deploy it. It is no best possible: a policy that plans for
 * more of the capacity costs less, and one that plans for less of it is good more often.
 */
export declare const hindsightText = "hindsight at 80 % use";
/** The same where a table has 14 characters. */
export declare const hindsightShortText = "hindsight 80 %";
/** The policies one could deploy; hindsight itself where nothing else ran. */
export declare function withoutHindsight<T>(items: readonly T[], policyOf: (item: T) => PolicyResult): readonly T[];
