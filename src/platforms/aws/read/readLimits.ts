import type { Place } from '../../../base/problem.js';
import type { ScalingModel } from '../model.js';
import type { Findings } from './findings.js';
import { groupDescriptions, groupEffects, isGroupDefault } from './groupFields.js';
import type { Resource } from './resource.js';

/** What a group or scalable target says beside its policies. */
export interface Limits {
  readonly target: string | undefined;
  readonly bounds: ScalingModel['bounds'];
  /** Whether the manifest gives them. */
  readonly isGiven: boolean;
  readonly where: Place | undefined;
  /** For simple scaling. */
  readonly cooldownSeconds: number;
  /** For policies without one of their own. */
  readonly warmupSeconds: number;
}

interface LimitContext {
  readonly kind: ScalingModel['kind'];
  /** The first policy. */
  readonly policy: Resource;
  readonly findings: Findings;
}

/** DefaultCooldown of a group that gives none (CreateAutoScalingGroup). */
const DEFAULT_COOLDOWN_SECONDS = 300;

/** Bounds and defaults of the group or scalable target that the policies belong to. */
export function readLimits(resources: readonly Resource[], context: LimitContext): Limits {
  const { kind, policy, findings } = context;
  const wanted = kind === 'ec2' ? 'group' : 'scalable-target';
  const owner = ownerOf(
    resources.filter((resource) => resource.kind === wanted),
    policy,
  );
  const limits = owner && (kind === 'ec2' ? groupLimits(owner, findings) : targetLimits(owner, findings));
  if (limits === undefined ? owner === undefined : !limits.isGiven) warnOfNoBounds(context);
  return limits ?? unknownLimits(policy);
}

/** The one whose name the policy says; the only one there is, when the policy names none. */
function ownerOf(candidates: readonly Resource[], { value }: Resource): Resource | undefined {
  const named = [value.AutoScalingGroupName, value.ScalingTargetId, value.ResourceId];
  const names = new Set(named.filter((name) => typeof name === 'string'));
  if (names.size === 0) return candidates.length === 1 ? candidates[0] : undefined;
  return candidates.find(({ reference, value: own }) =>
    [reference, own.AutoScalingGroupName, own.ResourceId].some((name) => typeof name === 'string' && names.has(name)),
  );
}

/** Ends of the contract's numbers: the scenario's min..max cut what the group does not. */
const unbounded = { minCount: 0, maxCount: Number.MAX_SAFE_INTEGER } as const;

function unknownLimits({ value }: Resource): Limits {
  const target = [value.AutoScalingGroupName, value.ResourceId].find((name) => typeof name === 'string');
  return {
    target: typeof target === 'string' && !target.startsWith('resource:') ? target : undefined,
    bounds: unbounded,
    isGiven: false,
    where: undefined,
    cooldownSeconds: DEFAULT_COOLDOWN_SECONDS,
    warmupSeconds: DEFAULT_COOLDOWN_SECONDS,
  };
}

function warnOfNoBounds({ kind, policy, findings }: LimitContext): void {
  const [what, fix] =
    kind === 'ec2'
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

function groupLimits(resource: Resource, findings: Findings): Limits | undefined {
  const read = Object.fromEntries(
    Object.entries(resource.value).filter(([key, value]) => {
      const effect = Object.hasOwn(groupEffects, key) ? groupEffects[key] : undefined;
      if (effect !== undefined && !isGroupDefault(key, value)) findings.notSimulated(resource, { path: [key], effect });
      return key === 'DesiredCapacity' || (effect === undefined && !groupDescriptions.includes(key));
    }),
  );
  const group = findings.parse('group', { ...resource, value: read });
  if (group === undefined) return undefined;
  const { MinSize, MaxSize, DefaultCooldown, DefaultInstanceWarmup = -1 } = group;
  return {
    target: group.AutoScalingGroupName ?? nameOf(resource),
    ...boundsOf({ min: MinSize, max: MaxSize, minField: 'MinSize' }, resource, findings),
    cooldownSeconds: DefaultCooldown,
    warmupSeconds: DefaultInstanceWarmup >= 0 ? DefaultInstanceWarmup : DefaultCooldown,
  };
}

/** What a template calls it; a list of the command line has nothing but words for its kind. */
function nameOf({ reference, title }: Resource): string | undefined {
  return reference === undefined ? undefined : title;
}

function targetLimits(resource: Resource, findings: Findings): Limits | undefined {
  const target = findings.parse('scalable-target', resource);
  if (target === undefined) return undefined;
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
    target: target.ResourceId ?? nameOf(resource),
    ...boundsOf({ min: MinCapacity, max: MaxCapacity, minField: 'MinCapacity' }, resource, findings),
    cooldownSeconds: 0,
    warmupSeconds: 0,
  };
}

function boundsOf(
  {
    min,
    max,
    minField,
  }: { readonly min: number | undefined; readonly max: number | undefined; readonly minField: string },
  resource: Resource,
  findings: Findings,
): Pick<Limits, 'bounds' | 'isGiven' | 'where'> {
  const { minCount, maxCount } = { minCount: min ?? unbounded.minCount, maxCount: max ?? unbounded.maxCount };
  const where = resource.place([minField]);
  if (minCount > maxCount) {
    findings.problem({
      code: 'min-exceeds-max',
      where,
      what: `${resource.title}: the minimum is ${minCount} but the maximum is ${maxCount}`,
      why: 'The group could have no size at all.',
      fix: 'lower the minimum, or raise the maximum.',
    });
  }
  return { bounds: { minCount, maxCount }, isGiven: min !== undefined && max !== undefined, where };
}
