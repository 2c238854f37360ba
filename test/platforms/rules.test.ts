import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/platforms/platform.js';
import type { State } from '../../src/policy/policy.js';
import type { HeldBy } from '../../src/record/heldBy.js';
import { alarm } from '../support/alarm.js';
import { readOne, runSeries } from './aws/series.js';
import { read, scaledObjectText } from './keda/manifestText.js';
import { hpaOf, observationOf, onePerUnit } from './kubernetesHpa/fakeFleet.js';

/** Every text that a platform gives as a rule, and what it says held growth back. */
const rules: readonly (readonly [pattern: RegExp, heldBy: HeldBy | undefined])[] = [
  // HorizontalPodAutoscaler
  [/^off at 0 replicas$/, undefined],
  [/^above maxReplicas$/, undefined],
  [/^minReplicas$/, undefined],
  [/^no metrics: hold$/, undefined],
  [/^some metrics failed: hold$/, undefined],
  [/^pods without metrics: hold$/, undefined],
  [/^inside tolerance$/, undefined],
  [/^target met: /, undefined],
  [/^maxReplicas is the maximum$/, 'bounds'],
  [/^scale-up limit (2x a sync|4 pods)$/, 'limit'],
  [/^scale-up limit (Pods|Percent) \d+\/\w+$/, 'limit'],
  [/^scale-up limit: disabled$/, 'limit'],
  [/^scale-down limit (Pods|Percent) \d+\/\w+$/, undefined],
  [/^scale-down limit: disabled$/, undefined],
  [/^scale-up stabilization: /, 'stabilization'],
  [/^scale-down stabilization: /, undefined],
  // KEDA, beside those of its HPA
  [/^activation(: |$)/, undefined],
  [/^active( in part)?$/, undefined],
  [/^inactive$/, undefined],
  [/^idle$/, undefined],
  [/^minimum$/, undefined],
  [/^scale-in cooldown$/, undefined],
  [/^scale-in paused$/, undefined],
  [/^scale-out paused$/, 'paused'],
  [/^paused(-replicas)?$/, 'paused'],
  [/^scale-down to paused-replicas$/, undefined],
  [/^error: held/, undefined],
  [/^fallback /, undefined],
  // AWS
  [/^insufficient data$/, undefined],
  [/^no policy is enabled$/, undefined],
  [/^inside the band$/, undefined],
  [/^alarm is OK$/, undefined],
  [/^alarm, but no step holds$/, undefined],
  [/^(high|low) alarm waits for \d+ minutes$/, undefined],
  [/^high alarm: \d+ of /, undefined],
  [/^low alarm: \d+ of /, undefined],
  [/^low alarm: .*, other target tracking policies do not agree$/, undefined],
  [/^high alarm, at the maximum$/, 'bounds'],
  [/^high alarm, warm-up: /, 'cooldown'],
  [/^high alarm, scale-out cooldown: /, 'cooldown'],
  [/^low alarm, scale-in is disabled$/, undefined],
  [/^low alarm, warm-up: no scale-in$/, undefined],
  [/^low alarm, scale-in cooldown$/, undefined],
  [/^low alarm, (at the minimum|rounding up removes nothing)$/, undefined],
  [/^(step|adjust) (to \d+|[+-]\d+( %)?)$/, undefined],
  [/^(step|adjust) .*, at the maximum$/, 'bounds'],
  [/^step .*, (warm-up|cooldown): what c\w+ is enough$/, 'cooldown'],
  [/^(step|adjust) .*, at the minimum$/, undefined],
  [/^step .*, (warm-up: no scale-in|scale-in cooldown)$/, undefined],
  [/^cooldown: the alarm is dropped$/, 'cooldown'],
  [/^scale-in cooldown: the alarm is dropped$/, undefined],
  [/^raised to the group's minimum$/, undefined],
  [/^scale-in to the group's maximum$/, undefined],
];

interface Said {
  readonly rule: string;
  readonly heldBy: HeldBy | undefined;
  readonly desired: number;
  readonly before: number;
}

/** What a Kubernetes manifest says at its ticks, every decision granted. */
function ruledBy({ definition }: Manifest, depths: readonly (number | undefined)[], initialCount: number): Said[] {
  const state: State = {};
  const said: Said[] = [];
  let desired = initialCount;
  for (const [tick, depth] of depths.entries()) {
    const metrics = depth === undefined ? {} : { queue_depth: depth };
    const seen = observationOf({ time: 15 * (tick + 1), desired, metrics });
    const decision = definition.decide(seen, { params: {}, state });
    if (typeof decision !== 'object' || decision === null) continue;
    said.push({ rule: decision.rule ?? '', heldBy: decision.heldBy, desired: decision.desired, before: desired });
    desired = decision.desired;
  }
  return said;
}

const hpas = [
  hpaOf({ minReplicas: 2, maxReplicas: 20, metrics: [onePerUnit] }),
  hpaOf({
    minReplicas: 2,
    maxReplicas: 20,
    metrics: [onePerUnit],
    behavior: {
      scaleUp: { stabilizationWindowSeconds: 30, policies: [{ type: 'Pods', value: 2, periodSeconds: 60 }] },
      scaleDown: { stabilizationWindowSeconds: 30, policies: [{ type: 'Percent', value: 20, periodSeconds: 60 }] },
    },
  }),
  hpaOf({ maxReplicas: 20, metrics: [onePerUnit], behavior: { scaleUp: { selectPolicy: 'Disabled' } } }),
  hpaOf({ maxReplicas: 20, metrics: [onePerUnit], behavior: { scaleDown: { selectPolicy: 'Disabled' } } }),
];
const scaledObjects = [
  read(scaledObjectText({ spec: '  cooldownPeriod: 60' })),
  read(scaledObjectText({ spec: '  minReplicaCount: 2\n  idleReplicaCount: 0\n  cooldownPeriod: 30' })),
  read(scaledObjectText({ spec: '  fallback: { failureThreshold: 2, replicas: 6 }' })),
  read(scaledObjectText({ annotations: 'autoscaling.keda.sh/paused-scale-in: "true"' })),
  read(scaledObjectText({ annotations: 'autoscaling.keda.sh/paused-scale-out: "true"' })),
  read(scaledObjectText({ annotations: 'autoscaling.keda.sh/paused-replicas: "3"' })),
];

const quickAlarm = { ...alarm, EvaluationPeriods: 1 };
const low = {
  ...quickAlarm,
  AlarmName: 'low',
  Threshold: 30,
  ComparisonOperator: 'LessThanThreshold',
  AlarmActions: ['back'],
};
const group = { AutoScalingGroupName: 'web', MinSize: 2, MaxSize: 12, DefaultInstanceWarmup: 120 };
const own = { AutoScalingGroupName: 'web', PolicyType: 'StepScaling', AdjustmentType: 'ChangeInCapacity' };
const simple = { AutoScalingGroupName: 'web', AdjustmentType: 'ChangeInCapacity', Cooldown: 180 };
const target = { TargetValue: 60, PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' } };
const ecs = { ServiceNamespace: 'ecs', ResourceId: 'service/a/b', ScalableDimension: 'ecs:service:DesiredCount' };
const ecsTarget = {
  ...target,
  PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
};
const groups = [
  [{ AutoScalingGroupName: 'web', PolicyType: 'TargetTrackingScaling', TargetTrackingConfiguration: target }, group],
  [
    { ...own, PolicyName: 'move', StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 3 }] },
    quickAlarm,
    group,
  ],
  [
    { ...own, PolicyName: 'back', StepAdjustments: [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -2 }] },
    low,
    group,
  ],
  [{ ...simple, PolicyName: 'move', ScalingAdjustment: 2 }, quickAlarm, group],
  [{ ...simple, PolicyName: 'back', ScalingAdjustment: -1 }, low, group],
  [
    { ...ecs, PolicyType: 'TargetTrackingScaling', TargetTrackingScalingPolicyConfiguration: ecsTarget },
    { ...ecs, MinCapacity: 2, MaxCapacity: 12 },
  ],
].map((documents) => readOne(documents));

/** Levels that stay for a while, as windows and alarms need it; undefined: no metric. */
const levels = (most: number) =>
  fc
    .array(
      fc.tuple(
        fc.option(fc.integer({ min: 0, max: most }), { nil: undefined, freq: 8 }),
        fc.integer({ min: 1, max: 18 }),
      ),
      { minLength: 2, maxLength: 6 },
    )
    .map((stays) => stays.flatMap(([level, count]) => Array<number | undefined>(count).fill(level)));

function expectSound(said: readonly Said[]): void {
  for (const { rule, heldBy, desired, before } of said) {
    const plain = rule.replace(/^hpa: /, '');
    const known = rules.find(([pattern]) => pattern.test(plain));
    expect(known, `"${rule}" stands in the table`).toBeDefined();
    expect(heldBy, rule).toBe(known?.[1]);
    if (desired < before) expect(heldBy, `"${rule}" on the way down`).toBeUndefined();
  }
}

describe('the rule of a platform', () => {
  it.each([...hpas, ...scaledObjects].map((manifest, index) => [index, manifest] as const))(
    'stands in that table, whatever the load, and never holds growth back on the way down: Kubernetes %i',
    (_index, manifest) => {
      fc.assert(
        fc.property(levels(30), fc.integer({ min: 0, max: 25 }), (depths, initialCount) => {
          expectSound(ruledBy(manifest, depths, initialCount));
        }),
        { numRuns: 40, seed: 7 },
      );
    },
  );

  it.each(groups.map((manifest, index) => [index, manifest] as const))(
    'stands in that table, whatever the load, and never holds growth back on the way down: AWS %i',
    (_index, manifest) => {
      fc.assert(
        fc.property(levels(10), fc.integer({ min: 1, max: 15 }), (busy, initialCount) => {
          const metrics = (minute: number) => {
            const level = busy[minute - 1];
            return level === undefined ? undefined : { cpu_utilization: level / 10 };
          };
          const ticks = runSeries(manifest, { metrics, minutes: busy.length, initialCount, startupSeconds: 90 });
          expectSound(ticks.map(({ rule = '', heldBy, desired, before }) => ({ rule, heldBy, desired, before })));
        }),
        { numRuns: 40, seed: 7 },
      );
    },
  );
});
