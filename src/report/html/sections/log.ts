import { countWord, formatCount } from '../../format.js';
import { type DecisionMark, decisionMarksOf } from '../analysis/decisionMarks.js';
import type { Contender, Study } from '../analysis/study.js';
import { escapeHtml } from '../escape.js';
import { policyHtml, timeHtml } from '../phraseHtml.js';
import { headingHtml, type SectionContext } from './section.js';

/** Rows in the file; report.json keeps every decision. */
const rowsMax = 600;

interface LogRow {
  readonly contender: Contender;
  /** Place of the policy in the scenario: what the filter compares, so that no name enters a selector. */
  readonly place: number;
  readonly mark: DecisionMark;
}

/** Every change of the wish with its reason: which decision at which second caused it? */
export function logSection(context: SectionContext): string {
  const { study } = context;
  const all = study.contenders.flatMap((contender, place) =>
    decisionMarksOf(contender.policy).map((mark): LogRow => ({ contender, place, mark })),
  );
  if (all.length === 0) return '';
  const rows = chosenRows(all);
  const reversals = all.filter(({ mark }) => mark.isReversal).length;
  const onlyReversals = reversals > 0 && context.hasScript;
  const services = new Set(all.map(({ mark }) => mark.service));
  const left = all.length - rows.length;
  const more =
    left === 0
      ? ''
      : `<p class="how">${formatCount(left)} more in report.json; every reversal and every wish held back is here.</p>`;
  const hasRule = all.some(({ mark }) => mark.reason !== '' || mark.rule !== '');
  const title = hasRule ? 'Every change, with the reason that was given' : 'Every change of the desired count';
  const body = rows.map((row) => rowHtml(row, { context, isHidden: onlyReversals && !row.mark.isReversal, services }));
  const service = services.size > 1 ? '<th scope="col">Service</th>' : '';
  return `<section data-log="${context.scenario}">${headingHtml(context, { id: 'log', title, how: howOf(study, reversals, all.length) })}
${controls(study, reversals)}<div class="scroll" tabindex="0" role="region" aria-labelledby="log-${context.scenario}"><table class="log"><thead><tr><th scope="col">Time</th><th scope="col">Policy</th>${service}<th scope="col">Desired</th><th scope="col">Direction</th><th scope="col">Reason</th></tr></thead><tbody>${body.join('\n')}</tbody></table></div><p class="controls"><button type="button" data-all hidden>Show all</button></p>${more}</section>`;
}

function howOf({ runs }: Study, reversals: number, total: number): string {
  const which = runs > 1 ? 'Replication 0. ' : '';
  const found =
    reversals === 0
      ? 'no reversal'
      : reversals === 1
        ? 'one of them a reversal'
        : `${countWord(reversals)} of them reversals`;
  return `${which}${formatCount(total)} ${total === 1 ? 'change' : 'changes'}, ${found}. A reversal undoes the change before it soon after; it costs starts and serves nobody.`;
}

/** Everything that went back or was held back, and then as many of the plain changes as fit, evenly chosen. */
function chosenRows(all: readonly LogRow[]): LogRow[] {
  const isKept = ({ mark }: LogRow) => mark.isReversal || mark.result !== 'accepted';
  const plain = all.filter((row) => !isKept(row));
  const room = Math.max(0, rowsMax - (all.length - plain.length));
  const stride = Math.max(1, Math.ceil(plain.length / Math.max(1, room)));
  const kept = new Set(room === 0 ? [] : plain.filter((_, index) => index % stride === 0));
  return all
    .filter((row) => isKept(row) || kept.has(row))
    .sort((a, b) => a.mark.timeSeconds - b.mark.timeSeconds || a.place - b.place);
}

function controls({ contenders }: Study, reversals: number): string {
  const options = contenders.map(({ name }, place) => `<option value="${place}">${escapeHtml(name)}</option>`).join('');
  const box =
    reversals === 0 ? '' : '<label><input type="checkbox" data-filter="reversals" checked>reversals only</label>';
  return `<div class="controls" hidden><label>Policy <select data-filter="policy"><option value="">all</option>${options}</select></label>${box}<span data-count></span></div>`;
}

interface RowPlace {
  readonly context: SectionContext;
  readonly isHidden: boolean;
  readonly services: ReadonlySet<string>;
}

function rowHtml({ contender, place, mark }: LogRow, { context, isHidden, services }: RowPlace): string {
  const { timeSeconds, from, to, wished, result, isReversal, rule, reason, service } = mark;
  const timeline = Math.max(
    0,
    context.charts.timelines.findIndex((one) => one.service === service),
  );
  const why = [rule, reason].filter((text) => text !== '').join(': ');
  const held = result === 'accepted' ? '' : `${result}, wished ${wished}`;
  const direction = isReversal ? '<b>◆ reversal</b>' : to > from ? 'up' : to < from ? 'down' : '';
  const parts = [direction, held].filter((text) => text !== '').join(', ');
  const serviceCell = services.size > 1 ? `<td>${escapeHtml(service)}</td>` : '';
  const attributes = `data-place="${place}"${isReversal ? ' data-reversal' : ''}${isHidden ? ' hidden' : ''}`;
  const time = timeHtml(timeSeconds, `timeline-${context.scenario}-${timeline}`, { withSeconds: true });
  return `<tr ${attributes}><td>${time}</td><td>${policyHtml(contender.name, context.study)}</td>${serviceCell}<td>${from} → ${to}</td><td>${parts}</td><td class="prose">${escapeHtml(why)}</td></tr>`;
}
