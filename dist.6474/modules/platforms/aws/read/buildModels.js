import { ProblemError, sortProblems } from '../../../base/problem.js';
import { Findings } from './findings.js';
import { readAlarms } from './readAlarms.js';
import { readApplicationPolicy } from './readApplicationPolicy.js';
import { readGroupPolicy } from './readGroupPolicy.js';
import { ownerOf, readLimits } from './readLimits.js';
import { textOf } from './resource.js';
/**
 * Joins the resources of a document to groups, each with its policies, in the order of their first policies.
 *
 * @throws ProblemError with everything that is wrong; with those of the list alone when they left no policy
 */
export function buildModels(list, options) {
    const { resources } = list;
    const policies = resources.filter(isPolicy);
    if (policies.length === 0)
        throw new ProblemError([...list.problems, ...nothingDeployed(list)]);
    const groups = groupsOf(policies, resources);
    const shared = new Findings(list.problems, list.warnings);
    const findingsOf = (policy) => groups.find((group) => group.policies.includes(policy))?.findings ?? shared;
    const alarms = readAlarms(resources, { policies, options, findingsOf, shared });
    const alarmNames = resources.flatMap(({ kind, value }) => (kind === 'alarm' ? [textOf(value.AlarmName)] : []));
    const built = groups.map((group) => modelOf(group, { alarms, alarmNames, options }));
    const problems = [shared, ...groups.map(({ findings }) => findings)].flatMap((findings) => findings.problems);
    if (problems.length > 0)
        throw new ProblemError(sortProblems(problems));
    return built.flatMap((model, index) => {
        if (model === undefined)
            return [];
        // What belongs to no group is told once.
        const { warnings } = groups[index].findings;
        return [
            { model, warnings: index === 0 ? [...shared.warnings, ...warnings] : warnings, notes: undeployedNotes(list) },
        ];
    });
}
function isPolicy({ kind }) {
    return kind === 'policy' || kind === 'application-policy';
}
function groupsOf(policies, resources) {
    const groups = new Map();
    for (const policy of policies) {
        const owner = ownerOf(resources, policy);
        const key = owner === undefined ? `${policy.kind} ${targetText(policy)}` : `owner ${resources.indexOf(owner)}`;
        const group = groups.get(key) ?? { owner, policies: [], findings: new Findings() };
        group.policies.push(policy);
        groups.set(key, group);
    }
    return [...groups.values()];
}
/** What a policy says that it scales. */
function targetText({ value }) {
    const { AutoScalingGroupName: group, ScalingTargetId: target, ServiceNamespace: space, ResourceId: id } = value;
    const own = [space, id, value.ScalableDimension].filter((part) => part !== undefined).join('|');
    return [group, target ?? own].map(textOf).join(' ');
}
/** Undefined when a problem left it without a policy. */
function modelOf({ owner, policies, findings }, parts) {
    const [first] = policies;
    const kind = first.kind === 'policy' ? 'ec2' : 'application';
    const limits = readLimits({ kind, policy: first, owner, findings });
    const context = { ...parts, limits, findings };
    const read = policies.flatMap((resource) => {
        const policy = resource.kind === 'policy' ? readGroupPolicy(resource, context) : readApplicationPolicy(resource, context);
        return policy === undefined ? [] : [policy];
    });
    refuseDoubleNames(read, findings);
    if (read.length === 0)
        return undefined;
    return {
        kind,
        name: (read.find(({ type }) => type !== 'forecast') ?? read[0]).name,
        target: limits.target,
        isTargetNamed: limits.isTargetNamed,
        unit: limits.unit,
        bounds: limits.bounds,
        hasBounds: limits.isGiven,
        where: limits.where ?? first.place([]),
        deployedIf: limits.deployedIf,
        policies: read,
    };
}
function refuseDoubleNames(policies, findings) {
    // Of two with opposite conditions only one is deployed.
    const certain = policies.filter(({ deployedIf }) => deployedIf === undefined);
    const double = certain.find(({ name }, index) => certain.findIndex((policy) => policy.name === name) < index);
    if (double === undefined)
        return;
    findings.problem({
        code: 'double-policy',
        where: double.where,
        what: `two policies are named "${double.name}"`,
        why: 'Putting a policy of the same name again replaces the first.',
        fix: 'give each its own PolicyName.',
    });
}
/** Policies, alarms and bounds whose condition is false, in one sentence. */
function undeployedNotes({ undeployed = [] }) {
    if (undeployed.length === 0)
        return [];
    const list = undeployed.map(({ resource, condition }) => `${resource.title} (${condition})`);
    return [`Is not deployed, for its condition is false: ${list.join(', ')}.`];
}
/** Why a document that has policies has none that acts. */
function nothingDeployed({ undeployed = [] }) {
    const policies = undeployed.filter(({ resource }) => isPolicy(resource));
    return policies.slice(0, 1).map(({ resource }) => ({
        code: 'not-deployed',
        where: resource.place([]),
        what: `no policy is deployed: ${policies.map((one) => `${one.resource.title} (${one.condition})`).join(', ')}`,
        why: 'The condition of each is false with these parameters.',
        fix: `give other values for the parameters: '${resource.place([]).file ?? 'FILE'}?Name=value'.`,
    }));
}
