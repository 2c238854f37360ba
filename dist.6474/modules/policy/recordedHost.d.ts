import type { IndexedStream } from '../random/keyedStream.js';
import type { PolicyLog } from '../record/policyLog.js';
import { type Observation, type RecordedObservation } from './observation.js';
import { type ActionAnswer, type Decision, type PolicyHost } from './policy.js';
/** What a policy decided on one observation. */
export interface OpenLoopDecision {
    readonly time: number;
    readonly service: string;
    /** Rounded up, before min and max; null for no change. */
    readonly desired: number | null;
    /** Within min..max; null for no change. */
    readonly applied: number | null;
    readonly result?: 'accepted' | 'clamped';
    readonly rule?: string;
    readonly reason?: string;
}
/**
 * A policy's view of recorded observations: the world goes on as it was recorded, whatever the policy decides.
 *
 * One service; `show` sets what can be seen, `decision` is what came of it.
 */
export declare class RecordedHost implements PolicyHost {
    #private;
    readonly apiLatencySeconds: number;
    readonly serviceNames: readonly string[];
    /** Those of a run's first replication with seed 1. */
    readonly random: IndexedStream;
    nowAt: number;
    /** @param log where the policy prints to */
    constructor(serviceName: string, log?: PolicyLog);
    get startSeconds(): number;
    nowSeconds(): number;
    /** The next observation, which may not be earlier than the last. */
    show(observation: RecordedObservation): void;
    /** What was decided since the last `show`: the last one counts. */
    get decision(): OpenLoopDecision;
    observe(serviceName?: string): Observation;
    act(decision: Decision): ActionAnswer;
    log(text: string): void;
}
