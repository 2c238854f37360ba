import { isOpen } from '../openValue.js';
import { instanceUnit, unitOf } from '../scalableDimensions.js';
import { groupDescriptions, groupEffects, isGroupDefault } from './groupFields.js';
import { nameIn } from './resource.js';
/** DefaultCooldown of a group that gives none (CreateAutoScalingGroup). */
const DEFAULT_COOLDOWN_SECONDS = 300;
/** Bounds and defaults of the group or scalable target that the policies belong to. */
export function readLimits(context) {
    const { kind, policy, owner, findings } = context;
    const limits = owner && (kind === 'ec2' ? groupLimits(owner, findings) : targetLimits(owner, policy, findings));
    if (limits === undefined ? owner === undefined : !limits.isGiven)
        warnOfNoBounds(context);
    return limits ?? unknownLimits(policy);
}
/** The group or scalable target that a policy names; the only one there is, when the policy names none. */
export function ownerOf(resources, policy) {
    const wanted = policy.kind === 'policy' ? 'group' : 'scalable-target';
    const candidates = resources.filter(({ kind }) => kind === wanted);
    const { AutoScalingGroupName: group, ScalingTargetId: id, ResourceId: resource, ScalableDimension } = policy.value;
    // Application Auto Scaling joins a target's three keys to its id.
    const [joined, ofId] = typeof id === 'string' ? id.split('|') : [];
    const names = new Set([group, id, joined, resource].filter((name) => typeof name === 'string'));
    if (names.size === 0)
        return candidates.length === 1 ? candidates[0] : undefined;
    const dimension = ScalableDimension ?? ofId;
    return candidates.find(({ reference, value: own }) => {
        if (reference !== undefined && names.has(reference))
            return true;
        const isOther = dimension !== undefined && own.ScalableDimension !== undefined && own.ScalableDimension !== dimension;
        const isNamed = [own.AutoScalingGroupName, own.ResourceId].some((name) => typeof name === 'string' && names.has(name));
        return isNamed && !isOther;
    });
}
/** No bounds of its own: the scenario's min..max cut what the group does not. */
export const unbounded = { minCount: 0, maxCount: Number.MAX_SAFE_INTEGER };
function unknownLimits(policy) {
    const { kind, value, deployedIf } = policy;
    const [joined] = typeof value.ScalingTargetId === 'string' ? value.ScalingTargetId.split('|') : [];
    const target = [value.AutoScalingGroupName, value.ResourceId, joined].find((name) => typeof name === 'string');
    return {
        ...namedTarget(typeof target === 'string' ? target : undefined, policy),
        ...(kind === 'policy' ? ofGroup : dimensionOf(value)),
        bounds: unbounded,
        isGiven: false,
        where: undefined,
        deployedIf,
        cooldownSeconds: DEFAULT_COOLDOWN_SECONDS,
        warmupSeconds: DEFAULT_COOLDOWN_SECONDS,
    };
}
const ofGroup = { unit: instanceUnit, namespace: '' };
/** What is scaled, as a policy or target says it; a target's id and dimension begin with the namespace's own words. */
function dimensionOf(value, other = {}) {
    const find = (field) => [value[field], other[field]].find((found) => typeof found === 'string') ?? '';
    const dimension = String(find('ScalableDimension'));
    const told = String(find('ServiceNamespace') || dimension.split(':')[0]);
    const namespace = told === '' && String(find('ResourceId')).startsWith('table/') ? 'dynamodb' : told;
    return { unit: unitOf(dimension), namespace };
}
function warnOfNoBounds({ kind, policy, findings }) {
    const [what, fix] = kind === 'ec2'
        ? [
            'the bounds of the Auto Scaling group are not in the document',
            'add { AutoScalingGroupName, MinSize, MaxSize } to the list.',
        ]
        : [
            'the bounds of the scalable target are not in the document',
            'add { ServiceNamespace, ResourceId, MinCapacity, MaxCapacity } to the list.',
        ];
    const also = kind === 'ec2' ? '; without the group its default cooldown counts as 300 s' : '';
    findings.warnings.push({
        code: 'no-bounds',
        where: policy.place([]),
        what,
        why: `They count as 0 and no limit, so the scenario's min and max hold alone${also}.`,
        fix,
    });
}
function groupLimits(resource, findings) {
    const read = Object.fromEntries(Object.entries(resource.value).filter(([key, value]) => {
        const effect = Object.hasOwn(groupEffects, key) ? groupEffects[key] : undefined;
        if (effect !== undefined && !isGroupDefault(key, value))
            findings.notSimulated(resource, { path: [key], effect });
        return key === 'DesiredCapacity' || (effect === undefined && !groupDescriptions.includes(key));
    }));
    const group = findings.parse('group', { ...resource, value: read });
    if (group === undefined)
        return undefined;
    const { MinSize, MaxSize, DefaultCooldown, DefaultInstanceWarmup = -1 } = group;
    const hasWarmup = isOpen(DefaultInstanceWarmup) || DefaultInstanceWarmup >= 0;
    return {
        ...namedTarget(group.AutoScalingGroupName, resource),
        ...ofGroup,
        ...boundsOf({ min: MinSize, max: MaxSize, minField: 'MinSize' }, resource, findings),
        cooldownSeconds: DefaultCooldown,
        warmupSeconds: hasWarmup ? DefaultInstanceWarmup : DefaultCooldown,
    };
}
/** The target by its name; without one by what a template calls it, where it is one. */
function namedTarget(name, { kind, reference, title, openTexts }) {
    const isPolicy = kind === 'policy' || kind === 'application-policy';
    if (name === undefined)
        return { target: reference === undefined || isPolicy ? undefined : title, isTargetNamed: false };
    const isOpenText = ['AutoScalingGroupName', 'ResourceId', 'ScalingTargetId'].some((field) => openTexts?.has(field));
    return { target: nameIn(name), isTargetNamed: !isOpenText && nameIn(name) === name };
}
function targetLimits(resource, policy, findings) {
    const target = findings.parse('scalable-target', resource);
    if (target === undefined)
        return undefined;
    const { MinCapacity, MaxCapacity, SuspendedState, ScheduledActions } = target;
    if (SuspendedState !== undefined && Object.values(SuspendedState).includes(true)) {
        findings.notSimulated(resource, {
            path: ['SuspendedState'],
            effect: 'suspended scaling does not act; here it does',
        });
    }
    if (ScheduledActions !== undefined) {
        findings.notSimulated(resource, { path: ['ScheduledActions'], effect: 'they move the bounds at their times' });
    }
    return {
        ...namedTarget(target.ResourceId, resource),
        ...dimensionOf(resource.value, policy.value),
        ...boundsOf({ min: MinCapacity, max: MaxCapacity, minField: 'MinCapacity' }, resource, findings),
        cooldownSeconds: 0,
        warmupSeconds: 0,
    };
}
function boundsOf({ min, max, minField, }, resource, findings) {
    const { minCount, maxCount } = { minCount: min ?? unbounded.minCount, maxCount: max ?? unbounded.maxCount };
    const where = resource.place([minField]);
    if (!isOpen(minCount) && !isOpen(maxCount) && minCount > maxCount) {
        findings.problem({
            code: 'min-exceeds-max',
            where,
            what: `${resource.title}: the minimum is ${minCount} but the maximum is ${maxCount}`,
            why: 'The group could have no size at all.',
            fix: 'lower the minimum, or raise the maximum.',
        });
    }
    return {
        bounds: { minCount, maxCount },
        isGiven: min !== undefined && max !== undefined,
        where,
        deployedIf: resource.deployedIf,
    };
}
