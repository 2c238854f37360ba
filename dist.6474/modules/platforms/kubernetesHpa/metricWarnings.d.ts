import type { Problem } from '../../base/problem.js';
import type { GivenMetric } from './metricSchema.js';
/**
 * Fields of one metric that are right and change nothing in the simulation, each with what it would do.
 *
 * @param whereOf where a path below the metric stands
 */
export declare function metricWarnings(metric: GivenMetric, whereOf: (path: readonly PropertyKey[]) => Problem['where']): Problem[];
