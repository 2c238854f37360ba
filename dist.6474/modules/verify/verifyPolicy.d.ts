import type { NamedRuntime, Subject } from './subject.js';
import type { PolicyVerification } from './verification.js';
/**
 * Plays one sequence of observations through a policy in every environment of every runtime, and compares the decisions.
 *
 * The first run of all is what the others are held to: `here` in the first runtime that supports the policy.
 * @throws ProblemError for a manifest that cannot be read
 */
export declare function verifyPolicy(subject: Subject, runtimes: readonly NamedRuntime[]): Promise<PolicyVerification>;
