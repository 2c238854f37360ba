import type { ReplayedTraffic } from '../../backtest/replay.js';
import type { Scenario } from '../../scenario/schema.js';
import type { ActualRecording } from './actualRecording.js';
import type { RecordedSpan } from './chooseStretch.js';
/** Which traffic is replayed, and the part of the recording in which it and what is judged are known. */
export interface Alignment {
    readonly traffic: ReplayedTraffic;
    readonly span: RecordedSpan;
    /** What was assumed of the clocks, a line each. */
    readonly warnings: readonly string[];
}
/**
 * Brings the clocks of a recording and of a scenario together.
 *
 * The recorded load or rate is replayed where there is one, on the recording's own clock; else the scenario's own traffic: by
 * dates where both have some, from the beginning of both otherwise.
 * @throws ProblemError where they have no time in common
 */
export declare function align(actual: ActualRecording, scenario: Scenario, folder: string): Alignment;
