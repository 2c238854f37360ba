import type { LagRow } from '../../results/lagBudget.js';
import { partsOf } from '../../results/partName.js';
import { largestWaste, paidPartsOf } from '../analysis/costParts.js';
import { largestLagPart } from '../analysis/lagBudget.js';
import { type Candidate, meanOf, type Study } from '../analysis/study.js';
import { clockText } from '../clock.js';
import {
  capital,
  countWord,
  formatDuration,
  formatMilliseconds,
  formatNumber,
  formatPercent,
  formatShare,
  listOf,
  thinSpace,
} from '../format.js';
import type { BudgetData } from './charts/errorBudget.js';
import type { HeatmapData } from './charts/heatmap.js';

/*
 * A title is a claim that readers repeat. Each of these holds on the numbers below it, or is the question that they answer; a
 * policy that failed, or has no number, is never among "all" or "every".
 */

/** Longer titles would break into two lines beside another chart. */
const titleMax = 44;

/** What takes most besides work, where that is the same for every policy. */
export function costTitle({ candidates }: Study): string {
  const deployable = candidates.filter(({ isOfHindsight }) => !isOfHindsight);
  const wastes = deployable.map((candidate) => {
    const rest = paidPartsOf(candidate).filter(({ part }) => part.key !== 'useful');
    const total = rest.reduce((sum, { usd }) => sum + usd, 0);
    return { largest: largestWaste(candidate), total };
  });
  const part = wastes[0]?.largest?.part;
  if (part === undefined || wastes.some(({ largest }) => largest?.part !== part)) return 'What the money was paid for';
  const isMost = wastes.every(({ largest, total }) => (largest?.usd ?? 0) > total / 2);
  return isMost ? `Besides work, most money goes to ${part.phrase}` : `The largest cost besides work: ${part.phrase}`;
}

/** Only where one part is more than half of each of the waits shown, and all of them ended. */
export function lagTitle(shown: readonly { readonly rise: LagRow }[]): string {
  const asked = shown.filter(({ rise: { since } }) => since === 'decision').length;
  const begin = asked === 0 ? 'rise in need' : asked === shown.length ? 'decision' : 'rise in need, or a decision,';
  const neutral = `From a ${begin} to enough instances`;
  const largest = shown.map(({ rise: { parts, total_s } }) => {
    const part = parts === null ? undefined : largestLagPart(parts);
    return part !== undefined && parts !== null && (parts[part.key] ?? 0) > (total_s ?? 0) / 2 ? part : undefined;
  });
  const [first] = largest;
  if (first === undefined || largest.some((part) => part !== first)) return neutral;
  return `${first.label === 'metric' ? 'The metric' : capital(first.label)} takes most of each wait${asked === 0 ? '' : ' after the decision'}`;
}

/** A column is part of a burst from this share above the SLO on. */
const burstShare = 0.1;

/** [column] share of the answers above the SLO, 0..1; 0 where nothing was answered. */
export function slowShares({ shares, uppers, sloMs }: HeatmapData): number[] {
  if (sloMs === null) return [];
  const first = uppers.findIndex((upper) => upper > sloMs * 1.001);
  const from = first === -1 ? uppers.length : first;
  return shares.map((column) => column.slice(from).reduce((sum, share) => sum + share, 0) / 1000);
}

/** When a tenth of the answers of a column, which may last hours, was above the SLO for any policy. */
export function heatmapTitle(heatmaps: readonly HeatmapData[]): string {
  const neutral = 'When answers were slow';
  const columns = heatmaps.map(slowShares);
  const length = Math.max(0, ...columns.map((slow) => slow.length));
  const hasAnswers = heatmaps.some(({ shares }) => shares.some((column) => column.some((share) => share > 0)));
  const isSlow = Array.from({ length }, (_, column) => columns.some((slow) => (slow[column] ?? 0) >= burstShare));
  const starts = isSlow.flatMap((slow, column) => (slow && isSlow[column - 1] !== true ? [column] : []));
  const [first] = heatmaps;
  if (first === undefined || first.sloMs === null || !hasAnswers || starts.length > 4) return neutral;
  const span = formatDuration(first.stepSeconds);
  if (starts.length === 0) return `In no ${span} is a tenth of the answers above the SLO`;
  const times = listOf(
    starts.map((column) => clockText(column * first.stepSeconds, first.start, { withSeconds: false })),
  );
  const spells = starts.length === 1 ? 'one spell' : `${countWord(starts.length)} spells`;
  return `A tenth or more of the answers is slow in ${spells}, from ${times}`;
}

/** Budgets that a policy spends, mean over the replications; undefined where the document does not say it. */
export function spentOf({ scenario: { slo } }: Study, candidate: Study['candidates'][number]): number | undefined {
  const good = meanOf(candidate, 'slo_attainment');
  return good === undefined || slo === null || slo.objective >= 1 ? undefined : (1 - good) / (1 - slo.objective);
}

/** Over all replications, as the limits are judged; at most 44 characters, so that it stays on one line. */
export function budgetTitle(study: Study, { curves }: BudgetData): string {
  const spending = study.candidates.map((candidate) => ({
    name: candidate.label,
    spent: curves.some(({ place }) => place === candidate.place) ? spentOf(study, candidate) : undefined,
  }));
  const isAll = study.failures.length === 0;
  if (spending.length === 0 || spending.some(({ spent }) => spent === undefined))
    return 'When the error budget was spent';
  // As a share of the budget 1 is all of it; beyond twelve digits there is only rounding.
  const over = spending.filter(({ spent }) => (spent ?? 0) > 1 + 1e-12).map(({ name }) => name);
  if (spending.length === 1) return over.length === 0 ? 'The error budget holds' : 'The error budget is overspent';
  if (over.length === 0) return isAll ? 'Every policy keeps the error budget' : 'All that ran keep the error budget';
  if (over.length === spending.length)
    return isAll ? 'Every policy overspends the error budget' : 'All that ran overspend the error budget';
  const named = `${listOf(over)} ${over.length === 1 ? 'overspends' : 'overspend'} the error budget`;
  if (over.length === 1 && named.length <= titleMax) return named;
  return `${capital(countWord(over.length))} ${over.length === 1 ? 'policy overspends' : 'policies overspend'} the error budget`;
}

/** At most 44 characters, so that it stays on one line beside the other column's. */
export function tailTitle({ candidates }: Study): string {
  const neutral = 'How slow are the slowest requests';
  const spread = (measure: string) => {
    const values = candidates.map(({ policy }) => policy.measures[measure]?.mean ?? 0);
    return values.some((value) => value <= 0) ? undefined : Math.max(...values) / Math.min(...values);
  };
  const [median, tail] = [spread('latency_all_p50_ms'), spread('latency_all_p99_ms')];
  if (candidates.length < 2 || median === undefined || median > 2) return neutral;
  const isUnanswered = candidates.some(({ policy }) => policy.measures.latency_all_p99_ms?.reason === 'unanswered');
  if (tail === undefined) return isUnanswered ? 'Not all p99 are of requests answered well' : neutral;
  if (median <= 1.2 && tail <= 1.2) return 'Medians and p99 lie close together';
  if (median < 1.005) return `Medians are alike, p99 differs ${formatNumber(tail)}-fold`;
  return `Medians differ by up to ${formatPercent((median - 1) * 100)}, p99 ${formatNumber(tail)}-fold`;
}

/** Who meets the limits; one that failed has met none. */
export function scoreboardTitle({ candidates, failures, limitCount, isWithoutTraffic }: Study): string {
  const deployable = candidates.filter(({ isOfHindsight }) => !isOfHindsight);
  const passing = deployable.filter(({ qualifies }) => qualifies);
  const total = deployable.length + failures.length;
  if (limitCount === 0 || deployable.length === 0 || isWithoutTraffic) return 'Cost and latency of every policy';
  const all = limitCount === 1 ? 'the limit' : `all ${countWord(limitCount)} limits`;
  if (total === 1) {
    const [{ label: name, metCount }] = deployable;
    return metCount === limitCount ? `${name} meets ${all}` : `${name} meets ${metCount} of ${limitCount} limits`;
  }
  if (passing.length === 0) return `No policy meets ${all}`;
  if (passing.length === total)
    return total === 2 ? `Both policies meet ${all}` : `All ${countWord(total)} policies meet ${all}`;
  const names = passing.map(({ label }) => label);
  if (names.length > 3) return `${names.length} of ${total} policies meet ${all}`;
  return `Only ${listOf(names)} ${names.length === 1 ? 'meets' : 'meet'} ${all}`;
}

/** How far apart the first tokens of the policies lie, where that is more than a fifth. */
export function tokenTitle({ candidates, failures }: Study): string {
  const neutral = 'How fast tokens come, and at what price';
  const times = candidates
    .filter(({ isOfHindsight }) => !isOfHindsight)
    .map(({ label, policy }) => ({ label, ms: policy.measures.ttft_p95_ms?.mean ?? undefined }));
  const known = times.flatMap(({ label, ms }) => (ms === undefined ? [] : [{ label, ms }]));
  if (known.length === 0 || known.length < times.length || failures.length > 0) return neutral;
  // Only answers have first tokens: who turns requests away is not the faster for it.
  if (candidates.some(({ policy }) => (policy.measures.unanswered_ratio?.mean ?? 0) > 0.01)) return neutral;
  if (known.length === 1) return `95${thinSpace}% of first tokens come within ${formatMilliseconds(known[0].ms)}`;
  const [fast, slow] = [known.reduce((a, b) => (b.ms < a.ms ? b : a)), known.reduce((a, b) => (b.ms > a.ms ? b : a))];
  if (slow.ms < fast.ms * 1.2) return neutral;
  return `95${thinSpace}% of first tokens come within ${formatMilliseconds(fast.ms)} with ${fast.label}, ${formatMilliseconds(slow.ms)} with ${slow.label}`;
}

export const consumersTitle = (one: Candidate) => partsTitle(one, 'consumers', 'What each consumer asked for and got');
export const classesTitle = (one: Candidate) => partsTitle(one, 'classes', 'What each request class got');

/** Whom limits turn away, else who waits much longer than another for first tokens. */
function partsTitle({ label, policy }: Candidate, kind: 'consumers' | 'classes', neutral: string): string {
  const mean = (name: string, measure: string) => policy.measures[`${kind}.${name}.${measure}`]?.mean ?? undefined;
  const names = partsOf(kind, policy.measures);
  const shares = names.map((name) => ({
    name,
    share: (mean(name, 'requests_rate_limited') ?? 0) / Math.max(1, mean(name, 'requests_offered') ?? 0),
  }));
  const limited = shares.reduce((a, b) => (b.share > a.share ? b : a));
  if (limited.share > 0.01) return `${formatShare(limited.share)} of ${limited.name}'s requests get 429 under ${label}`;
  const times = names.flatMap((name) => {
    const ms = mean(name, 'ttft_p95_ms');
    const isAnswered = (mean(name, 'unanswered_ratio') ?? 0) <= 0.01;
    return ms === undefined || !isAnswered ? [] : [{ name, ms }];
  });
  if (times.length < names.length || times.length < 2) return neutral;
  const [fast, slow] = [times.reduce((a, b) => (b.ms < a.ms ? b : a)), times.reduce((a, b) => (b.ms > a.ms ? b : a))];
  if (slow.ms < 2 * fast.ms) return neutral;
  return `First tokens of ${slow.name} take ${formatMilliseconds(slow.ms)}, of ${fast.name} ${formatMilliseconds(fast.ms)} (p95, under ${label})`;
}

/** The provider whose tries fail most, where more than 1 % of them do. */
export function providersTitle({ label, policy }: Candidate): string {
  const mean = (name: string, measure: string) => policy.measures[`providers.${name}.${measure}`]?.mean ?? 0;
  const shares = partsOf('providers', policy.measures).flatMap((name) => {
    const refused = mean(name, 'provider_tries_failed') + mean(name, 'provider_tries_limited');
    const tries = mean(name, 'attempts');
    return tries > 0 ? [{ name, share: refused / tries }] : [];
  });
  const worst = shares.reduce((a, b) => (b.share > a.share ? b : a), { name: '', share: 0 });
  if (worst.share <= 0.01) return 'What each provider answered and cost';
  return `${worst.name} fails ${formatShare(worst.share)} of the tries sent to it under ${label}`;
}
