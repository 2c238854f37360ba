import { decisionMarksOf } from '../analysis/decisionMarks.js';
import { comparisonOf } from '../analysis/paired.js';
import { causeOf, shortagesOf } from '../analysis/shortages.js';
import { type Contender, meanOf, type Study, worstLimit } from '../analysis/study.js';
import { capital, formatCost, formatCount, formatDuration, formatInUnit, formatPercent, thinSpace } from '../format.js';
import { listPhrase, type Phrase } from '../phrase.js';
import { heldInText } from '../sloText.js';
import { isShownCheaper, savingOf } from '../words.js';
import { limitText, limitValueText } from './measureText.js';

/** What one other policy did, in at most three sentences. */
export interface Card {
  readonly contender: Contender;
  readonly text: Phrase;
}

/** One card per policy besides the reference, the best first: what one could take instead goes before what misses a limit. */
export function cardsOf(study: Study): Card[] {
  const { reference, ranked } = study;
  if (reference === undefined) return [];
  const others = ranked.filter((one) => one !== reference);
  return others.map((contender) => ({ contender, text: cardText(contender, reference, study) }));
}

function cardText(contender: Contender, reference: Contender, study: Study): Phrase {
  if (contender.isOfHindsight) {
    return [
      `It knows the traffic's rate in advance and plans for 80${thinSpace}% of capacity: a yardstick that nobody can deploy. A policy with more or less spare capacity can cost less, or serve more requests well.`,
    ];
  }
  const price = priceClause(contender, reference, study);
  if (study.isWithoutTraffic) return [`${price?.text ?? 'It has nothing to do'}.`];
  const worst = worstLimit(contender);
  if (worst === undefined) return ofPassing(contender, price, study);
  const flaps = contender.limits.some(({ measure, ok }) => measure === 'scaling_reversals' && !ok);
  const verb = worst.label.endsWith('s') ? 'are' : 'is';
  const broken = `${worst.label} ${verb} ${limitValueText(contender.policy, worst)} against a limit of ${limitText(worst)}`;
  const head = price === undefined ? capital(broken) : `${price.text}, ${price.isGood ? 'but' : 'and'} ${broken}`;
  const tail =
    flaps && worst.measure === 'scaling_reversals' ? flapClause(contender, study) : shortageClause(contender, study);
  return [head, ...tail, ...(flaps && worst.measure !== 'scaling_reversals' ? flapSentence(contender, study) : [])];
}

/** Its price against the reference; undefined without prices. */
function priceClause(
  contender: Contender,
  reference: Contender,
  study: Study,
): { text: string; isGood: boolean } | undefined {
  const saving = savingOf(contender, reference);
  if (saving === undefined || meanOf(contender, 'cost_usd') === undefined) return undefined;
  if (isShownCheaper(contender, reference, study)) {
    return { text: `${formatPercent(saving)} cheaper than ${reference.label}`, isGood: true };
  }
  if (isShownCheaper(reference, contender, study)) {
    return { text: `${formatPercent(-saving)} more expensive than ${reference.label}`, isGood: false };
  }
  const isAlike =
    comparisonOf('cost_usd', { a: reference, b: contender }, study)?.verdict === 'no difference that matters';
  const text = isAlike ? 'No cost difference that matters to' : 'Not shown to cost more than';
  return { text: `${text} ${reference.label}`, isGood: true };
}

function ofPassing(contender: Contender, price: { text: string } | undefined, study: Study): Phrase {
  const { limitCount, money } = study;
  const parts: string[] = [];
  const { slo } = contender.policy;
  const held = slo === undefined ? undefined : heldInText(slo);
  const inRuns = held === undefined ? '' : ` (the SLO ${held})`;
  if (limitCount > 0) parts.push(`Meets ${limitCount === 1 ? 'the limit' : 'every limit'} too${inRuns}`);
  if (price !== undefined) parts.push(parts.length === 0 ? price.text : price.text.replace(/^No/, 'no'));
  const first = parts.length === 0 ? '' : `${parts.join(', ')}.`;
  const idle = idlePercent(contender);
  const cost = meanOf(contender, 'cost_usd');
  const waste =
    idle === undefined || cost === undefined || cost === 0 || idle < 5
      ? ''
      : ` ${formatPercent(idle)} of its ${formatCost(cost, money)} paid for idle instances.`;
  return [`${first}${waste}`.trim() || 'No limit and no price separates it from the others.'];
}

/** Share of the bill that paid for idling; without that measure, of the billed time without a request inside. */
function idlePercent(contender: Contender): number | undefined {
  const [idleUsd, costUsd] = [meanOf(contender, 'cost_idle_usd'), meanOf(contender, 'cost_usd')];
  if (idleUsd !== undefined && costUsd !== undefined && costUsd > 0) return (idleUsd / costUsd) * 100;
  const [busy, billed] = [meanOf(contender, 'instances_busy_mean'), meanOf(contender, 'instances_billed_mean')];
  return busy === undefined || billed === undefined || billed <= 0 ? undefined : Math.max(0, (1 - busy / billed) * 100);
}

function shortageClause(contender: Contender, { spanSeconds }: Study): Phrase {
  const { policy } = contender;
  const worst = shortagesOf(policy)[0];
  if (worst === undefined) return ['.'];
  const cause = causeOf(worst, policy, decisionMarksOf(policy));
  const time = { timeSeconds: worst.fromSeconds };
  const percent = meanOf(contender, 'under_provisioned_time_percent');
  const spellSeconds = worst.untilSeconds - worst.fromSeconds;
  const totalSeconds = ((percent ?? 0) / 100) * spanSeconds;
  const total = totalSeconds > 1.3 * spellSeconds ? `, ${formatDuration(totalSeconds)} in all` : '';
  const spell = `short of instances for ${formatDuration(spellSeconds)}${total}.`;
  if (cause === undefined) return [': from ', time, ` it was ${spell}`];
  if (cause.type === 'late') return [': it followed the rise late and from ', time, ` was ${spell}`];
  if (cause.type === 'held') return [`: a wish was ${cause.result}, and from `, time, ` it was ${spell}`];
  return [`: with the ${cause.kind.replace(/-/g, ' ')} at `, time, ` it was ${spell}`];
}

function flapClause(contender: Contender, study: Study): Phrase {
  return [': it flapped', ...flapTimes(contender, study), '.'];
}

function flapSentence(contender: Contender, study: Study): Phrase {
  const count = meanOf(contender, 'scaling_reversals') ?? 0;
  return [` It flapped: ${formatInUnit(count, 'count')} reversals a run`, ...flapTimes(contender, study), '.'];
}

/** `, first at 00:04 and 00:33; 24 instances stopped before they were useful ($0.15)`. */
function flapTimes(contender: Contender, { money }: Study): Phrase {
  const times = decisionMarksOf(contender.policy)
    .filter(({ isReversal }) => isReversal)
    .slice(0, 2)
    .map(({ timeSeconds }) => ({ timeSeconds }));
  const wasted = meanOf(contender, 'wasted_starts') ?? 0;
  const usd = meanOf(contender, 'waste_usd');
  const bill = usd === undefined || usd === 0 ? '' : ` (${formatCost(usd, money)})`;
  const waste = wasted < 1 ? '' : `; ${formatCount(wasted)} instances stopped before they were useful${bill}`;
  return [...(times.length === 0 ? [] : [', first at ', ...listPhrase(times)]), waste];
}

/** Whether the paired runs tell two policies apart in a measure; with one run they never do. */
export function isSeparated(
  name: string,
  sides: { readonly a: Contender; readonly b: Contender },
  study: Pick<Study, 'scenario'>,
): boolean {
  const row = comparisonOf(name, sides, study);
  const word = row?.verdict === 'not judged' ? row.uncorrected : row?.verdict;
  return word === 'better' || word === 'worse';
}
