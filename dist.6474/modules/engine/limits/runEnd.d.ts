import { PolicyFault } from '../../policy/policy.js';
import type { DecisionEntry } from '../../record/decisionLog.js';
/** Kinds of failures by limits: the policy's own doing, or that of the scenario it ran in. */
export declare const limitKinds: {
    readonly policy: 'limit';
    readonly run: 'run-limit';
};
/** What a run held when it ended. */
export interface Held {
    readonly timeSeconds: number;
    /** Arrived and not answered yet. */
    readonly requestCount: number;
    /** Most rows that requests had at once, with the tries that nobody waits for. */
    readonly rowCount: number;
    readonly faultCount: number;
    readonly services: readonly HeldService[];
}
interface HeldService {
    readonly name: string;
    readonly aliveCount: number;
    readonly launchCount: number;
    readonly decisionCount: number;
    /** Whether the candidate decides how many instances it has. */
    readonly hasPolicy: boolean;
}
/**
 * A run that filled its memory, as a failure of its own: the other candidates go on.
 *
 * A policy is to blame where the instances that it asked for or its decisions fill it, and never for requests, faults and
 * instances that requests start: those are the scenario's.
 */
export declare function endOfRun(thrown: unknown, memoryBytes: number, held: () => Held): unknown;
/** A policy that asked for more instances than there is memory for, and got them. */
export declare function tooManyInstances(service: string, { applied, timeSeconds }: DecisionEntry, memoryBytes: number): PolicyFault;
export {};
