import type { Examination } from './examination.js';
import { type Trial } from './examine.js';
/**
 * Examines policies, as `--policy` takes them, one after the other.
 *
 * @param trial the run that they are tried on; else one made up
 * @throws ProblemError for a text that is no policy, or a file that cannot be used
 */
export declare function examinePolicies(texts: readonly string[], trial?: Trial): Promise<Examination[]>;
/** What `doctor` tries a policy on when nobody names a scenario. */
export declare function madeUpTrial(): Trial;
