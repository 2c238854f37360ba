import type { PolicyLog } from '../record/policyLog.js';
import type { RecordedObservation } from './observation.js';
import type { LoadedPolicy } from './policy.js';
import { type OpenLoopDecision } from './recordedHost.js';
interface OpenLoop {
    readonly policy: LoadedPolicy;
    /** In time order, of any number of services; each service has a state of its own. */
    readonly observations: readonly RecordedObservation[];
    /** The recording has no count of instances: the last decision stands for it. */
    readonly carriesDesired: boolean;
    /** Where the policy prints to. */
    readonly log?: PolicyLog;
    /** Told before and after the policy is called. */
    onPolicy(virtualSeconds: number, isInside: boolean): void;
}
/**
 * A policy's decisions on recorded observations, one for each, its state carried along.
 *
 * A policy that is asked (`decide`) is asked at every observation, whatever its `every`; a script runs on until the
 * observation's time and sees the newest one. What it has begun by then still counts: each of its calls to an API takes a
 * millisecond, even here.
 * @throws PolicyFault
 */
export declare function decideAll({ policy, observations, carriesDesired, log, onPolicy }: OpenLoop): OpenLoopDecision[];
/** The same observation of a fleet that has come to a count. */
export declare function withCount(observation: RecordedObservation, count: number): RecordedObservation;
export {};
