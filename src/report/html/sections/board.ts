import { measureOf } from '../../../results/measures/index.js';
import type { Limit } from '../../analysis/limits.js';
import type { Candidate, Study } from '../../analysis/study.js';
import { thinSpace } from '../../format.js';
import { isSeparated } from '../cards.js';
import { escapeHtml } from '../escape.js';
import { limitText, measureText } from '../measureText.js';
import { stripScale, stripSvg } from '../strip.js';

/** A measure of every policy as a column of a table. */
export interface BoardColumn {
  readonly measure: string;
  readonly title: string;
  readonly note: string;
}

/** The columns that any policy has a value in; a limit stands in the head. */
export function statedColumns(columns: readonly BoardColumn[], study: Study): BoardColumn[] {
  const limits = study.candidates[0]?.limits ?? [];
  return columns
    .filter(({ measure }) => study.candidates.some(({ policy }) => isStated(policy.measures[measure])))
    .filter(({ measure }) => measure !== 'cost_usd' || study.hasCost)
    .map((column) => ({ ...column, note: noteOf(column, limitNote(limits, column.measure)) }));
}

export function columnHead({ title, note }: BoardColumn): string {
  return `<th scope="col" data-sort>${escapeHtml(title)}<small>${escapeHtml(note)}</small></th>`;
}

/** The cost keeps its unit beside its limit. */
function noteOf({ measure, note }: BoardColumn, limit: string | undefined): string {
  if (limit === undefined) return note;
  return measure === 'cost_usd' ? `${note}, ${limit}` : limit;
}

function isStated(aggregate: Candidate['policy']['measures'][string] | undefined): boolean {
  return aggregate !== undefined && (aggregate.mean !== null || aggregate.reason === 'unanswered');
}

function limitNote(limits: readonly Limit[], measure: string): string | undefined {
  const limit = limits.find((one) => one.measure === measure);
  if (limit === undefined) return undefined;
  // The limit is on the cost of a run, whatever the column shows.
  const perRun = measure === 'cost_usd' ? '/run' : '';
  return `${measure === 'slo_attainment' ? 'objective' : 'limit'} ${limitText(limit)}${perRun}`;
}

/** Value, limit and place among the policies, on the scale of the column. */
export function boardCell(candidate: Candidate, measure: string, study: Study): string {
  const { text, note, interval } = measureText(candidate.policy, measure, study.money);
  const isBroken = candidate.limits.some((one) => one.measure === measure && !one.ok);
  const title = [interval === '' || note !== '' ? interval : `${interval} (95${thinSpace}% interval)`, note]
    .filter((one) => one !== '')
    .join('; ');
  const kind = isBroken ? 'bad' : isBest(candidate, measure, study) ? 'best' : '';
  const strip = stripSvg(candidate, measure, study, stripScale(measure, study));
  const reason = text === 'n/a' && note !== '' ? `<span class="interval">${escapeHtml(note)}</span>` : '';
  const value = candidate.policy.measures[measure]?.mean ?? (note === '' ? '' : unansweredValue(candidate, measure));
  return `<td data-value="${value}"><span${kind === '' ? '' : ` class="${kind}"`}${title === '' ? '' : ` title="${escapeHtml(title)}"`}>${escapeHtml(text)}${isBroken ? ' ✗' : ''}</span>${reason}${strip}</td>`;
}

/** The best mean of the column, or one that the paired runs do not tell apart from it. */
function isBest(candidate: Candidate, measure: string, study: Study): boolean {
  const { candidates, runs } = study;
  const better = measureOf(measure)?.better;
  const valued = candidates.filter(
    ({ policy, isOfHindsight }) => !isOfHindsight && typeof policy.measures[measure]?.mean === 'number',
  );
  if (better === undefined || better === 'none' || valued.length < 2 || !valued.includes(candidate)) return false;
  const value = (one: Candidate) => (one.policy.measures[measure]?.mean ?? 0) * (better === 'lower' ? 1 : -1);
  const best = valued.reduce((a, b) => (value(b) < value(a) ? b : a));
  if (value(candidate) === value(best)) return true;
  return runs > 1 && !isSeparated(measure, { a: best, b: candidate }, study);
}

/** Unanswered is later than any answer, so it sorts behind all of them; another missing value has no place. */
function unansweredValue({ policy }: Candidate, measure: string): string {
  return policy.measures[measure]?.reason === 'unanswered' ? '1e15' : '';
}
