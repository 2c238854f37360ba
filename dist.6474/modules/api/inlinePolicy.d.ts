import type { RunInput } from '../engine/runInput.js';
import { type PolicyDefinition, PolicyFault } from '../policy/policy.js';
import type { Candidate } from '../policy/policySpec.js';
import type { Failure } from '../results/results.js';
import type { RunResult } from '../results/runResult.js';
/** A policy given as an object of this process: a function cannot cross to a worker thread, so its runs happen here. */
export interface InlineCandidate {
    readonly candidate: Candidate;
    readonly definition: PolicyDefinition;
}
/** The hash covers the text of `decide`, its parameters and its period; what `decide` closes over cannot be seen. */
export declare function inlineCandidate(definition: PolicyDefinition): InlineCandidate;
/** A fault as the document tells of it. */
export declare function failureOf(fault: PolicyFault): Failure;
/** A failure as the fault it was; of an inline policy with what it threw as `cause`. */
export declare function faultOf(failure: Failure): PolicyFault;
/**
 * One run of an inline policy, in this thread.
 *
 * Nothing can end a `decide` that does not return.
 * @throws PolicyFault, ProblemError
 */
export declare function runInline(definition: PolicyDefinition, input: RunInput): RunResult;
