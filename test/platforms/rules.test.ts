import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/platforms/platform.js';
import type { State } from '../../src/policy/policy.js';
import { DecisionLog } from '../../src/record/decisionLog.js';
import { alarm } from '../support/alarm.js';
import { readOne, runSeries } from './aws/series.js';
import { read, scaledObjectText } from './keda/manifestText.js';
import { hpaOf, observationOf, onePerUnit } from './kubernetesHpa/fakeFleet.js';

/** Whether the lag budget takes a rule for one that held growth back. */
function holdsBack(rule: string): boolean {
  const log = new DecisionLog({ fromSeconds: 0, toSeconds: 60, reversalSeconds: 1, keepRows: false });
  const wish = { wished: 4, desired: 4, applied: 4, before: 4, result: 'accepted', reason: undefined } as const;
  log.record({ ...wish, timeSeconds: 0, rule });
  return log.wishes[0].isHeldBack;
}

/** Every text that a platform gives as a rule, and whether it means that growth was held back. */
const rules: readonly (readonly [pattern: RegExp, example: string, isHeldBack: boolean])[] = [
  // HorizontalPodAutoscaler
  [/^off at 0 replicas$/, 'off at 0 replicas', false],
  [/^above maxReplicas$/, 'above maxReplicas', false],
  [/^minReplicas$/, 'minReplicas', false],
  [/^no metrics: hold$/, 'no metrics: hold', false],
  [/^some metrics failed: hold$/, 'some metrics failed: hold', false],
  [/^pods without metrics: hold$/, 'pods without metrics: hold', false],
  [/^inside tolerance$/, 'inside tolerance', false],
  [/^target met: /, 'target met: ceil(ratio x ready)', false],
  [/^maxReplicas is the maximum$/, 'maxReplicas is the maximum', true],
  [/^scale-up limit (2x a sync|4 pods)$/, 'scale-up limit 2x a sync', true],
  [/^scale-up limit (Pods|Percent) \d+\/\w+$/, 'scale-up limit Percent 100/15s', true],
  [/^scale-up limit: disabled$/, 'scale-up limit: disabled', true],
  [/^scale-down limit (Pods|Percent) \d+\/\w+$/, 'scale-down limit Pods 1/1m', false],
  [/^scale-down limit: disabled$/, 'scale-down limit: disabled', false],
  [/^scale-up stabilization: /, 'scale-up stabilization: lowest recommendation of the last 1 min holds', true],
  [/^scale-down stabilization: /, 'scale-down stabilization: highest recommendation of the last 5 min holds', false],
  // KEDA, beside those of its HPA
  [/^activation(: |$)/, 'activation: s0 rabbitmq', false],
  [/^active( in part)?$/, 'active', false],
  [/^inactive$/, 'inactive', false],
  [/^idle$/, 'idle', false],
  [/^minimum$/, 'minimum', false],
  [/^scale-in cooldown$/, 'scale-in cooldown', false],
  [/^scale-in paused$/, 'scale-in paused', false],
  [/^scale-out paused$/, 'scale-out paused', true],
  [/^paused(-replicas)?$/, 'paused-replicas', true],
  [/^scale-down to paused-replicas$/, 'scale-down to paused-replicas', false],
  [/^error: held/, 'error: held for the fallback', false],
  [/^fallback /, 'fallback static 6', false],
  // AWS
  [/^insufficient data$/, 'insufficient data', false],
  [/^no policy is enabled$/, 'no policy is enabled', false],
  [/^inside the band$/, 'inside the band', false],
  [/^alarm is OK$/, 'alarm is OK', false],
  [/^alarm, but no step holds$/, 'alarm, but no step holds', false],
  [/^(high|low) alarm waits for \d+ minutes$/, 'high alarm waits for 3 minutes', false],
  [/^high alarm: \d+ of /, 'high alarm: 3 of 3 minutes above target', false],
  [/^low alarm: \d+ of /, 'low alarm: 15 of 15 minutes below 90 % of target', false],
  [
    /^low alarm: .*, other target tracking policies do not agree$/,
    'low alarm: 15 of 15 minutes below 90 % of target, other target tracking policies do not agree',
    false,
  ],
  [/^high alarm, at the maximum$/, 'high alarm, at the maximum', true],
  [/^high alarm, warm-up: /, 'high alarm, warm-up: what comes is enough', true],
  [/^high alarm, scale-out cooldown: /, 'high alarm, scale-out cooldown: what came is enough', true],
  [/^low alarm, scale-in is disabled$/, 'low alarm, scale-in is disabled', false],
  [/^low alarm, warm-up: no scale-in$/, 'low alarm, warm-up: no scale-in', false],
  [/^low alarm, scale-in cooldown$/, 'low alarm, scale-in cooldown', false],
  [/^low alarm, (at the minimum|rounding up removes nothing)$/, 'low alarm, at the minimum', false],
  [/^(step|adjust) (to \d+|[+-]\d+( %)?)$/, 'step +30 %', false],
  [/^(step|adjust) .*, at the maximum$/, 'step +3, at the maximum', true],
  [/^step .*, (warm-up|cooldown): what c\w+ is enough$/, 'step +3, warm-up: what comes is enough', true],
  [/^(step|adjust) .*, at the minimum$/, 'adjust -1, at the minimum', false],
  [/^step .*, (warm-up: no scale-in|scale-in cooldown)$/, 'step -2, scale-in cooldown', false],
  [/^cooldown: the alarm is dropped$/, 'cooldown: the alarm is dropped', true],
  [/^scale-in cooldown: the alarm is dropped$/, 'scale-in cooldown: the alarm is dropped', false],
  [/^raised to the group's minimum$/, "raised to the group's minimum", false],
  [/^scale-in to the group's maximum$/, "scale-in to the group's maximum", false],
];

interface Said {
  readonly rule: string;
  readonly desired: number;
  readonly before: number;
}

/** What a Kubernetes manifest says at its ticks, every wish granted. */
function ruledBy({ definition }: Manifest, depths: readonly (number | undefined)[], initialCount: number): Said[] {
  const state: State = {};
  const said: Said[] = [];
  let desired = initialCount;
  for (const [tick, depth] of depths.entries()) {
    const metrics = depth === undefined ? {} : { queue_depth: depth };
    const seen = observationOf({ time: 15 * (tick + 1), desired, metrics });
    const wish = definition.decide(seen, { params: {}, state });
    if (typeof wish !== 'object' || wish === null) continue;
    said.push({ rule: wish.rule ?? '', desired: wish.desired, before: desired });
    desired = wish.desired;
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
  for (const { rule, desired, before } of said) {
    const plain = rule.replace(/^hpa: /, '');
    const known = rules.find(([pattern]) => pattern.test(plain));
    expect(known?.[2], `"${rule}" stands in the table`).toBe(holdsBack(rule));
    if (desired < before) expect(holdsBack(rule), `"${rule}" on the way down`).toBe(false);
  }
}

describe('the rule of a platform', () => {
  it.each(rules)('%s: growth was held back or not, as the lag budget reads it', (pattern, example, isHeldBack) => {
    expect(example).toMatch(pattern);
    expect(holdsBack(example)).toBe(isHeldBack);
    expect(holdsBack(`hpa: ${example}`)).toBe(isHeldBack);
  });

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
          expectSound(ticks.map(({ rule = '', desired, before }) => ({ rule, desired, before })));
        }),
        { numRuns: 40, seed: 7 },
      );
    },
  );
});
