import type { Params } from './policy.js';
/** One policy of one candidate, by the name the user gave it: nothing has been read yet. */
export interface PolicyReference {
    /** `*`: every service without a policy of its own. */
    readonly serviceName: string;
    /** `none`, `static:N` or a path. */
    readonly target: string;
    readonly params: Params;
}
/** One candidate as text: its bindings. */
export interface CandidateReference {
    /** The name that the user gave it. */
    readonly label: string | undefined;
    readonly references: readonly PolicyReference[];
}
/**
 * Reads a `--policy` text.
 *
 * - `target-cpu.lua`, `none`, `static:6`
 * - `target-cpu.lua?target=0.5,0.6&window=5m`: one candidate for each combination
 * - `web=hpa.lua;api=b.lua`: one candidate that binds services; a part without a service stands for all others
 * - `web=hpa.lua`: binds the service where there is one called web, else web is the candidate's label
 *
 * @param serviceNames of the scenarios; where there are none to know, a name before `=` is always a service
 * @throws ProblemError with exit code 2
 */
export declare function parsePolicySpec(text: string, serviceNames?: readonly string[]): CandidateReference[];
