import type { TextReporter } from './report.js';
/**
 * JUnit XML as GitHub actions, GitLab and Jenkins read it: a suite a scenario, a case a policy and limit.
 *
 * A failure is what fails the command, nothing else: what the gate does not judge is skipped, with its value. Times are 0: how
 * long a simulation took says nothing about the policy, and the same results must give the same bytes.
 */
export declare const junit: TextReporter;
