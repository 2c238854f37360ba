import type { CellOutcome, CellTask, DecideResult, DecideTask, Ended } from './cellTask.js';
/** The entry of a worker thread: one run, its end as data. */
export declare function runCell(task: CellTask): Promise<CellOutcome>;
/** The entry of a worker thread that decides on recorded observations. */
export declare function decide({ spec, observations, carriesDesired, watch: buffer }: DecideTask): Ended<DecideResult>;
