import { nearest, suggestion } from '../../../base/nearest.js';
import { metricNames } from '../../../telemetry/metrics.js';
import { fieldAt } from '../../fieldAt.js';
import { findNamedMetric, predefinedMetrics, unknownMetric } from '../cloudWatchMetrics.js';
import { isOpen } from '../openValue.js';
import { textOf } from './resource.js';
/** The metric of a target tracking configuration; undefined when a problem was noted. */
export function readTrackedMetric({ PredefinedMetricSpecification: predefined, CustomizedMetricSpecification: customized }, context) {
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
function readPredefined(type, context) {
    const { kind, options, findings, resource, path } = context;
    const known = Object.entries(predefinedMetrics[kind]);
    const own = known.find(([name]) => name === type)?.[1];
    if (Object.hasOwn(options.metricNames, type)) {
        const named = readNamed(type, context);
        return named && own ? { ...named, periodSeconds: own.periodSeconds } : named;
    }
    if (own === undefined) {
        findings.problem({
            code: 'unknown-metric',
            where: resource.place(path),
            what: `PredefinedMetricType is "${type}"`,
            why: 'AWS knows no such predefined metric here.',
            fix: didYouMean(type, known.map(([name]) => name)),
        });
        return undefined;
    }
    if (own.note !== undefined) {
        findings.notSimulated(resource, { path, effect: `the metric counts one direction; ${own.note}` });
    }
    return { label: type, names: [type], ...own };
}
function didYouMean(name, known) {
    const close = nearest(name, known);
    return close === undefined ? `write one of ${known.join(', ')}.` : `did you mean ${close}?`;
}
function readCustomized(metric, context) {
    const { MetricName, Metrics, Statistic, Period } = metric;
    const found = readNamedOrMath({ MetricName, Metrics }, context);
    if (found === undefined)
        return undefined;
    const periodSeconds = readTrackedPeriod(Period, context);
    if (found.sources.length > 0 && Statistic !== undefined && Statistic !== 'Average' && Statistic !== 'Sum') {
        const effect = `the datapoint is the ${Statistic} of the samples of all instances; here it is the average`;
        context.findings.notSimulated(context.resource, { path: [...context.path, 'Statistic'], effect });
    }
    return periodSeconds === undefined ? found : { ...found, periodSeconds };
}
/** Periods that target tracking looks at. Source: CustomizedMetricSpecification, both API references (2025). */
const trackedPeriods = [10, 20, 30, 60];
function readTrackedPeriod(period, { findings, resource, path }) {
    if (period === undefined || isOpen(period))
        return undefined;
    if (trackedPeriods.includes(period))
        return period;
    findings.problem({
        code: 'bad-period',
        where: resource.place([...path, 'Period']),
        what: `Period is ${period} s`,
        why: 'Target tracking reads a metric every 10, 20, 30 or 60 seconds.',
        fix: 'write one of 10, 20, 30, 60.',
    });
    return undefined;
}
/** The metric that a customized specification or an alarm names: by MetricName, or by a list of queries. */
export function readNamedOrMath({ MetricName, Metrics }, context) {
    if (Metrics !== undefined)
        return readMath(Metrics, context);
    if (MetricName !== undefined)
        return readNamed(MetricName, { ...context, path: [...context.path, 'MetricName'] });
    context.findings.problem({
        code: 'missing-key',
        where: context.resource.place(context.path),
        what: `${context.resource.title}: \`MetricName\` is missing`,
        why: 'A metric is found by its name.',
        fix: 'add MetricName, Namespace and Statistic.',
    });
    return undefined;
}
/** Metric math is taken as one metric, by the id or label of the query that returns it, when the user maps that name. */
function readMath(queries, context) {
    const index = Math.max(0, queries.findIndex(({ ReturnData }) => ReturnData !== false));
    const { Id, Label, Expression, MetricStat: stat } = queries[index];
    const path = [...context.path, 'Metrics', index];
    const plainName = Expression === undefined ? fieldAt(stat, ['Metric', 'MetricName']) : undefined;
    const names = [Id, Label, plainName].filter((name) => typeof name === 'string');
    const mapped = names.find((name) => Object.hasOwn(context.options.metricNames, name));
    if (mapped !== undefined) {
        const metric = readNamed(mapped, { ...context, path });
        return metric && { ...metric, names, label: Label ?? metric.label };
    }
    if (typeof plainName === 'string') {
        const extendedStatistic = textOf(fieldAt(stat, ['Stat']));
        const metric = readNamed(plainName, { ...context, path, extendedStatistic });
        return metric && { ...metric, names: [...metric.names, Id] };
    }
    const unknownBecause = 'Metric math is not evaluated here: the expression may use metrics that no scenario has.';
    return unknownMetric(Label ?? Id, {
        names,
        unknownBecause,
        ...(Expression === undefined ? {} : { expression: Expression }),
    });
}
/** A metric by its name in CloudWatch; undefined when a problem was noted, without sources when nobody has said what it is. */
function readNamed(name, context) {
    const { kind, options, resource, path, findings, extendedStatistic } = context;
    const metric = findNamedMetric({ name, kind, metricNames: options.metricNames, extendedStatistic });
    if (metric !== undefined)
        return metric;
    if (!Object.hasOwn(options.metricNames, name)) {
        const unknownBecause = `Of latencies a scenario has p50, p95 and p99, not the ${extendedStatistic ?? 'Average'}.`;
        return unknownMetric(name, name === 'TargetResponseTime' ? { unknownBecause, unit: ' s' } : {});
    }
    const given = options.metricNames[name];
    findings.problem({
        code: 'unknown-metric',
        where: resource.place(path),
        what: `the metric "${name}" is said to be "${given}", which no service has`,
        why: 'The policy would have no data.',
        fix: suggestion(given, metricNames),
    });
    return undefined;
}
