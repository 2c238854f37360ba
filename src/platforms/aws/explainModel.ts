import { formatDuration } from '../../base/duration.js';
import type { Adjustment } from './algorithm/adjustment.js';
import { trackingShape } from './algorithm/targetTracking.js';
import {
  type Alarm,
  comparisons,
  type ScalingModel,
  type ScalingPolicy,
  type SimplePolicy,
  type StepPolicy,
  type TrackingPolicy,
} from './model.js';
import { adjustmentText } from './policy/judgeAlarmed.js';
import { numberText } from './policy/numberText.js';

/** What a group's policies will do, in sentences, the most important first. */
export function explainModel(model: ScalingModel): string[] {
  const { policies, bounds, hasBounds } = model;
  const isSeveral = policies.length > 1;
  const sentences = policies.flatMap((policy) =>
    sentencesOf(policy, model.kind).map((sentence) => (isSeveral ? `${policy.name}: ${sentence}` : sentence)),
  );
  const joint = isSeveral
    ? [
        'With several policies the one that asks for the largest capacity wins, out and in; target tracking scales in only when all such policies agree.',
      ]
    : [];
  const limits = hasBounds
    ? `Keeps ${bounds.minCount} to ${bounds.maxCount} instances.`
    : "Gives no bounds: the scenario's min and max hold.";
  const monitoring =
    model.kind === 'ec2'
      ? [
          "Reads one datapoint a minute, as EC2's detailed monitoring gives; with basic monitoring there is one in 5 minutes: set the telemetry's scrape and window to 5m for that.",
        ]
      : [];
  return [...sentences, ...joint, limits, ...monitoring];
}

function sentencesOf(policy: ScalingPolicy, kind: ScalingModel['kind']): string[] {
  if (!policy.isEnabled) return ['Is disabled, and never acts.'];
  if (policy.type === 'target-tracking') return explainTracking(policy, kind);
  return policy.type === 'step' ? explainStep(policy, kind) : explainSimple(policy);
}

function explainTracking(policy: TrackingPolicy, kind: ScalingModel['kind']): string[] {
  const { highCount, lowCount, lowRatio } = trackingShape;
  const { target, canScaleIn, metric, scaleInCooldownSeconds, scaleOutCooldownSeconds } = policy;
  const { label, unit } = metric;
  const at = (value: number) => `${numberText(value)}${unit}`;
  const scaleIn = canScaleIn
    ? `Scales in after ${lowCount} minutes below ${at(lowRatio * target)}, by the same formula: rounded up, so that little is removed.`
    : 'Never scales in (DisableScaleIn).';
  return [
    `Scales out after ${highCount} minutes above ${at(target)} (${label}): to ceil(capacity x metric / ${numberText(target)}).`,
    scaleIn,
    ...(kind === 'ec2'
      ? warmupSentence(policy)
      : [
          `What was added within the last ${formatDuration(scaleOutCooldownSeconds)} counts as coming, and a scale-in blocks the next for ${formatDuration(scaleInCooldownSeconds)} (cooldowns).`,
        ]),
    'Without data it does nothing: missing is never read as low.',
  ];
}

function warmupSentence({ warmupSeconds }: ScalingPolicy): string[] {
  if (warmupSeconds === 0) return ['Counts each added instance as soon as it is ready: there is no warm-up.'];
  return [
    `Leaves each added instance out of the metric and of the base capacity for ${warmupSeconds} s after it is ready (warm-up), and does not scale in meanwhile.`,
  ];
}

function alarmText({ metric, comparison, threshold, datapointsCount, evaluationCount, periodSeconds }: Alarm): string {
  const bound = `${metric.label} ${comparisons[comparison].sign} ${numberText(threshold)}${metric.unit}`;
  return `${bound} in ${datapointsCount} of ${evaluationCount} periods of ${formatDuration(periodSeconds)}`;
}

function explainStep(policy: StepPolicy, kind: ScalingModel['kind']): string[] {
  const steps = policy.alarms.flatMap((alarm) =>
    policy.steps.map(({ lower, upper, adjustment }) => {
      const ends = [lower, upper].map((bound) => (Number.isFinite(bound) ? numberText(alarm.threshold + bound) : ''));
      const range =
        ends[1] === '' ? `from ${ends[0]}` : ends[0] === '' ? `up to ${ends[1]}` : `${ends[0]} to ${ends[1]}`;
      return `${range}${alarm.metric.unit}: ${wordsOf(policy.adjustmentType, adjustment)}`;
    }),
  );
  const magnitude =
    policy.magnitudeMinCount === undefined
      ? []
      : [`Moves at least ${policy.magnitudeMinCount} instances when it moves.`];
  return [
    `Acts every minute while ${policy.alarms.map(alarmText).join(', or ')}${kind === 'ec2' ? ', without a cooldown' : ''}.`,
    `By the metric, ${steps.join('; ')}.`,
    ...magnitude,
    ...(kind === 'ec2'
      ? warmupSentence(policy)
      : [
          `What was added within the last ${formatDuration(policy.cooldownSeconds)} counts as coming; a scale-in blocks the next as long (cooldown).`,
        ]),
  ];
}

function explainSimple({ alarms, adjustment, cooldownSeconds }: SimplePolicy): string[] {
  return [
    `When ${alarms.map(alarmText).join(', or ')}: ${wordsOf(adjustment.type, adjustment.amount)}.`,
    `Then drops all alarms until the change is complete and ${formatDuration(cooldownSeconds)} more have passed (cooldown, only of simple scaling).`,
  ];
}

function wordsOf(type: Adjustment['type'], amount: number): string {
  if (type === 'ExactCapacity') return `set ${amount} instances`;
  if (amount === 0) return 'no change';
  const unit = type === 'PercentChangeInCapacity' ? '' : Math.abs(amount) === 1 ? ' instance' : ' instances';
  return `${adjustmentText(type, amount)}${unit}`;
}
