import type { Candidate } from '../policy/policySpec.js';
import type { BacktestResult } from '../results/backtestResult.js';
import type { Recording } from '../results/recording.js';
import type { Scenario } from '../scenario/schema.js';
import { type Observed } from './observed.js';
import { type Replay, type ReplayedTraffic } from './replay.js';
import { type RunOptions } from './runSeeds.js';
import type { Stretch } from './stretch.js';
/** What ran, what was recorded of it, and which part of it is judged. */
export interface BacktestRequest {
    readonly scenario: Scenario;
    readonly folder: string;
    readonly candidate: Candidate;
    /** The service that was recorded. */
    readonly service: string;
    readonly recording: Recording;
    readonly traffic: ReplayedTraffic;
    readonly stretch: Stretch;
    /** Where everything that the replay needs begins. */
    readonly recordedFromSeconds: number;
    readonly runCount: number;
}
/** The scenario as it is replayed for a request. @throws ProblemError */
export declare function replayFor(request: BacktestRequest): Replay;
/** Replays a stretch in several seeds: both sides on the recorder's grid. @throws ProblemError, BacktestFailure */
export declare function observe(request: BacktestRequest, replay: Replay, options: RunOptions): Promise<Observed>;
/** Lays what is simulated over what was recorded, and says of each measure whether it is believable. @throws ProblemError, BacktestFailure */
export declare function backtest(request: BacktestRequest, options: RunOptions): Promise<BacktestResult>;
