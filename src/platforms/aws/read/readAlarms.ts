import type { ManifestOptions } from '../../platform.js';
import type { CloudWatchMetric } from '../cloudWatchMetrics.js';
import type { Alarm, ScalingModel, Statistic } from '../model.js';
import type { Findings } from './findings.js';
import { readMath, readNamed } from './readMetric.js';
import type { Resource } from './resource.js';
import type { ResourceValue } from './schemas.js';

/** An alarm, and the policies that it calls. */
export interface CallingAlarm {
  readonly alarm: Alarm;
  readonly calls: readonly Resource[];
}

export interface AlarmsContext {
  readonly kind: ScalingModel['kind'];
  readonly policies: readonly Resource[];
  readonly options: ManifestOptions;
  readonly findings: Findings;
}

type AlarmValue = ResourceValue<'alarm'>;

/** Alarms of a document that call policies of it; others are named in warnings. */
export function readAlarms(resources: readonly Resource[], context: AlarmsContext): CallingAlarm[] {
  return resources
    .filter(({ kind }) => kind === 'alarm')
    .flatMap((resource): CallingAlarm[] => {
      const value = context.findings.parse('alarm', resource);
      if (value === undefined) return [];
      const calls = context.policies.filter((policy) => value.AlarmActions.some((action) => names(action, policy)));
      if (calls.length === 0 || !value.ActionsEnabled) {
        warnOfSilence(resource, value, context.findings);
        return [];
      }
      warnOfOtherActions(resource, value, context);
      const alarm = readAlarm(resource, value, context);
      return alarm === undefined ? [] : [{ alarm, calls }];
    });
}

/** Whether an action is this policy: by reference, by ARN, or by its plain name where the ARN is not known yet. */
function names(action: string, { reference, value }: Resource): boolean {
  if (action === reference || action === value.PolicyARN) return true;
  const { PolicyName: name } = value;
  return typeof name === 'string' && (action === name || action.endsWith(`policyName/${name}`));
}

function warnOfSilence(resource: Resource, { ActionsEnabled }: AlarmValue, findings: Findings): void {
  findings.warnings.push({
    code: 'alarm-without-policy',
    where: resource.place(ActionsEnabled ? ['AlarmActions'] : ['ActionsEnabled']),
    what: `${resource.title}: ${ActionsEnabled ? 'calls no policy of this document' : 'its actions are disabled'}`,
    why: 'It scales nothing here.',
    fix: "nothing, if it is only for people; else put the policy's ARN or name into AlarmActions.",
  });
}

function warnOfOtherActions(resource: Resource, value: AlarmValue, { policies, findings }: AlarmsContext): void {
  for (const field of ['OKActions', 'InsufficientDataActions'] as const) {
    if (!value[field].some((action) => policies.some((policy) => names(action, policy)))) continue;
    findings.notSimulated(resource, { path: [field], effect: 'the policy is called in that state too' });
  }
  if (value.EvaluateLowSampleCountPercentile === 'ignore') {
    const effect = 'percentiles of few samples do not change the state';
    findings.notSimulated(resource, { path: ['EvaluateLowSampleCountPercentile'], effect });
  }
}

/** Longest look back that CloudWatch takes: seven days. */
const LOOK_LIMIT_SECONDS = 7 * 86_400;

function readAlarm(resource: Resource, value: AlarmValue, context: AlarmsContext): Alarm | undefined {
  const { findings } = context;
  const metric = readAlarmMetric(resource, value, context);
  const { EvaluationPeriods: evaluationCount, DatapointsToAlarm: datapointsCount = evaluationCount, Threshold } = value;
  const periodSeconds = readPeriod(resource, value, findings);
  const refuse = (field: string, what: string, why: string, fix: string) =>
    findings.problem({
      code: 'bad-alarm',
      where: resource.place([field]),
      what: `${resource.title}: ${what}`,
      why,
      fix,
    });
  if (datapointsCount > evaluationCount) {
    const what = `DatapointsToAlarm is ${datapointsCount}, more than the ${evaluationCount} EvaluationPeriods`;
    refuse('DatapointsToAlarm', what, 'So many datapoints are never looked at.', `choose at most ${evaluationCount}.`);
  }
  if (periodSeconds * evaluationCount > LOOK_LIMIT_SECONDS) {
    const what = `looks back ${periodSeconds * evaluationCount} s`;
    refuse('EvaluationPeriods', what, 'CloudWatch looks back at most seven days.', 'use fewer or shorter periods.');
  }
  if (Threshold === undefined) {
    const isAnomaly = value.ThresholdMetricId !== undefined;
    const what = isAnomaly ? 'anomaly detection is not simulated' : '`Threshold` is missing';
    refuse(
      isAnomaly ? 'ThresholdMetricId' : 'Threshold',
      what,
      'The alarm has no bound to compare with.',
      'give a Threshold.',
    );
  }
  if (metric === undefined || Threshold === undefined) return undefined;
  return {
    name: value.AlarmName ?? resource.title,
    where: resource.place([]),
    metric,
    comparison: value.ComparisonOperator,
    threshold: Threshold,
    periodSeconds,
    statistic: readStatistic(resource, value, { metric, findings }),
    evaluationCount,
    datapointsCount,
    treatMissing: value.TreatMissingData,
  };
}

function readAlarmMetric(
  resource: Resource,
  { MetricName, Metrics, ExtendedStatistic }: AlarmValue,
  { kind, options, findings }: AlarmsContext,
): CloudWatchMetric | undefined {
  const context = { kind, resource, options, findings };
  if (Metrics !== undefined) return readMath(Metrics, { ...context, path: [] });
  if (MetricName !== undefined) {
    return readNamed(MetricName, { ...context, path: ['MetricName'], extendedStatistic: ExtendedStatistic });
  }
  findings.problem({
    code: 'missing-key',
    where: resource.place([]),
    what: `${resource.title}: \`MetricName\` is missing`,
    why: 'An alarm without a metric has nothing to watch.',
    fix: 'add MetricName, Namespace, Statistic and Period.',
  });
  return undefined;
}

/** The period in whole minutes: the resolution of our datapoints. */
function readPeriod(resource: Resource, { Period = 60 }: AlarmValue, findings: Findings): number {
  if (Period < 60) {
    findings.notSimulated(resource, {
      path: ['Period'],
      effect: 'a high-resolution metric is read more often; here once a minute',
    });
    return 60;
  }
  if (Period % 60 === 0) return Period;
  findings.problem({
    code: 'bad-alarm',
    where: resource.place(['Period']),
    what: `${resource.title}: Period is ${Period} s`,
    why: 'CloudWatch takes 10, 20, 30 and multiples of 60 seconds.',
    fix: `write ${Math.ceil(Period / 60) * 60}.`,
  });
  return Math.ceil(Period / 60) * 60;
}

function readStatistic(
  resource: Resource,
  { Statistic, ExtendedStatistic }: AlarmValue,
  { metric, findings }: { readonly metric: CloudWatchMetric; readonly findings: Findings },
): Statistic {
  if (Statistic === undefined) {
    if (ExtendedStatistic !== undefined && !metric.sources[0].startsWith('latency_')) {
      const effect = `the datapoint is the ${ExtendedStatistic} of the samples; here it is their average`;
      findings.notSimulated(resource, { path: ['ExtendedStatistic'], effect });
    }
    return 'Average';
  }
  const isCount = metric.label.startsWith('RequestCount');
  if (Statistic === 'SampleCount' || isCount !== (Statistic === 'Sum')) {
    const isMapped = metric.factor === 1;
    if (Statistic !== 'SampleCount' && isMapped) return Statistic;
    findings.problem({
      code: 'statistic',
      where: resource.place(['Statistic']),
      what: `${resource.title}: the ${Statistic} of ${metric.label} is not simulated`,
      why: isCount
        ? 'A count of requests has a meaning only as Sum.'
        : 'It would depend on how many samples CloudWatch gets.',
      fix: `use ${isCount ? 'Sum' : 'Average'}.`,
    });
    return 'Average';
  }
  if (Statistic === 'Minimum' || Statistic === 'Maximum') {
    const effect = `the datapoint is the ${Statistic} over instances and samples; here over the period's minutes of the average`;
    findings.notSimulated(resource, { path: ['Statistic'], effect });
  }
  return Statistic;
}
