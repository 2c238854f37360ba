import { suggestion } from '../../../base/nearest.js';
import { metricNames } from '../../../telemetry/metrics.js';
import type { ManifestOptions } from '../../platform.js';
import { type CloudWatchMetric, findNamedMetric, knownMetricNames, predefinedMetrics } from '../cloudWatchMetrics.js';
import type { ScalingModel } from '../model.js';
import type { Findings } from './findings.js';
import type { Resource } from './resource.js';
import type { CustomizedMetric, TrackingValue } from './schemas.js';

/** Where a metric is named, and for whom. */
export interface MetricContext {
  readonly kind: ScalingModel['kind'];
  readonly resource: Resource;
  /** The field that names it. */
  readonly path: readonly PropertyKey[];
  readonly options: ManifestOptions;
  readonly findings: Findings;
}

/** The metric of a target tracking configuration; undefined when a problem was noted. */
export function readTrackedMetric(
  { PredefinedMetricSpecification: predefined, CustomizedMetricSpecification: customized }: TrackingValue,
  context: MetricContext,
): CloudWatchMetric | undefined {
  if ((predefined === undefined) === (customized === undefined)) {
    context.findings.problem({
      code: 'one-metric',
      where: context.resource.place(context.path),
      what: `has ${predefined === undefined ? 'no metric' : 'two metrics'}`,
      why: 'A target tracking policy follows exactly one metric.',
      fix: 'give PredefinedMetricSpecification or CustomizedMetricSpecification.',
    });
    return undefined;
  }
  if (customized !== undefined) {
    return readCustomized(customized, {
      ...context,
      path: [...context.path, 'CustomizedMetricSpecification'],
    });
  }
  const type = predefined?.PredefinedMetricType ?? '';
  const path = [...context.path, 'PredefinedMetricSpecification', 'PredefinedMetricType'];
  return readPredefined(type, { ...context, path });
}

function readPredefined(type: string, context: MetricContext): CloudWatchMetric | undefined {
  const known = Object.entries<Omit<CloudWatchMetric, 'label'>>(predefinedMetrics[context.kind]);
  const own = known.find(([name]) => name === type);
  const isMapped = Object.hasOwn(context.options.metricNames, type);
  if (own !== undefined && !isMapped) {
    const metric = { label: type, ...own[1] };
    if (metric.note !== undefined)
      context.findings.notSimulated(context.resource, {
        path: context.path,
        effect: `the metric counts one direction; ${metric.note}`,
      });
    return metric;
  }
  return readNamed(type, { ...context, known: known.map(([name]) => name) });
}

function readCustomized(metric: CustomizedMetric, context: MetricContext): CloudWatchMetric | undefined {
  const { MetricName, Metrics, Statistic, Period } = metric;
  if (Period !== undefined && Period !== 60) {
    const effect = `the metric is read every ${Period} s; here once a minute`;
    context.findings.notSimulated(context.resource, { path: [...context.path, 'Period'], effect });
  }
  if (Statistic !== undefined && Statistic !== 'Average' && Statistic !== 'Sum') {
    const effect = `the datapoint is the ${Statistic} of the samples of all instances; here it is the average`;
    context.findings.notSimulated(context.resource, { path: [...context.path, 'Statistic'], effect });
  }
  if (Metrics !== undefined) return readMath(Metrics, context);
  if (MetricName !== undefined) return readNamed(MetricName, { ...context, path: [...context.path, 'MetricName'] });
  context.findings.problem({
    code: 'missing-key',
    where: context.resource.place(context.path),
    what: '`MetricName` is missing',
    why: 'A customized metric is found by its name.',
    fix: 'add MetricName, Namespace and Statistic.',
  });
  return undefined;
}

/** Metric math is taken as one metric, by the label or id of the query that returns it, when the user maps that name. */
export function readMath(
  queries: NonNullable<CustomizedMetric['Metrics']>,
  context: MetricContext,
): CloudWatchMetric | undefined {
  const index = queries.findIndex(({ ReturnData }) => ReturnData !== false);
  const query = queries[Math.max(index, 0)];
  const names = [query.Label, query.Id].filter((name) => name !== undefined);
  const mapped = names.find((name) => Object.hasOwn(context.options.metricNames, name));
  const path = [...context.path, 'Metrics', Math.max(index, 0)];
  if (mapped !== undefined) return readNamed(mapped, { ...context, path });
  context.findings.problem({
    code: 'metric-math',
    where: context.resource.place(path),
    what: `metric math ("${names.at(0)}") is not evaluated here`,
    why: 'The expression may use metrics that the simulation does not have.',
    fix: `say which metric stands for it: --metric ${names.at(0)}=METRIC, one of ${metricNames.join(', ')}.`,
  });
  return undefined;
}

/** A metric by its name in CloudWatch; undefined when a problem was noted. */
export function readNamed(
  name: string,
  context: MetricContext & { readonly extendedStatistic?: string | undefined; readonly known?: readonly string[] },
): CloudWatchMetric | undefined {
  const { kind, options, resource, path, findings, extendedStatistic, known = knownMetricNames } = context;
  const metric = findNamedMetric({ name, kind, metricNames: options.metricNames, extendedStatistic });
  if (metric !== undefined) return metric;
  const given = Object.hasOwn(options.metricNames, name) ? options.metricNames[name] : undefined;
  const isLatency = name === 'TargetResponseTime' && given === undefined;
  findings.problem({
    code: 'unknown-metric',
    where: resource.place(path),
    what:
      given === undefined
        ? `the metric "${name}"${isLatency ? ` with the statistic ${extendedStatistic ?? 'Average'}` : ''} is not known here`
        : `the metric "${name}" is said to be "${given}", which no service has`,
    why: isLatency ? 'Of latencies the simulation shows p50, p95 and p99.' : 'The policy would have no data.',
    fix:
      given === undefined
        ? `say which metric of the scenario it is, --metric ${name}=METRIC with one of ${metricNames.join(', ')}. ${suggestion(name, known)}`
        : suggestion(given, metricNames),
  });
  return undefined;
}
