import type { SetReader } from './documentSet.js';
/** What a pod of the workload beside an autoscaler requests and may use: what its percentages are of. */
export declare const workloadBeside: SetReader;
