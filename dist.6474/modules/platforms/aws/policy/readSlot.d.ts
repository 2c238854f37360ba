import type { InstanceObservation, Observation } from '../../../policy/observation.js';
import type { CloudWatchMetric } from '../cloudWatchMetrics.js';
/** Samples of one metric that have been turned into datapoints already. */
export interface SampleCursor {
    /** When the newest of them was taken. */
    takenSeconds: number;
}
interface SlotContext {
    readonly cursor: SampleCursor;
    readonly warmupSeconds: number;
    /** The observation's `perInstance`, read once a tick; empty where nothing warms. */
    readonly instances: readonly InstanceObservation[];
}
/**
 * A metric's datapoint of the slot that ends now: the average of the samples that came since the last one.
 *
 * While instances warm, a metric of the group is the average over the others, as far as instances are listed. An
 * observation without history gives its own value. @returns undefined when nothing new came: the datapoint is missing
 */
export declare function readSlot(metric: CloudWatchMetric, observation: Observation, { cursor, warmupSeconds, instances }: SlotContext): number | undefined;
export {};
