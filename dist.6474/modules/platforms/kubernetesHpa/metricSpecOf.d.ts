import type { MetricSpec } from './hpaSpec.js';
import type { GivenMetric } from './metricSchema.js';
/**
 * A metric of the manifest as the controller works with it.
 *
 * @param pathOf where a path below the metric stands
 */
export declare function metricSpecOf(metric: GivenMetric, pathOf: (path: readonly PropertyKey[]) => readonly PropertyKey[]): MetricSpec;
