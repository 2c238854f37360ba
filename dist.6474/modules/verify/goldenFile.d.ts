import type { PolicyVerification } from './verification.js';
/**
 * A decision log that later verifications are held to: a line of JSON for each decision, after one that says of which
 * observations.
 */
interface Golden {
    /** By the candidate's name. */
    readonly policies: ReadonlyMap<string, GoldenPolicy>;
}
interface GoldenPolicy {
    readonly observationsHash: string;
    /** Canonical JSON of each decision. */
    readonly decisions: readonly string[];
}
/** What is compared: the policy's decisions, and the observations they were made on. */
export interface Verified {
    readonly policy: PolicyVerification;
    readonly observations: readonly unknown[];
}
export declare function goldenText(verified: readonly Verified[]): string;
/** @returns undefined when there is no such file @throws ProblemError for one that is none of ours, or cut off */
export declare function readGolden(file: string): Golden | undefined;
/** Where the decisions part from the log. */
export interface GoldenDifference {
    /** From 0. */
    readonly index: number;
    /** JSON; undefined where there is none. */
    readonly expected: string | undefined;
    readonly found: string | undefined;
}
/**
 * The first decision that is not that of the log.
 *
 * @throws ProblemError when the log knows no such policy, or was made on other observations
 */
export declare function goldenDifference(golden: Golden, { policy, observations }: Verified, file: string): GoldenDifference | undefined;
export {};
