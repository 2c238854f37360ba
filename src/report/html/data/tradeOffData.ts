import { hindsightCostOf } from '../../analysis/hindsightCost.js';
import type { Limit } from '../../analysis/limits.js';
import type { Candidate, Study } from '../../analysis/study.js';
import { formatCost, formatMilliseconds, formatShare, thinSpace } from '../../format.js';
import { hindsightShortText } from '../../hindsight.js';
import type { MoneyUnit } from '../../money.js';
import { unansweredText } from '../../unansweredText.js';
import type { TradeOffData, TradeOffPoint } from '../charts/tradeOff.js';
import { lookOf } from './lookOf.js';

const latencyName = 'latency_all_p99_ms';

/** Cost and p99 of every policy; undefined where there is no price or no latency to draw. */
export function tradeOffDataOf(study: Study): TradeOffData | undefined {
  if (!study.hasCost) return undefined;
  const answered = study.candidates.flatMap((candidate) => latenciesOf(candidate));
  if (answered.length === 0) return undefined;
  const limit = p99LimitOf(study);
  // Infinitely late has no place on a scale; above everything that was answered is the nearest to it.
  const top = Math.max(...answered, limit?.limit ?? 0) * 1.6;
  const hindsightCost = hindsightCostOf(study);
  return {
    axis: 'latency',
    points: study.candidates
      .filter(({ isOfHindsight }) => !isOfHindsight)
      .flatMap((candidate) => pointOf(candidate, top, study.money)),
    limit: limit === undefined ? null : { value: limit.limit, text: `breaks p(99)<${limit.limit}` },
    hindsight:
      hindsightCost === undefined
        ? null
        : {
            cost: hindsightCost * study.money.factor,
            text: `${hindsightShortText} ${formatCost(hindsightCost, study.money)}`,
          },
    money: study.money.label,
  };
}

/** The limit on the p99 of all requests, if the scenario sets one. */
export function p99LimitOf({ candidates }: Study): Limit | undefined {
  return candidates[0]?.limits.find(({ measure, operator }) => measure === latencyName && operator.startsWith('<'));
}

function latenciesOf({ policy }: Candidate): number[] {
  return policy.replications.flatMap(({ measures }) => {
    const value = measures[latencyName];
    return typeof value === 'number' && value > 0 ? [value] : [];
  });
}

function pointOf(candidate: Candidate, top: number, money: MoneyUnit): TradeOffPoint[] {
  const { policy } = candidate;
  const cost = costOf(candidate, money);
  const latency = policy.measures[latencyName];
  if (cost === undefined || latency === undefined) return [];
  const isUnanswered = latency.mean === null && latency.reason === 'unanswered';
  if (latency.mean === null && !isUnanswered) return [];
  const y = latency.mean ?? top;
  const latencyText = isUnanswered ? unansweredText(policy, thinSpace) : formatMilliseconds(y);
  return [
    {
      ...cost.point,
      value: y,
      // A t-interval of a skewed measure may reach below 0, which a log scale cannot show.
      valueLow: Math.max(isUnanswered ? y : (latency.low ?? y), y / 20),
      valueHigh: isUnanswered ? y : (latency.high ?? y),
      isUnanswered,
      detail: `${cost.text}, ${latencyText}`,
      replications: replicationsOf(candidate, latencyName, money.factor),
    },
  ];
}

/** Whose point it is, and where it stands from left to right; undefined without a price. */
function costOf(candidate: Candidate, money: MoneyUnit) {
  const { policy, label: name, place } = candidate;
  const { mean = null, low, high } = policy.measures.cost_usd ?? {};
  if (mean === null) return undefined;
  const { factor } = money;
  const ends = { costLow: (low ?? mean) * factor, costHigh: (high ?? mean) * factor };
  return { point: { name, place, ...lookOf(candidate), cost: mean * factor, ...ends }, text: formatCost(mean, money) };
}

/** [cost, value] of each replication, where there are several. */
function replicationsOf({ policy: { replications } }: Candidate, name: string, factor: number) {
  if (replications.length < 2) return [];
  return replications.flatMap(({ measures }) => {
    const [costUsd, value] = [measures.cost_usd, measures[name]];
    return typeof costUsd === 'number' && typeof value === 'number' && value > 0
      ? [[costUsd * factor, value] as const]
      : [];
  });
}

const qualityName = 'quality';

/** What the scenario asks of the share of right answers, and whether the policy keeps it. */
export function qualityLimitOf({ limits }: Candidate): Limit | undefined {
  return limits.find(({ measure, operator }) => measure === qualityName && operator.startsWith('>'));
}

/** Cost and share of right answers of every policy; undefined where all models are always right, or nothing has a price. */
export function qualityDataOf(study: Study): TradeOffData | undefined {
  if (!study.hasCost) return undefined;
  const { factor, label } = study.money;
  const points = study.candidates.flatMap((candidate): TradeOffPoint[] => {
    const cost = costOf(candidate, study.money);
    const quality = candidate.policy.measures[qualityName];
    if (candidate.isOfHindsight || cost === undefined || quality?.mean == null) return [];
    return [
      {
        ...cost.point,
        value: quality.mean,
        valueLow: quality.low ?? quality.mean,
        valueHigh: Math.min(1, quality.high ?? quality.mean),
        isUnanswered: false,
        detail: `${cost.text}, ${formatShare(quality.mean)} right`,
        replications: replicationsOf(candidate, qualityName, factor),
      },
    ];
  });
  if (points.length < 2 || points.every(({ value }) => value === 1)) return undefined;
  const [first] = study.candidates;
  const limit = first && qualityLimitOf(first);
  return {
    axis: 'quality',
    points,
    limit: limit === undefined ? null : { value: limit.limit, text: `breaks quality ${limit.operator} ${limit.limit}` },
    hindsight: null,
    money: label,
  };
}
