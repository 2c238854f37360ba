import type { PolicyDefinition } from '../../../policy/policy.js';
import { type ScalingModel } from '../model.js';
/**
 * A group's scaling policies as one policy of ours, evaluated as often as its metrics have datapoints: once a minute, and every 10
 * to 30 s for metrics of high resolution.
 *
 * Each time: what came of the last decision; one datapoint for each metric; what each policy says whose datapoint that is; the largest wins.
 */
export declare function scalingPolicy(model: ScalingModel): PolicyDefinition;
