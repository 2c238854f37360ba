import type { Scenario } from '../scenario/schema.js';
import { type RecordedTraffic } from './replaySources.js';
import { type Stretch } from './stretch.js';
/** Which traffic is sent: the recorded one, or the scenario's own, whose second 0 is `zeroSeconds` of the recording's clock. */
export type ReplayedTraffic = RecordedTraffic | {
    readonly kind: 'scenario';
    readonly zeroSeconds: number;
};
export interface ReplayRequest {
    readonly scenario: Scenario;
    readonly folder: string;
    readonly service: string;
    readonly traffic: ReplayedTraffic;
    readonly stretch: Stretch;
    /** Where the recording begins: what came before the stretch may lead into it. */
    readonly recordedFromSeconds: number;
    /** The recorded count of instances; undefined where none was recorded. */
    countAt(seconds: number): number | undefined;
    readonly startUnixSeconds: number | null;
}
/** A scenario that does again what was recorded. */
export interface Replay {
    readonly scenario: Scenario;
    /** Second 0 of the run, on the recording's clock. */
    readonly zeroSeconds: number;
    /** What the reader must know of it, a sentence each. */
    readonly notes: readonly string[];
}
/** The scenario with the traffic and the first count of the recording, as long as the stretch. @throws ProblemError */
export declare function replayOf(request: ReplayRequest): Replay;
