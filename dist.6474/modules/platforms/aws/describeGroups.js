import { cloudFormationForm } from './forms/cloudFormation.js';
import { commandLineForm } from './forms/commandLine.js';
import { templateOf } from './forms/intrinsics/template.js';
import { terraformForm } from './forms/terraform.js';
import { plannedExpressions, plannedReferences } from './forms/terraformReferences.js';
import { isOpen } from './openValue.js';
import { machineFor, machinesIn } from './read/machines.js';
import { isRecord, nameIn, textOf } from './read/resource.js';
const forms = { terraform: terraformForm, cloudformation: cloudFormationForm, 'aws-cli': commandLineForm };
/** The groups of a document in any form that `--policy` takes, whether or not it has policies. @throws ProblemError */
export function describeGroups(source) {
    const form = formOf(source.value);
    const { resources, problems } = forms[form].list(source);
    const machines = machinesIn(source);
    const groups = resources.flatMap((resource) => {
        if (resource.kind === 'group')
            return [groupOf(resource, { source, machines })];
        return resource.kind === 'scalable-target' ? [targetOf(resource, machines)] : [];
    });
    const hasPolicies = resources.some(({ kind }) => kind === 'policy' || kind === 'application-policy');
    return { form, groups, hasPolicies, problems };
}
function formOf(document) {
    if (isRecord(document) && typeof document.format_version === 'string')
        return 'terraform';
    return Object.keys(templateOf(document).resources).length > 0 ? 'cloudformation' : 'aws-cli';
}
/** DefaultCooldown of a group that gives none (CreateAutoScalingGroup). */
const defaultCooldownSeconds = 300;
function groupOf(resource, { source, machines }) {
    const { value } = resource;
    const { baseAddress } = plannedReferences(source.value);
    const planned = plannedExpressions(source.value).get(baseAddress(resource.title));
    const { LaunchTemplate, LaunchConfigurationName, MixedInstancesPolicy, Instances } = value;
    const reference = [LaunchTemplate, LaunchConfigurationName, MixedInstancesPolicy, planned];
    const written = [...typesIn(MixedInstancesPolicy), ...typesIn(Instances)];
    const template = machineFor(machines, 'template', reference);
    const types = written.length > 0 ? written : typesIn(template?.fields);
    const warmup = numberIn(value.DefaultInstanceWarmup);
    return {
        ...countsOf(resource, { min: 'MinSize', max: 'MaxSize' }),
        unit: 'ec2',
        name: nameIn(textIn(value.AutoScalingGroupName) ?? resource.title),
        desiredCount: numberIn(value.DesiredCapacity),
        warmupSeconds: warmup === null || warmup < 0 ? null : warmup,
        cooldownSeconds: value.DefaultCooldown === undefined ? defaultCooldownSeconds : numberIn(value.DefaultCooldown),
        healthCheckGraceSeconds: numberIn(value.HealthCheckGracePeriod),
        instanceTypes: [...new Set(types)],
        task: null,
        region: regionIn([value.AutoScalingGroupARN, value.AvailabilityZones, value.Arn]),
    };
}
function targetOf(resource, machines) {
    const { value } = resource;
    const isEcs = value.ServiceNamespace === 'ecs' || textOf(value.ScalableDimension).startsWith('ecs:');
    const id = textIn(value.ResourceId);
    // `service/CLUSTER/NAME`
    const name = nameIn(id ?? resource.title);
    const service = machineFor(machines, 'service', [name.split('/').at(-1), id]);
    const task = machineFor(machines, 'task', service?.fields);
    return {
        ...countsOf(resource, { min: 'MinCapacity', max: 'MaxCapacity' }),
        unit: isEcs ? 'ecs' : 'application',
        name: isEcs ? (name.split('/').at(-1) ?? name) : name,
        desiredCount: numberIn(service?.fields.DesiredCount),
        warmupSeconds: null,
        cooldownSeconds: null,
        healthCheckGraceSeconds: numberIn(service?.fields.HealthCheckGracePeriodSeconds),
        instanceTypes: [],
        task: isEcs && task !== undefined ? taskOf(task.fields, service?.fields) : null,
        region: regionIn([value.ScalableTargetARN, value.RoleARN]),
    };
}
function countsOf({ value }, { min, max }) {
    const open = [min, max].flatMap((field) => {
        const found = value[field];
        return isOpen(found) ? [`${field} is ${found.text}`] : [];
    });
    return { minCount: numberIn(value[min]), maxCount: numberIn(value[max]), open };
}
/** Of a task: CPU in units of 1/1024 vCPU, memory in MiB, or both with their unit (`1 vCPU`, `2 GB`). Source: RegisterTaskDefinition. */
function taskOf({ Cpu, Memory, RequiresCompatibilities }, service = {}) {
    const amount = (value, unit, factor) => {
        const number = numberIn(typeof value === 'string' ? value.replace(unit, '') : value);
        const hasUnit = typeof value === 'string' && unit.test(value);
        return number === null ? null : hasUnit ? number : number / factor;
    };
    const gib = amount(Memory, /\s*GB$/i, 1024);
    return {
        vcpus: amount(Cpu, /\s*vCPU$/i, 1024),
        memoryBytes: gib === null ? null : gib * 2 ** 30,
        isFargate: service.LaunchType === 'FARGATE' || textOf(RequiresCompatibilities).includes('FARGATE'),
    };
}
/** Every InstanceType in it, in the order in which they stand. */
function typesIn(value) {
    if (typeof value !== 'object' || value === null || isOpen(value))
        return [];
    return Object.entries(value).flatMap(([key, inner]) => (key === 'InstanceType' || key === 'instance_type') && typeof inner === 'string' ? [inner] : typesIn(inner));
}
function regionIn(value) {
    return (/"(?:arn:aws[\w-]*:[\w-]+:)?([a-z]{2}(?:-[a-z]+)+-\d)(?:[a-z]?"|:)/.exec(JSON.stringify(value) ?? '')?.[1] ?? null);
}
function numberIn(value) {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
function textIn(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
