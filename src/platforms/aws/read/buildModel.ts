import { type Problem, ProblemError, sortProblems } from '../../../base/problem.js';
import type { ManifestOptions } from '../../platform.js';
import type { ScalingModel, ScalingPolicy } from '../model.js';
import { Findings } from './findings.js';
import { readAlarms } from './readAlarms.js';
import { readApplicationPolicy } from './readApplicationPolicy.js';
import { readGroupPolicy } from './readGroupPolicy.js';
import { type Limits, readLimits } from './readLimits.js';
import type { Resource, ResourceList } from './resource.js';
import { textOf } from './textOf.js';

/** Policies, alarms and the group of one document, read and joined. */
export interface BuiltModel {
  readonly model: ScalingModel;
  readonly warnings: readonly Problem[];
}

/**
 * Joins the resources of a document to one group with its policies.
 *
 * @throws ProblemError with everything that is wrong; with those of `problems` alone when they left no policy
 */
export function buildModel({ resources, problems, warnings }: ResourceList, options: ManifestOptions): BuiltModel {
  const findings = new Findings(problems, warnings);
  const policies = resources.filter(isPolicy);
  const first = policies.at(0);
  if (first === undefined) throw new ProblemError(problems);
  const kind = first.kind === 'policy' ? 'ec2' : 'application';
  refuseSeveralGroups(policies, findings);
  const limits = readLimits(resources, { kind, policy: first, findings });
  const alarms = readAlarms(resources, { kind, options, findings, policies });
  const context = { limits, alarms, options, findings };
  const read = policies.flatMap((resource): ScalingPolicy[] => {
    const policy =
      resource.kind === 'policy' ? readGroupPolicy(resource, context) : readApplicationPolicy(resource, context);
    return policy === undefined ? [] : [policy];
  });
  refuseDoubleNames(read, findings);
  if (findings.problems.length > 0) throw new ProblemError(sortProblems(findings.problems));
  return { model: modelOf(read, { kind, limits, first }), warnings: findings.warnings };
}

function isPolicy({ kind }: Resource): boolean {
  return kind === 'policy' || kind === 'application-policy';
}

interface ModelParts {
  readonly kind: ScalingModel['kind'];
  readonly limits: Limits;
  readonly first: Resource;
}

function modelOf(policies: readonly ScalingPolicy[], { kind, limits, first }: ModelParts): ScalingModel {
  return {
    kind,
    name: policies[0].name,
    target: limits.target,
    bounds: limits.bounds,
    hasBounds: limits.isGiven,
    where: limits.where ?? first.place([]),
    policies,
  };
}

/** What a policy says that it scales. */
function targetKey({ value }: Resource): string {
  const { AutoScalingGroupName: group, ScalingTargetId: target, ServiceNamespace: space, ResourceId: id } = value;
  return [group, target ?? [space, id].filter((part) => part !== undefined).join('/')].map(textOf).join(' ');
}

function refuseSeveralGroups(policies: readonly Resource[], findings: Findings): void {
  const keys = new Set(policies.map((policy) => `${policy.kind} ${targetKey(policy)}`));
  if (keys.size < 2) return;
  const other = policies.find(
    (policy) => targetKey(policy) !== targetKey(policies[0]) || policy.kind !== policies[0].kind,
  );
  findings.problem({
    code: 'several-groups',
    where: (other ?? policies[0]).place([]),
    what: `the document has policies for ${keys.size} different groups or scalable targets`,
    why: 'A manifest is the policy of one service; which group is meant cannot be told.',
    fix: 'keep the policies of one group a file, and bind each file to its service.',
  });
}

function refuseDoubleNames(policies: readonly ScalingPolicy[], findings: Findings): void {
  const double = policies.find(({ name }, index) => policies.findIndex((policy) => policy.name === name) < index);
  if (double === undefined) return;
  findings.problem({
    code: 'double-policy',
    where: double.where,
    what: `two policies are named "${double.name}"`,
    why: 'Putting a policy of the same name again replaces the first.',
    fix: 'give each its own PolicyName.',
  });
}
