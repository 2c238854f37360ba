import { type LoadedPolicy } from '../policy/policy.js';
import type { PolicySpec } from '../policy/policySpec.js';
/** What may show of the machine. */
interface PolicySurroundings {
    /** Its time zone and language show to a TypeScript policy, as they do where it is deployed: for `verify`. */
    readonly isOfMachine?: boolean;
}
/**
 * Loads a policy, in whatever it is written.
 *
 * @returns undefined for `none` and `static`, which decide nothing (the caller sets their initial count), and for `oracle`,
 *   which only the run can know
 * @throws PolicyFault
 */
export declare function loadPolicy(spec: PolicySpec, { isOfMachine }?: PolicySurroundings): LoadedPolicy | undefined;
export {};
