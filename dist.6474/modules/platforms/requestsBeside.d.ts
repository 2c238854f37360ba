import type { SetReader } from './documentSet.js';
/**
 * What a share of the request comes to on the pods of the workload beside it: nothing at all, or far less than they may use.
 *
 * Source: the Kubernetes documentation, "Horizontal Pod Autoscaling" (utilization is of the request; without one the HPA takes
 * no action for the metric).
 */
export declare const requestsBeside: SetReader;
