import type { Findings } from '../../derive/findings.js';
import type { Answer } from '../../derive/questions.js';
import type { Target } from '../../derive/target.js';
import type { Evidence } from '../../imports/evidence/evidence.js';
interface Known {
    readonly evidence: readonly Evidence[];
    readonly target: Target;
    readonly findings: Findings;
    readonly hasTraffic: boolean;
    /** What a person said. */
    readonly given: ReadonlyMap<string, Answer>;
}
/**
 * Refuses to make up a service: without traffic, or without anything that says how much of it an instance takes, a scenario would be
 * all guesses.
 *
 * @throws ProblemError with exit code 104 that names the one file that would help most
 */
export declare function rejectUnknowable({ evidence, target, findings, hasTraffic, given }: Known): void;
export {};
