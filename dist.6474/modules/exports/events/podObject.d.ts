import type { StopReason } from '../../record/runEvents.js';
/** The life of an instance, seconds of the run; undefined is what has not happened. */
export interface Pod {
    readonly service: string;
    readonly number: number;
    readonly createdSeconds: number;
    /** It stood when the run began. */
    readonly isWarm: boolean;
    readySeconds?: number;
    drainSeconds?: number | undefined;
    /** How long it may finish what is inside. */
    graceSeconds?: number | undefined;
    stoppedSeconds?: number;
    stopReason?: StopReason;
}
/**
 * A pod as the API server describes it, times in whole seconds as there.
 *
 * Scheduling and init take no time in the model, so their conditions stand at the creation. A pod that was told to go has
 * `deletionTimestamp`, which is that moment plus its grace period (Kubernetes API, ObjectMeta).
 */
export declare function podObject(pod: Pod, startSeconds: number): object;
