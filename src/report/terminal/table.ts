import { isHindsight } from '../../results/isHindsight.js';
import type { ScenarioResult } from '../../results/results.js';
import { hindsightShortText } from '../hindsight.js';
import { amountText, moneyText, moneyUnitOf } from '../money.js';
import { fitName, fitNames, shortNames } from '../policyNames.js';
import { unansweredText } from '../unansweredText.js';
import type { Ink } from './ink.js';
import { latencyText, percentText, spanText, threeDigits } from './numbers.js';
import { type LimitColumn, limitColumns, meanOf, type Standing } from './standing.js';

/** Characters of each column; with the margin they make the 96 of a terminal line (EXPERIENCE). */
const width = { name: 15, good: 6, p99: 10, slow: 8, flaps: 7, mark: 3, peak: 6, cost: 9, word: 9, difference: 9 };

export interface TableContext {
  readonly scenario: ScenarioResult;
  /** Reference first. */
  readonly standings: readonly Standing[];
  readonly reference: string;
  readonly chosen: string | undefined;
  readonly ink: Ink;
}

/** The table of all policies that ran, one line each. */
export function tableLines(context: TableContext): string[] {
  const { scenario, standings, reference } = context;
  const isComparison = standings.length > 1;
  const head = [
    '  '.padEnd(2 + width.name),
    'good %'.padStart(width.good),
    ' '.repeat(width.mark),
    'p99 all'.padStart(width.p99),
    ' '.repeat(width.mark),
    'slow for'.padStart(width.slow),
    ' '.repeat(width.mark),
    'flaps/h'.padStart(width.flaps),
    ' '.repeat(width.mark),
    'peak'.padStart(width.peak),
    moneyUnitOf(scenario).label.padStart(width.cost),
    isComparison ? `   against ${fitName(reference, 11)}` : '',
  ].join('');
  const rule = `  ${'-'.repeat(isComparison ? 94 : 74)}`;
  const names = shownNames(standings, width.name - 1);
  return [head.trimEnd(), rule, ...standings.map((standing, index) => row(standing, names[index], context))];
}

/** Hindsight by what it is, every other policy by what tells its name from the others. */
function shownNames(standings: readonly Standing[], length: number): string[] {
  const short = shortNames(standings.map(({ policy }) => policy.name));
  return fitNames(
    standings.map(({ policy }, index) => (isHindsight(policy) ? hindsightShortText : short[index])),
    length,
  );
}

function row(standing: Standing, shown: string, { scenario, standings, reference, chosen, ink }: TableContext): string {
  const { policy, goodShare, marks } = standing;
  const isChosen = policy.name === chosen;
  const name = shown.padEnd(width.name);
  const slow = meanOf(policy, 'time_above_slo_s');
  const cost = meanOf(policy, 'cost_usd');
  const peak = meanOf(policy, 'instances_peak');
  const cells = [
    (goodShare === undefined ? '-' : percentText(goodShare)).padStart(width.good),
    mark(marks.get('good'), ink),
    latencyCell(standing).padStart(width.p99),
    mark(marks.get('latency'), ink),
    (slow === undefined ? '-' : spanText(slow)).padStart(width.slow),
    mark(marks.get('slow'), ink),
    flapsCell(standing, scenario).padStart(width.flaps),
    mark(marks.get('flaps'), ink),
    (peak === undefined ? '-' : threeDigits(peak)).padStart(width.peak),
    (cost === undefined ? '-' : amountText(cost * moneyUnitOf(scenario).factor)).padStart(width.cost),
    standings.length > 1 ? `   ${againstCell(standing, { scenario, standings, reference })}` : '',
  ].join('');
  return `${isChosen ? '* ' : '  '}${isChosen ? ink.bold(name) : name}${cells}`.trimEnd();
}

/** A word beside the colour: never colour alone. */
function mark(isKept: boolean | undefined, ink: Ink): string {
  if (isKept === undefined) return ' '.repeat(width.mark);
  return isKept ? ink.good(' ok') : ink.bad(' x ');
}

/** Where the quantile falls among requests that were not answered well, their share. */
export function latencyCell({ policy }: Standing): string {
  const p99 = policy.measures.latency_all_p99_ms;
  if (typeof p99?.mean === 'number') return latencyText(p99.mean);
  return p99?.reason === 'unanswered' ? unansweredText(policy) : '-';
}

/** Reversals an hour of the measured span. */
export function flapsCell({ policy }: Standing, { duration_s, warmup_s }: ScenarioResult): string {
  const reversals = meanOf(policy, 'scaling_reversals');
  return reversals === undefined ? '-' : ((reversals * 3600) / (duration_s - warmup_s)).toFixed(1);
}

const limitWords: Record<LimitColumn, string> = {
  good: 'misses',
  latency: 'late',
  slow: 'slow',
  flaps: 'flaps',
  cost: 'too dear',
  other: 'misses',
};
/** `alike`: no difference that matters. */
const verdictWords = {
  better: 'better',
  worse: 'worse',
  'no difference that matters': 'alike',
  undecided: 'undecided',
  'not judged': '',
};

/** The worst failed limit's word, else `better` if the reference misses a limit, else the cost verdict. */
function againstCell(
  { policy, marks, qualifies }: Standing,
  { scenario, standings, reference }: Pick<TableContext, 'scenario' | 'standings' | 'reference'>,
): string {
  if (policy.name === reference) return '-';
  const rows = scenario.comparisons.filter(({ b }) => b === policy.name);
  const verdictOn = (measure: string) => rows.find((row) => row.measure === measure)?.verdict;
  const referenceStanding = standings.find((other) => other.policy.name === reference);
  const failed = limitColumns.find((column) => marks.get(column) === false);
  const cost = rows.find(({ measure }) => measure === 'cost_usd');
  let word = verdictWords[cost?.verdict ?? 'undecided'];
  // Hindsight is no choice: the row says only by how much it is cheaper, under the name to ask for it.
  if (isHindsight(policy)) word = fitName(policy.name, width.word - 1);
  else if (failed !== undefined) {
    const isWorse = failed === 'good' && verdictOn('slo_attainment') === 'worse';
    word = isWorse ? 'worse' : limitWords[failed];
  } else if (qualifies && referenceStanding !== undefined && !referenceStanding.qualifies) word = 'better';
  const difference =
    typeof cost?.difference === 'number'
      ? moneyText(cost.difference * moneyUnitOf(scenario).factor, { signed: true })
      : '';
  return `${word.padEnd(width.word)}${difference.padStart(width.difference)}`;
}
