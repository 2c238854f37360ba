import type { Observation } from './observation.js';
import { type PolicyHost, type PolicyRunner } from './policy.js';
/** One policy in the decide style, bound to a run, whatever language it is written in. */
interface DecideProgram {
    /** For messages. */
    readonly fileName: string;
    /** Seconds between decisions, > 0. */
    readonly everySeconds: number;
    /** One decision, unchecked. @throws PolicyFault */
    decide(observation: Observation): unknown;
    readonly findings?: readonly string[];
}
/** Seconds of `every` when it is left out: as often as Kubernetes' HPA decides. */
export declare const everyDefaultSeconds = 15;
/** Drives a decide-style policy: at each multiple of every that is still to come, without drift; the first is t = every. */
export declare function decideRunner(program: DecideProgram, host: PolicyHost): PolicyRunner;
/**
 * Seconds of a policy's `every`.
 *
 * @throws PolicyFault of kind `load` when it is no duration > 0
 */
export declare function parseEvery(every: unknown, fileName: string): number;
export {};
