import { type Observation, seenThrough } from '../../../policy/observation.js';
import type { DecideContext, PolicyDefinition, Wish } from '../../../policy/policy.js';
import { winningProposal } from '../algorithm/severalPolicies.js';
import { trackingShape } from '../algorithm/targetTracking.js';
import { cloudWatchFeedName } from '../cloudWatchFeed.js';
import type { CloudWatchMetric } from '../cloudWatchMetrics.js';
import { alarmsOf, type ScalingModel, type ScalingPolicy } from '../model.js';
import { viewFleet } from './fleetView.js';
import { judgeAlarmed } from './judgeAlarmed.js';
import { judgeTracking } from './judgeTracking.js';
import { type Memory, memoryOf, noteOutcome } from './memory.js';
import { MinuteSeries } from './minuteSeries.js';
import { readMinute } from './readMinute.js';
import { bounded, type Verdict } from './verdict.js';

/** CloudWatch's standard resolution, and how often alarms are evaluated. */
const MINUTE_SECONDS = 60;

/**
 * A group's scaling policies as one policy of ours, evaluated once a minute.
 *
 * Each minute: what came of the last wish; one datapoint for each metric; what each policy says; the largest wins.
 */
export function scalingPolicy(model: ScalingModel): PolicyDefinition {
  return {
    name: model.name,
    every: `${MINUTE_SECONDS}s`,
    decide: (observation, context) => decide(model, seenThrough(observation, cloudWatchFeedName), context),
  };
}

function decide(model: ScalingModel, observation: Observation, context: DecideContext): Wish | undefined {
  const memory = memoryOf(context.state);
  const minute = Math.floor(observation.time / MINUTE_SECONDS);
  // Observations more often than the alarms are evaluated change nothing.
  if (minute <= memory.minute) return undefined;
  memory.minute = minute;
  const instances = model.kind === 'ec2' ? observation.perInstance : [];
  const fleet = viewFleet(observation, instances, memory.batches);
  noteOutcome(memory, fleet);
  const seriesOf = (metric: CloudWatchMetric, warmupSeconds: number) =>
    feedOf(memory, model, { metric, warmupSeconds, observation, instances, minute });
  const shared = { fleet, memory, bounds: model.bounds, kind: model.kind };
  const verdicts = model.policies
    .filter(({ isEnabled }) => isEnabled)
    .map((policy) => {
      if (policy.type === 'target-tracking') {
        return judgeTracking(policy, seriesOf(policy.metric, policy.warmupSeconds), shared);
      }
      return judgeAlarmed(policy, { ...shared, seriesOf: ({ metric }) => seriesOf(metric, policy.warmupSeconds) });
    });
  const { wish, winner } = conclude(verdicts, { model, desired: fleet.desired });
  memory.asked = {
    seconds: observation.time,
    fromCount: fleet.desired,
    simpleCooldownSeconds: winner?.policy.type === 'simple' ? winner.policy.cooldownSeconds : undefined,
  };
  return wish;
}

interface Conclusion {
  readonly wish: Wish;
  readonly winner: Verdict | undefined;
}

function conclude(
  verdicts: readonly Verdict[],
  { model, desired }: { readonly model: ScalingModel; readonly desired: number },
): Conclusion {
  const winner = winningProposal(verdicts);
  const inside = bounded(desired, model.bounds);
  if (inside !== desired && (winner === undefined || winner.desired === desired)) {
    const rule = inside > desired ? "raised to the group's minimum" : "scale-in to the group's maximum";
    const reason = `the group has ${model.bounds.minCount} to ${model.bounds.maxCount} instances`;
    return { wish: { desired: inside, rule, reason }, winner: undefined };
  }
  const spoken = winner ?? telling(verdicts);
  if (spoken === undefined) return { wish: { desired, rule: 'no policy is enabled' }, winner };
  const prefix = model.policies.length > 1 ? `${spoken.policy.name}: ` : '';
  const isOverruled = winner === undefined && spoken.wants === 'in';
  const rule = `${prefix}${spoken.rule}${isOverruled ? ', other target tracking policies do not agree' : ''}`;
  const reason =
    verdicts.length > 1 ? verdicts.map((one) => `${one.policy.name}: ${one.reason}`).join('; ') : spoken.reason;
  return { wish: { desired: winner?.desired ?? desired, rule, reason, ...atMaximum(verdicts, model) }, winner };
}

/** What the policy that wants most would have without the group's maximum. */
function atMaximum(verdicts: readonly Verdict[], { kind }: ScalingModel): Pick<Wish, 'atMaximum'> {
  const wanted = Math.max(0, ...verdicts.flatMap((verdict) => verdict.wanted ?? []));
  return wanted === 0 ? {} : { atMaximum: { wanted, setting: kind === 'ec2' ? 'MaxSize' : 'MaxCapacity' } };
}

/** Of policies that all hold, the one whose rule says most. */
function telling(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdicts.reduce<Verdict | undefined>(
    (best, verdict) => (best === undefined || tellingRank(verdict) < tellingRank(best) ? verdict : best),
    undefined,
  );
}

/** First one whose wish the others stop, then one that is kept from acting, then one that waits, then silence. */
function tellingRank({ wants, rule }: Verdict): number {
  if (wants !== 'hold') return 0;
  if (rule === 'inside the band' || rule === 'alarm is OK') return 3;
  return rule.includes(' alarm waits') ? 2 : 1;
}

interface Feeding {
  readonly metric: CloudWatchMetric;
  readonly warmupSeconds: number;
  readonly observation: Observation;
  readonly instances: Observation['perInstance'];
  readonly minute: number;
}

/** The series of a metric with this minute's datapoint; policies with the same metric and warm-up share it. */
function feedOf(memory: Memory, model: ScalingModel, feeding: Feeding): MinuteSeries {
  const { metric, warmupSeconds, observation, instances, minute } = feeding;
  const key = `${metric.label}/${warmupSeconds}`;
  const feed = memory.feeds.get(key) ?? {
    series: new MinuteSeries(longestLookMinutes(model.policies)),
    cursor: { takenSeconds: Number.NEGATIVE_INFINITY },
  };
  memory.feeds.set(key, feed);
  if (feed.series.endMinute !== minute) {
    const value = readMinute(metric, observation, { cursor: feed.cursor, warmupSeconds, instances });
    feed.series.append(minute, value);
  }
  return feed.series;
}

/** How many minutes the slowest alarm looks back, with one period that has not ended. */
function longestLookMinutes(policies: readonly ScalingPolicy[]): number {
  const looks = policies
    .flatMap(alarmsOf)
    .map(({ periodSeconds, evaluationCount }) => (periodSeconds / MINUTE_SECONDS) * (evaluationCount + 1));
  return looks.reduce((longest, look) => Math.max(longest, look), trackingShape.lowCount);
}
