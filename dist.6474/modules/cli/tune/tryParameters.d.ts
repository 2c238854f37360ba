import type { Candidate } from '../../policy/policySpec.js';
import type { Axis } from '../../tune/axes.js';
interface Trying {
    /** Of `--policy`. */
    readonly text: string;
    readonly axes: readonly Axis[];
    resolve(texts: readonly string[]): Promise<readonly Candidate[]>;
}
/**
 * Tries the first value of each parameter of a policy in Lua or TypeScript in the short run of `doctor`: only the policy itself
 * knows its parameters. Manifests are read instead.
 *
 * @throws ProblemError for parameters that it does not have, or not of that type
 */
export declare function tryParameters(base: Candidate, { text, axes, resolve }: Trying): Promise<void>;
export {};
