import { metricNames } from '../../telemetry/metrics.js';
import { metricsOf, openValues } from './model.js';
import { openValueProblem } from './read/openProblems.js';
/** What must be said before a group's policies can run: open values, metrics without a meaning here, what nobody calls. */
export function openNeeds(model) {
    const values = openValues(model).map(openValueProblem);
    return [...values, ...unknownMetrics(model), ...forecasts(model), ...uncalled(model)];
}
/** Metrics that nobody has said the meaning of. */
export function unknownMetrics(model) {
    return metricsOf(model).flatMap(({ metric, where }) => {
        if (metric.sources.length > 0)
            return [];
        const name = metric.names.find(isPlain) ?? metric.names[0];
        return [
            {
                code: 'unknown-metric',
                where,
                what: `the metric "${metric.label}" is none of a scenario's`,
                why: metric.unknownBecause ?? 'The policy would have no data.',
                fix: `say which of them stands for it: --metric ${quoted(name)}, METRIC one of ${metricNames.join(', ')}.`,
            },
        ];
    });
}
/** `each=METRIC`; in quotes where a shell would take it apart. */
function quoted(name) {
    const text = `${name}=METRIC`;
    return isPlain(name) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
function isPlain(name) {
    return /^[\w.:/@%+-]+$/.test(name);
}
/** Predictive scaling that acts learns from days of history, which a run does not have. */
function forecasts({ policies }) {
    return policies.flatMap((policy) => {
        if (policy.type !== 'forecast' || !policy.canScale)
            return [];
        return [
            {
                code: 'not-supported-yet',
                where: policy.where,
                what: `${policy.name}: predictive scaling is not simulated`,
                why: 'It forecasts from at least 24 hours of history, which a run does not have.',
                fix: 'leave the policy out of the document, and keep its dynamic policies.',
            },
        ];
    });
}
/** Step and simple scaling whose alarms are not in the document. */
function uncalled({ policies }) {
    return policies.flatMap((policy) => {
        if (!policy.isEnabled || (policy.type !== 'step' && policy.type !== 'simple'))
            return [];
        const { alarms, elsewhere } = policy.calls;
        if (elsewhere.length === 0 && alarms.length > 0)
            return [];
        const name = elsewhere.length === 0
            ? 'no alarm of this document calls it'
            : `the definition of its alarm ${elsewhere.join(' and ')} is not here`;
        return [
            {
                code: elsewhere.length === 0 ? 'policy-without-alarm' : 'alarm-elsewhere',
                where: policy.where,
                what: `${policy.name}: ${name}`,
                why: 'Step and simple scaling act only when a CloudWatch alarm calls them.',
                fix: elsewhere.length === 0
                    ? "add the put-metric-alarm JSON to the same document, with the policy's ARN or PolicyName in AlarmActions."
                    : `add what it prints to the same document, as MetricAlarms: aws cloudwatch describe-alarms --alarm-names ${elsewhere.join(' ')}.`,
            },
        ];
    });
}
