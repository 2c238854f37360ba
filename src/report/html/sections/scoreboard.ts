import type { Candidate, Study } from '../../analysis/study.js';
import { counted, formatDuration, thinSpace } from '../../format.js';
import { hindsightText } from '../../hindsight.js';
import { escapeHtml } from '../escape.js';
import { policyHtml } from '../phraseHtml.js';
import { placeClass } from '../policyStyle.js';
import { scoreboardTitle } from '../titles.js';
import { type BoardColumn, boardCell, columnHead, statedColumns } from './board.js';
import { headingHtml, type SectionContext, scrollHtml } from './section.js';

/** Who meets the limits, at what price, how sure: dots on a common scale per column. */
export function scoreboardSection(context: SectionContext): string {
  const { study } = context;
  if (study.candidates.length === 0) return '';
  const columns = columnsOf(study);
  const met = study.limitCount === 0 ? '' : '<th scope="col" data-sort>Limits<small>met</small></th>';
  const rows = study.ranked.map((candidate) => rowHtml(candidate, columns, study));
  const failures = study.failures.map(
    ({ name, failure }) =>
      `<tr><th scope="row">${policyHtml(name, study)}</th><td class="failure bad" colspan="${columns.length + 1}">✗ failed: ${escapeHtml(failure.message)}</td></tr>`,
  );
  return `<section>${headingHtml(context, { id: 'scoreboard', title: scoreboardTitle(study), how: howOf(context) })}
${scrollHtml(
  context,
  'Scoreboard',
  `<table class="board"><thead><tr><th scope="col"><b>Policy</b><small>best first</small></th>${met}${columns.map(columnHead).join('')}</tr></thead>
<tbody>${rows.join('\n')}${failures.join('')}</tbody></table>`,
)}</section>`;
}

function howOf({ study: { runs, candidates, money }, hasScript }: SectionContext): string {
  const month = money.monthText === undefined ? '' : ` ${money.label}: ${money.monthText}.`;
  const bar =
    runs > 1
      ? `Mean of ${runs} replications. Dot and bar: mean and 95${thinSpace}% interval`
      : 'One replication, so no intervals. Dot: the value';
  if (candidates.length < 2) return `${bar}; dashed line the limit.${month}`;
  const bold = runs > 1 ? 'Bold: best, or not shown to differ from it.' : 'Bold is best.';
  const sorting = hasScript ? ' Headings sort.' : '';
  return `${bar}, grey dots the other policies, dashed line the limit. ${bold}${month}${sorting}`;
}

/** The columns that any policy has, then the user's other limits. */
function columnsOf(study: Study): BoardColumn[] {
  const limits = study.candidates[0]?.limits ?? [];
  const base: BoardColumn[] = [
    { measure: 'cost_usd', title: 'Cost', note: study.money.label },
    { measure: 'latency_all_p95_ms', title: 'p95 all', note: 'all requests' },
    { measure: 'latency_all_p99_ms', title: 'p99 all', note: 'all requests' },
    { measure: 'slo_attainment', title: 'Good requests', note: 'in time' },
    { measure: 'time_above_slo_s', title: 'Slow for', note: `of ${formatDuration(study.spanSeconds)}` },
    { measure: 'scaling_reversals', title: 'Reversals', note: 'in the run' },
    { measure: 'under_provisioned_time_percent', title: 'Short of need', note: '% of time' },
  ];
  const others = limits.flatMap(({ measure, label }): BoardColumn[] =>
    measure === undefined || base.some((column) => column.measure === measure)
      ? []
      : [{ measure, title: /^p\d/.test(label) && !label.endsWith('all') ? `${label} answered` : label, note: '' }],
  );
  const unique = [...base, ...others].filter(
    ({ measure }, index, list) => list.findIndex((one) => one.measure === measure) === index,
  );
  return statedColumns(unique, study);
}

function rowHtml(candidate: Candidate, columns: readonly BoardColumn[], study: Study): string {
  const { name, policy, limits, metCount, isOfHindsight } = candidate;
  const own = policy.source === name ? paramsText(candidate) : policy.source;
  const source = isOfHindsight ? hindsightText : own;
  const isAll = metCount === limits.length;
  const met =
    study.limitCount === 0
      ? ''
      : `<td class="met ${isAll ? 'good' : 'bad'}" data-value="${metCount}">${isAll ? `✓ all ${limits.length}` : `✗ ${metCount} of ${limits.length}`}</td>`;
  const cells = columns.map(({ measure }) => boardCell(candidate, measure, study));
  const chosen = candidate === study.winner && !isOfHindsight ? 'chosen ' : '';
  return `<tr class="${chosen}d ${placeClass(candidate.place)}"><th scope="row">${policyHtml(name, study, { isPick: true })}<small>${escapeHtml(source)}</small></th>${met}${cells.join('')}</tr>`;
}

function paramsText({ policy }: Candidate): string {
  const count = Object.keys(policy.params).length;
  return count === 0 ? '' : counted(count, 'parameter');
}
