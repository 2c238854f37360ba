import type { SourceDocument } from '../../base/document.js';
import type { Problem } from '../../base/problem.js';
import { cloudFormationForm } from './forms/cloudFormation.js';
import { commandLineForm } from './forms/commandLine.js';
import { templateOf } from './forms/intrinsics/template.js';
import { terraformForm } from './forms/terraform.js';
import { plannedExpressions, plannedReferences } from './forms/terraformReferences.js';
import { isOpen } from './openValue.js';
import { type Machine, machineFor, machinesIn } from './read/machines.js';
import { isRecord, nameIn, type Resource, textOf } from './read/resource.js';

const forms = { terraform: terraformForm, cloudformation: cloudFormationForm, 'aws-cli': commandLineForm };

/** An Auto Scaling group, or a target of Application Auto Scaling, apart from its policies. */
export interface GroupDescription {
  /** `ec2`: an Auto Scaling group; `ecs`: tasks of a service; `application`: another target of Application Auto Scaling. */
  readonly unit: 'ec2' | 'ecs' | 'application';
  /** As the policies of its document name it. */
  readonly name: string;
  /** Counts are null where the document does not tell, or a template leaves them open. */
  readonly minCount: number | null;
  readonly maxCount: number | null;
  readonly desiredCount: number | null;
  /** DefaultInstanceWarmup; null where the group has none. */
  readonly warmupSeconds: number | null;
  readonly cooldownSeconds: number | null;
  /** For so long a new instance may fail its checks: longer than its startup, mostly. */
  readonly healthCheckGraceSeconds: number | null;
  /** Of EC2; several where the group mixes them. */
  readonly instanceTypes: readonly string[];
  /** Of a task of ECS. */
  readonly task: {
    readonly vcpus: number | null;
    readonly memoryBytes: number | null;
    readonly isFargate: boolean;
  } | null;
  /** As far as the document names one. */
  readonly region: string | null;
  /** Numbers that a template leaves open, in its words: `MaxSize is ${Ceiling}`. */
  readonly open: readonly string[];
}

/** What a document says of groups. */
export interface DescribedGroups {
  readonly form: keyof typeof forms;
  readonly groups: readonly GroupDescription[];
  /** Whether there is a policy in it, which makes it a manifest. */
  readonly hasPolicies: boolean;
  readonly problems: readonly Problem[];
}

/** The groups of a document in any form that `--policy` takes, whether or not it has policies. @throws ProblemError */
export function describeGroups(source: SourceDocument): DescribedGroups {
  const form = formOf(source.value);
  const { resources, problems } = forms[form].list(source);
  const machines = machinesIn(source);
  const groups = resources.flatMap((resource) => {
    if (resource.kind === 'group') return [groupOf(resource, { source, machines })];
    return resource.kind === 'scalable-target' ? [targetOf(resource, machines)] : [];
  });
  const hasPolicies = resources.some(({ kind }) => kind === 'policy' || kind === 'application-policy');
  return { form, groups, hasPolicies, problems };
}

function formOf(document: unknown): keyof typeof forms {
  if (isRecord(document) && typeof document.format_version === 'string') return 'terraform';
  return Object.keys(templateOf(document).resources).length > 0 ? 'cloudformation' : 'aws-cli';
}

interface Surroundings {
  readonly source: SourceDocument;
  readonly machines: readonly Machine[];
}

/** DefaultCooldown of a group that gives none (CreateAutoScalingGroup). */
const defaultCooldownSeconds = 300;

function groupOf(resource: Resource, { source, machines }: Surroundings): GroupDescription {
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

function targetOf(resource: Resource, machines: readonly Machine[]): GroupDescription {
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

function countsOf({ value }: Resource, { min, max }: { readonly min: string; readonly max: string }) {
  const open = [min, max].flatMap((field) => {
    const found = value[field];
    return isOpen(found) ? [`${field} is ${found.text}`] : [];
  });
  return { minCount: numberIn(value[min]), maxCount: numberIn(value[max]), open };
}

/** Of a task: CPU in units of 1/1024 vCPU, memory in MiB, or both with their unit (`1 vCPU`, `2 GB`). Source: RegisterTaskDefinition. */
function taskOf(
  { Cpu, Memory, RequiresCompatibilities }: Machine['fields'],
  service: Machine['fields'] = {},
): NonNullable<GroupDescription['task']> {
  const amount = (value: unknown, unit: RegExp, factor: number) => {
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
function typesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || isOpen(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'InstanceType' || key === 'instance_type') && typeof inner === 'string' ? [inner] : typesIn(inner),
  );
}

function regionIn(value: unknown): string | null {
  return (
    /"(?:arn:aws[\w-]*:[\w-]+:)?([a-z]{2}(?:-[a-z]+)+-\d)(?:[a-z]?"|:)/.exec(JSON.stringify(value) ?? '')?.[1] ?? null
  );
}

function numberIn(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
