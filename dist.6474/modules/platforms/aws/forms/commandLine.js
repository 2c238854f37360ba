import { locate } from '../../../base/locate.js';
import { suggestion } from '../../../base/nearest.js';
import { isRecord, textOf } from '../read/resource.js';
/**
 * Input and output of the AWS command line.
 *
 * One object is the `--cli-input-json` of `put-scaling-policy`, or the file of `--target-tracking-configuration`. Several
 * things of one group stand in a list, or in a map of lists as `describe-policies` and the like print them:
 * ```
 * [ {policy}, {policy}, {group or scalable target}, {alarm} ]
 * { "ScalingPolicies": [..], "AutoScalingGroups": [..], "ScalableTargets": [..], "MetricAlarms": [..] }
 * ```
 */
export const commandLineForm = {
    recognises(document) {
        if (Array.isArray(document))
            return document.some((item) => isPolicy(kindOf(item)));
        if (!isRecord(document))
            return false;
        if (isOutput(document))
            return Array.isArray(document.ScalingPolicies) && document.ScalingPolicies.length > 0;
        return isPolicy(kindOf(document));
    },
    list(source) {
        const problems = [];
        const resources = itemsOf(source.value, problems, source).flatMap(({ value, path }) => {
            const kind = kindOf(value);
            if (kind !== undefined && isRecord(value))
                return [resourceOf({ kind, value, path, source })];
            problems.push({
                code: 'unknown-element',
                where: locate(source, path),
                what: 'this is no scaling policy, group, scalable target or alarm',
                why: 'An unknown key would be ignored silently.',
                fix: 'remove it, or complete it as put-scaling-policy, put-metric-alarm or register-scalable-target takes it.',
            });
            return [];
        });
        return { resources, problems, warnings: [] };
    },
};
const outputKeys = ['ScalingPolicies', 'AutoScalingGroups', 'ScalableTargets', 'MetricAlarms'];
function isOutput(document) {
    return Object.keys(document).some((key) => outputKeys.includes(key));
}
function itemsOf(document, problems, source) {
    if (Array.isArray(document))
        return document.map((value, index) => ({ value, path: [index] }));
    if (!isRecord(document) || !isOutput(document))
        return [{ value: document, path: [] }];
    return Object.entries(document).flatMap(([key, list]) => {
        if (outputKeys.includes(key) && Array.isArray(list)) {
            return list.map((value, index) => ({ value, path: [key, index] }));
        }
        if (key === 'CompositeAlarms' && Array.isArray(list) && list.length === 0)
            return [];
        if (key === 'NextToken') {
            problems.push(nextPage(source));
            return [];
        }
        problems.push({
            code: 'unknown-key',
            where: locate(source, [key], true),
            what: `unknown key "${key}", or not a list`,
            why: 'A map of lists holds what the describe commands print.',
            fix: suggestion(key, outputKeys),
        });
        return [];
    });
}
/** A page of several may lack policies, alarms or bounds. */
function nextPage(source) {
    return {
        code: 'next-page',
        where: locate(source, ['NextToken'], true),
        what: 'is one page of several (NextToken)',
        why: 'Policies, alarms or bounds of the next page would be lost silently.',
        fix: 'print all of them: without --max-items.',
    };
}
function isPolicy(kind) {
    return kind === 'policy' || kind === 'application-policy';
}
/** Marks of each kind, the surest first: the first row with a key that the object has decides. */
const marks = [
    { kind: 'alarm', keys: ['AlarmName', 'ComparisonOperator', 'EvaluationPeriods', 'AlarmActions'] },
    { kind: 'scalable-target', keys: ['MinCapacity', 'MaxCapacity'] },
    { kind: 'group', keys: ['MinSize', 'MaxSize', 'DefaultInstanceWarmup'] },
    {
        kind: 'application-policy',
        keys: [
            'TargetTrackingScalingPolicyConfiguration',
            'StepScalingPolicyConfiguration',
            'ScalableDimension',
            'ServiceNamespace',
            'ScaleInCooldown',
            'ScaleOutCooldown',
        ],
    },
    {
        kind: 'policy',
        keys: [
            'TargetTrackingConfiguration',
            'StepAdjustments',
            'EstimatedInstanceWarmup',
            'PredictiveScalingConfiguration',
            'AutoScalingGroupName',
            'PolicyType',
        ],
    },
];
function kindOf(value) {
    if (!isRecord(value))
        return undefined;
    const marked = marks.find(({ keys }) => keys.some((key) => key in value))?.kind;
    if (marked !== undefined)
        return marked;
    return isBareConfiguration(value) ? bareKind(value) : undefined;
}
/** The file of `--target-tracking-configuration`: the inside of a policy without its frame. */
function isBareConfiguration(value) {
    return ('TargetValue' in value && ('PredefinedMetricSpecification' in value || 'CustomizedMetricSpecification' in value));
}
function bareKind(value) {
    const { PredefinedMetricSpecification: predefined } = value;
    const type = isRecord(predefined) ? textOf(predefined.PredefinedMetricType) : '';
    const isApplication = 'ScaleInCooldown' in value || 'ScaleOutCooldown' in value || /^(ECS|EC2Spot)/.test(type);
    return isApplication ? 'application-policy' : 'policy';
}
function resourceOf({ kind, value, path, source }) {
    const title = titles[kind];
    if (!isBareConfiguration(value)) {
        const place = (inner, isKey) => locate(source, [...path, ...inner], isKey);
        return { kind, reference: undefined, title, value, place };
    }
    const frame = kind === 'application-policy' ? 'TargetTrackingScalingPolicyConfiguration' : 'TargetTrackingConfiguration';
    return {
        kind,
        reference: undefined,
        title: 'the target tracking configuration',
        value: { PolicyType: 'TargetTrackingScaling', [frame]: value },
        place: (inner, isKey) => locate(source, [...path, ...(inner[0] === frame ? inner.slice(1) : inner)], isKey),
    };
}
const titles = {
    policy: 'the scaling policy',
    'application-policy': 'the scaling policy',
    group: 'the Auto Scaling group',
    'scalable-target': 'the scalable target',
    alarm: 'the alarm',
};
