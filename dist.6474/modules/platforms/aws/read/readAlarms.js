import { isOpen } from '../openValue.js';
import { Findings } from './findings.js';
import { readNamedOrMath } from './readMetric.js';
/** Alarms of a document that call policies of it; the others are named in one warning, for they may be for people. */
export function readAlarms(resources, context) {
    const all = resources
        .filter(({ kind }) => kind === 'alarm')
        .map((resource) => ({ resource, calls: context.policies.filter((policy) => isCalled(resource, policy)) }));
    const isSilent = ({ resource, calls }) => calls.length === 0 || resource.value.ActionsEnabled === false;
    const silent = all.filter(isSilent);
    for (const { resource } of silent)
        refuseMisspelt(resource, context.shared);
    if (silent.length > 0)
        warnOfSilence(silent.map(({ resource }) => resource), context.shared);
    return all
        .filter((one) => !isSilent(one))
        .flatMap(({ resource, calls }) => {
        const findings = context.findingsOf(calls[0]);
        const value = findings.parse('alarm', resource);
        if (value === undefined)
            return [{ alarm: undefined, calls }];
        warnOfOtherActions(resource, value, { calls, findings });
        const kind = calls[0].kind === 'policy' ? 'ec2' : 'application';
        return [{ alarm: readAlarm(resource, value, { kind, options: context.options, findings }), calls }];
    });
}
/** An alarm that was put into a list by hand may call nothing because a key is misspelt; templates hold others for people. */
function refuseMisspelt(resource, shared) {
    if (resource.reference !== undefined)
        return;
    const own = new Findings();
    own.parse('alarm', resource);
    for (const problem of own.problems)
        if (problem.code === 'unknown-key')
            shared.problem(problem);
}
function isCalled(alarm, policy) {
    const { AlarmActions: actions, AlarmName: name } = alarm.value;
    const isNamed = (action) => typeof action === 'string' && names(action, policy);
    return (Array.isArray(actions) && actions.some(isNamed)) || listedAlarms(policy).includes(String(name));
}
/** Names of the alarms that the describe commands list with a policy. */
export function listedAlarms({ value }) {
    const { Alarms: alarms } = value;
    if (!Array.isArray(alarms))
        return [];
    return alarms.flatMap((alarm) => {
        const name = typeof alarm === 'object' && alarm !== null && 'AlarmName' in alarm ? alarm.AlarmName : undefined;
        return typeof name === 'string' ? [name] : [];
    });
}
/** Whether an action is this policy: by reference, by ARN, or by its plain name where the ARN is not known yet. */
function names(action, { reference, value }) {
    if (action === reference || action === value.PolicyARN)
        return true;
    const { PolicyName: name } = value;
    return typeof name === 'string' && (action === name || action.endsWith(`policyName/${name}`));
}
function warnOfSilence(alarms, findings) {
    const [first] = alarms;
    const isDisabled = first.value.ActionsEnabled === false;
    const list = alarms.map(({ title, value }) => (typeof value.AlarmName === 'string' ? value.AlarmName : title));
    const few = `${list.slice(0, 5).join(', ')}${list.length > 5 ? ` and ${list.length - 5} more` : ''}`;
    const what = alarms.length > 1
        ? `alarms that call no policy of this document: ${few}`
        : `${few}: ${isDisabled ? 'its actions are disabled' : 'calls no policy of this document'}`;
    findings.warnings.push({
        code: 'alarm-without-policy',
        where: first.place([isDisabled ? 'ActionsEnabled' : 'AlarmActions']),
        what,
        why: 'Such an alarm scales nothing here.',
        fix: "nothing, if it is only for people; else put the policy's ARN or name into AlarmActions.",
    });
}
function warnOfOtherActions(resource, value, { calls, findings }) {
    for (const field of ['OKActions', 'InsufficientDataActions']) {
        if (!value[field].some((action) => calls.some((policy) => names(action, policy))))
            continue;
        findings.notSimulated(resource, { path: [field], effect: 'the policy is called in that state too' });
    }
    if (value.EvaluateLowSampleCountPercentile === 'ignore') {
        const effect = 'percentiles of few samples do not change the state';
        findings.notSimulated(resource, { path: ['EvaluateLowSampleCountPercentile'], effect });
    }
}
function readAlarm(resource, value, context) {
    const { findings } = context;
    const named = readNamedOrMath(value, {
        ...context,
        resource,
        path: [],
        extendedStatistic: value.ExtendedStatistic,
    });
    const { EvaluationPeriods: evaluationCount, DatapointsToAlarm: datapointsCount = evaluationCount, Threshold } = value;
    const periodSeconds = value.Period ?? periodOfQueries(value);
    refuseBadAlarm(resource, { ...value, evaluationCount, datapointsCount, periodSeconds }, findings);
    if (named === undefined || Threshold === undefined)
        return undefined;
    const { metric, statistic } = readStatistic(resource, value, { metric: named, findings });
    return {
        name: value.AlarmName ?? resource.title,
        where: resource.place([]),
        metric: { ...metric, periodSeconds: resolutionSeconds(value, periodSeconds) },
        comparison: value.ComparisonOperator,
        threshold: Threshold,
        periodSeconds,
        statistic,
        evaluationCount,
        datapointsCount,
        treatMissing: value.TreatMissingData,
        deployedIf: resource.deployedIf,
    };
}
/**
 * How often CloudWatch has a datapoint: AWS publishes its own metrics once a minute, but for ECS services that are set to 20 s.
 * A custom metric is taken to come as often as the alarm asks.
 */
function resolutionSeconds({ Namespace = '' }, periodSeconds) {
    const isCustom = !Namespace.startsWith('AWS/') || Namespace === 'AWS/ECS';
    return isCustom && !isOpen(periodSeconds) ? Math.min(60, periodSeconds) : 60;
}
/** The longest period of an alarm's queries; a minute where they say none. */
function periodOfQueries({ Metrics }) {
    const found = (Metrics ?? []).flatMap(({ Period, MetricStat: stat }) => {
        const own = typeof stat === 'object' && stat !== null && 'Period' in stat ? stat.Period : Period;
        return typeof own === 'number' ? [own] : [];
    });
    return found.length === 0 ? 60 : Math.max(...found);
}
/** Longest look back that CloudWatch takes: seven days. */
const LOOK_LIMIT_SECONDS = 7 * 86_400;
/** Periods below a minute. Source: PutMetricAlarm (CloudWatch 2010-08-01), Period: 10, 20, 30 or a multiple of 60. */
const shortPeriods = [10, 20, 30];
/** What PutMetricAlarm refuses, as far as the numbers are known. */
function refuseBadAlarm(resource, value, findings) {
    const { evaluationCount, datapointsCount, periodSeconds, Threshold, ThresholdMetricId } = value;
    const refuse = (field, what, why, fix) => findings.problem({
        code: 'bad-alarm',
        where: resource.place([field]),
        what: `${resource.title}: ${what}`,
        why,
        fix,
    });
    if (!isOpen(datapointsCount) && !isOpen(evaluationCount) && datapointsCount > evaluationCount) {
        const what = `DatapointsToAlarm is ${datapointsCount}, more than the ${evaluationCount} EvaluationPeriods`;
        refuse('DatapointsToAlarm', what, 'So many datapoints are never looked at.', `choose at most ${evaluationCount}.`);
    }
    if (!isOpen(periodSeconds) && !isOpen(evaluationCount) && periodSeconds * evaluationCount > LOOK_LIMIT_SECONDS) {
        const what = `looks back ${periodSeconds * evaluationCount} s`;
        refuse('EvaluationPeriods', what, 'CloudWatch looks back at most seven days.', 'use fewer or shorter periods.');
    }
    if (!isOpen(periodSeconds) && !shortPeriods.includes(periodSeconds) && periodSeconds % 60 !== 0) {
        const why = 'CloudWatch takes 10, 20, 30 and multiples of 60 seconds.';
        refuse('Period', `Period is ${periodSeconds} s`, why, `write ${Math.ceil(periodSeconds / 60) * 60}.`);
    }
    if (Threshold !== undefined)
        return;
    const isAnomaly = ThresholdMetricId !== undefined;
    const what = isAnomaly ? 'anomaly detection is not simulated' : '`Threshold` is missing';
    refuse(isAnomaly ? 'ThresholdMetricId' : 'Threshold', what, 'There is no bound to compare with.', 'give a Threshold.');
}
function readStatistic(resource, { Statistic, ExtendedStatistic }, { metric, findings }) {
    const isKnown = metric.sources.length > 0;
    if (Statistic === undefined) {
        if (ExtendedStatistic !== undefined && isKnown && !metric.sources[0].startsWith('latency_')) {
            const effect = `the datapoint is the ${ExtendedStatistic} of the samples; here it is their average`;
            findings.notSimulated(resource, { path: ['ExtendedStatistic'], effect });
        }
        return { statistic: 'Average', metric };
    }
    const isCount = metric.label.startsWith('RequestCount');
    if (isKnown && (Statistic === 'SampleCount' || (metric.factor !== 1 && isCount !== (Statistic === 'Sum')))) {
        const unknownBecause = isCount
            ? `A count of requests has a meaning only as Sum, and this is its ${Statistic}.`
            : `The ${Statistic} of ${metric.label} depends on how many samples CloudWatch gets.`;
        return { statistic: 'Average', metric: { ...metric, sources: [], unknownBecause } };
    }
    if (isKnown && (Statistic === 'Minimum' || Statistic === 'Maximum')) {
        const effect = `the datapoint is the ${Statistic} over instances and samples; here over the period's minutes of the average`;
        findings.notSimulated(resource, { path: ['Statistic'], effect });
    }
    return { statistic: Statistic === 'SampleCount' ? 'Average' : Statistic, metric };
}
