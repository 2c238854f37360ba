import type { ManifestOptions } from '../../platform.js';
import { type CloudWatchMetric } from '../cloudWatchMetrics.js';
import type { ScalingModel } from '../model.js';
import type { Findings, Opened } from './findings.js';
import { type Resource } from './resource.js';
import type { CustomizedMetric, TrackingValue } from './schemas.js';
/** Where a metric is named, and for whom. */
interface MetricContext {
    readonly kind: ScalingModel['kind'];
    readonly resource: Resource;
    /** The field that names it. */
    readonly path: readonly PropertyKey[];
    readonly options: ManifestOptions;
    readonly findings: Findings;
}
/** The metric of a target tracking configuration; undefined when a problem was noted. */
export declare function readTrackedMetric({ PredefinedMetricSpecification: predefined, CustomizedMetricSpecification: customized }: Opened<TrackingValue>, context: MetricContext): CloudWatchMetric | undefined;
/** The metric that a customized specification or an alarm names: by MetricName, or by a list of queries. */
export declare function readNamedOrMath({ MetricName, Metrics }: Pick<Opened<CustomizedMetric>, 'MetricName' | 'Metrics'>, context: MetricContext & {
    readonly extendedStatistic?: string | undefined;
}): CloudWatchMetric | undefined;
export {};
