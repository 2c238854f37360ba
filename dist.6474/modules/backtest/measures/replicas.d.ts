import type { Observed } from '../observed.js';
import { type JudgedMeasure } from './judgedMeasure.js';
/** [run][instant] what the recorder would have counted of the runs. */
export declare function countsOfRuns({ recorded: { counts }, runs, zeroSeconds }: Observed): number[][];
/** The mean distance of the counts, over the instants of the recorder; simulated is the mean over the runs. */
export declare const replicas: JudgedMeasure;
