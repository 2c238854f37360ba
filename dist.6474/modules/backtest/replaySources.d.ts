import type { RecordedSeries } from '../results/recording.js';
import type { Scenario } from '../scenario/schema.js';
import { type Stretch } from './stretch.js';
/** A step of the load that was put on a recorded run, seconds of its clock. */
export interface ReplayStep {
    readonly startSeconds: number;
    readonly durationSeconds: number;
    readonly ratePerSecond: number;
    /** Requests inside at most, where clients wait for their answers; null for an open load. */
    readonly clientCount: number | null;
}
/** Recorded traffic, as steps of a load or as a rate. */
export type RecordedTraffic = {
    readonly kind: 'steps';
    readonly steps: readonly ReplayStep[];
} | {
    readonly kind: 'rate';
    readonly series: RecordedSeries;
};
interface SourcesRequest {
    readonly scenario: Scenario;
    readonly folder: string;
    readonly service: string;
    readonly traffic: RecordedTraffic;
    /** The run, on the recording's clock. */
    readonly run: Stretch;
}
/**
 * The sources and classes that send the recorded traffic to one service.
 *
 * How many requests come is recorded; their mix, and how arrivals are spaced, stay those of the scenario.
 * @throws ProblemError where none of its sources sends to the service
 */
export declare function recordedSources(request: SourcesRequest): Pick<Scenario, 'traffic' | 'requests'>;
export {};
