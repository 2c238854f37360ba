import type { Comparison } from '../../../results/results.js';
import { formatInUnit } from '../../format.js';
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
    const runs = row.runs_needed === undefined ? '' : `; about ${row.runs_needed} runs would settle it`;
    return `<tr><th scope="row">${escapeHtml(measureLabel(row.measure))}</th><td>${escapeHtml(row.b)}</td><td>${escapeHtml(row.a)}</td><td class="number">${differenceText(row, unit)}</td><td>${row.verdict}${runs}</td></tr>`;
  });
  return `<details><summary>Differences, paired on the same random numbers</summary>${scrollHtml(context, 'Differences', `<table class="wide"><thead><tr><th scope="col">Measure</th><th scope="col">Policy</th><th scope="col">against</th><th scope="col" class="number">Difference</th><th scope="col">Verdict</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`)}</details>`;
}

function differenceText({ difference, low, high }: Comparison, unit: string): string {
  if (difference === null) return 'n/a<span class="interval">not answered well</span>';
  const signed = (value: number) => `${value > 0 ? '+' : ''}${differenceInUnit(value, unit)}`;
  const interval = low === null || high === null ? 'one run' : `${signed(low)} to ${signed(high)}`;
  return `${escapeHtml(signed(difference))}<span class="interval">${escapeHtml(interval)}</span>`;
}

/** A difference of shares is in points: rounding down, as for a share itself, would bias it. */
function differenceInUnit(value: number, unit: string): string {
  if (unit !== 'ratio') return formatInUnit(value, unit);
  return `${formatInUnit(value * 100, 'points')} points`;
}
