import { ProblemError } from '../../../base/problem.js';
import { describeGroups } from '../../../platforms/aws/describeGroups.js';
import { instancePrices, instanceType } from '../../../platforms/aws/instanceTypes.js';
import { fieldAt } from '../../../platforms/fieldAt.js';
import { manifestDocuments } from '../../../platforms/manifestDocuments.js';
import { manifestLimitBytes } from '../../../platforms/manifestLimit.js';
import { inputProblem, readInput } from '../../readInput.js';
/** Groups of AWS and their policies, in every form that `--policy` takes. */
export const groupReader = {
    name: 'scaling-group',
    summary: 'scaling groups and policies of AWS (terraform show -json, CloudFormation, aws autoscaling describe-auto-scaling-groups, put-scaling-policy)',
    recognises: isScaling,
    read: readGroups,
};
/** Keys of what the AWS command line prints and takes; any one tells. */
const commandLineKeys = [
    ...['AutoScalingGroups', 'ScalingPolicies', 'ScalableTargets', 'MetricAlarms', 'AutoScalingGroupName'],
    ...['TargetTrackingConfiguration', 'TargetTrackingScalingPolicyConfiguration', 'StepScalingPolicyConfiguration'],
    ...['StepAdjustments', 'ScalableDimension', 'TargetValue', 'ComparisonOperator'],
];
function isScaling({ text, jsonKeys }) {
    if (jsonKeys.includes('format_version'))
        return true;
    if (commandLineKeys.some((key) => jsonKeys.includes(key)))
        return true;
    return /(^|[\s{,"])"?(Type"?\s*:\s*["']?AWS::|AWSTemplateFormatVersion)/m.test(text);
}
function readGroups(file) {
    const text = readInput(file, manifestLimitBytes)
        .toString('utf8')
        .replace(/^\ufeff/, '');
    const described = manifestDocuments(text, file).map((source) => ({ source, ...describeGroups(source) }));
    const evidence = [];
    const warnings = [];
    for (const { source, form, groups, hasPolicies, problems } of described) {
        // Those of a document with policies are told when it is read as a manifest.
        if (!hasPolicies && problems.length > 0)
            throw new ProblemError(problems);
        warnings.push(...foreignWarnings(source));
        for (const group of groups) {
            const instance = instanceOf(group);
            evidence.push(evidenceOf(file, { form, group, instance }));
            warnings.push(...groupWarnings(file, group, instance));
        }
    }
    const hasPolicies = described.some((one) => one.hasPolicies);
    const isWhole = described.some(({ form }) => form !== 'aws-cli');
    const isAlarms = described.some(({ source }) => fieldAt(source.value, ['MetricAlarms']) !== undefined);
    if (evidence.length === 0 && !hasPolicies && !isAlarms)
        throw nothingScales(file, warnings);
    return { evidence, warnings, scaling: { file, text, hasPolicies, isWhole } };
}
function evidenceOf(file, { form, group, instance }) {
    const { unit, name, minCount, maxCount } = group;
    const what = unit === 'ec2' ? 'Auto Scaling group' : unit === 'ecs' ? 'ECS service' : 'scalable target';
    const types = instance.types.length > 0 ? ` of ${instance.types.join(', ')}` : '';
    return {
        kind: 'scaling-group',
        file,
        summary: `${what} ${name}, ${minCount ?? '?'} to ${maxCount ?? '?'}${types}`,
        form,
        unit,
        name,
        minCount,
        maxCount,
        desiredCount: group.desiredCount,
        warmupSeconds: group.warmupSeconds,
        cooldownSeconds: group.cooldownSeconds,
        healthCheckGraceSeconds: group.healthCheckGraceSeconds,
        instance,
    };
}
/** Fargate on Linux and x86 in us-east-1, an hour. Source: AWS Fargate pricing. */
const fargateUsd = { vcpu: 0.04048, gib: 0.004445 };
/** By the first type: the group says no more of how many it has of each. */
function instanceOf({ instanceTypes, task, region }) {
    const from = `on demand, Linux, ${instancePrices.region}, ${instancePrices.date}`;
    const elsewhere = region === null || region === instancePrices.region ? '' : `; in ${region} it differs`;
    if (task !== null) {
        const { vcpus, memoryBytes, isFargate } = task;
        const isPriced = isFargate && vcpus !== null && memoryBytes !== null;
        return {
            types: [],
            vcpus,
            memoryBytes,
            usdPerHour: isPriced ? vcpus * fargateUsd.vcpu + (memoryBytes / 2 ** 30) * fargateUsd.gib : null,
            priceSource: isPriced ? `Fargate, ${from}${elsewhere}` : 'price not in the table',
        };
    }
    const [first] = instanceTypes;
    const known = first === undefined ? undefined : instanceType(first);
    return {
        types: instanceTypes,
        vcpus: known?.vcpus ?? null,
        memoryBytes: known?.memoryBytes ?? null,
        usdPerHour: known?.usdPerHour ?? null,
        priceSource: known === undefined ? 'price not in the table' : `${first} ${from}${elsewhere}`,
    };
}
function groupWarnings(file, { name, instanceTypes, open, region, unit }, { vcpus, usdPerHour }) {
    const where = { file };
    const warnings = [];
    const [first] = instanceTypes;
    if (open.length > 0) {
        const what = `${name}: ${open.join(', ')}, which the template does not say`;
        warnings.push({ code: 'open-bound', where, what, assumed: 'nothing in its place' });
    }
    if (instanceTypes.length > 1) {
        const what = `${name} mixes ${instanceTypes.join(', ')}`;
        warnings.push({ code: 'mixed-types', where, what, assumed: `every instance is a ${first}` });
    }
    else if (unit === 'ec2' && first === undefined) {
        warnings.push({
            code: 'no-instance-type',
            where,
            what: `${name}: no file says the type of its instances`,
            assumed: 'no size and no price',
        });
    }
    if (first !== undefined && vcpus === null) {
        warnings.push({
            code: 'unknown-type',
            where,
            what: `${first} is not in the table of instance types`,
            assumed: 'no size and no price',
        });
    }
    if (usdPerHour !== null && region !== null && region !== instancePrices.region) {
        warnings.push({
            code: 'other-region',
            where,
            what: `${name} is in ${region}; the table has prices of ${instancePrices.region}`,
            assumed: 'those, which differ by some percent',
        });
    }
    return warnings;
}
/** Autoscalers of a plan that are not read. */
const foreignTypes = /"type"\s*:\s*"((?:google_compute_(?:region_)?autoscaler|azurerm_monitor_autoscale_setting|kubernetes_horizontal_pod_autoscaler\w*))"/g;
function foreignWarnings({ file, value }) {
    if (fieldAt(value, ['format_version']) === undefined)
        return [];
    const found = [...(JSON.stringify(value) ?? '').matchAll(foreignTypes)].map(([, type]) => type);
    return [...new Set(found)].map((type) => ({
        code: 'not-read',
        where: { file },
        what: `${type} is an autoscaler of a platform that is not read from Terraform`,
        assumed: 'nothing of it; give a HorizontalPodAutoscaler as kubectl prints it',
    }));
}
function nothingScales(file, warnings) {
    const others = warnings.map(({ what }) => `; ${what}`).join('');
    return inputProblem(file, {
        code: 'no-group',
        what: `has no Auto Scaling group, scalable target or scaling policy of AWS${others}`,
        why: 'Nothing in it says how many instances there may be.',
        fix: 'give the plan or template that makes the group, or aws autoscaling describe-auto-scaling-groups.',
    });
}
