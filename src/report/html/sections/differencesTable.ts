import type { Comparison } from '../../../results/results.js';
import { formatInUnit, thinSpace } from '../../format.js';
import { confidenceText, unansweredRunsText, verdictsHow, verdictText } from '../../verdictText.js';
import { escapeHtml } from '../escape.js';
import { measureLabel } from '../measureText.js';
import { unitOf } from '../unitOf.js';
import { type SectionContext, scrollHtml } from './section.js';

/** Every paired difference with its interval and verdict, behind a fold; empty with one policy. */
export function differencesTable(context: SectionContext): string {
  const { comparisons } = context.study.scenario;
  if (comparisons.length === 0) return '';
  const rows = comparisons.map((row) => {
    const unit = unitOf(row.measure);
    return `<tr><th scope="row">${escapeHtml(measureLabel(row.measure))}</th><td>${escapeHtml(row.b)}</td><td>${escapeHtml(row.a)}</td><td class="number">${differenceText(row, unit)}</td><td>${escapeHtml(verdictText(row))}</td></tr>`;
  });
  return `<details><summary>Differences, paired on the same random numbers</summary><p class="how">${escapeHtml(`${verdictsHow} The interval is the one that the verdict used. The other measures show their 95 % interval, and one in twenty of those leaves out 0 by chance: no verdict.`)}</p>${scrollHtml(context, 'Differences', `<table class="wide"><thead><tr><th scope="col">Measure</th><th scope="col">Policy</th><th scope="col">against</th><th scope="col" class="number">Difference</th><th scope="col">Verdict</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`)}</details>`;
}

function differenceText(row: Comparison, unit: string): string {
  const { difference, low, high } = row;
  if (difference === null) return `n/a<span class="interval">${unansweredRunsText(row)}</span>`;
  const signed = (value: number) => `${value > 0 ? '+' : ''}${differenceInUnit(value, unit)}`;
  const interval =
    low === null || high === null
      ? 'one run'
      : `${signed(low)} to ${signed(high)}${row.verdict === 'not judged' ? '' : ` (${confidenceText(row, thinSpace)})`}`;
  return `${escapeHtml(signed(difference))}<span class="interval">${escapeHtml(interval)}</span>`;
}

/** A difference of shares is in points: rounding down, as for a share itself, would bias it. */
function differenceInUnit(value: number, unit: string): string {
  if (unit !== 'ratio') return formatInUnit(value, unit);
  return `${formatInUnit(value * 100, 'points')} points`;
}
