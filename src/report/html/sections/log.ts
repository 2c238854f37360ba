import { countWord, formatCount } from '../../format.js';
import { type DecisionMark, decisionMarksOf } from '../analysis/decisionMarks.js';
import type { Contender, Study } from '../analysis/study.js';
import { escapeHtml } from '../escape.js';
import { policyHtml, timeHtml } from '../phraseHtml.js';
import { headingHtml, type SectionContext, timelineIdOf } from './section.js';

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
  const hasReason = all.some(({ mark }) => mark.reason !== '' || mark.rule !== '');
  const title = hasReason ? 'Every change, with the rule that held' : 'Every change of the desired count';
  const rules = [...new Set(all.map(({ mark }) => mark.rule).filter((rule) => rule !== ''))].sort();
  const body = rows.map((row) =>
    rowHtml(row, { context, isHidden: onlyReversals && !row.mark.isReversal, services, rules }),
  );
  const head = (text: string) => `<th scope="col">${text}</th>`;
  const heads = [
    head('Time'),
    head('Policy'),
    services.size > 1 ? head('Service') : '',
    head('Desired'),
    head('Direction'),
    rules.length > 0 ? head('Rule') : '',
    head('Reason'),
  ];
  const marker = reversals > 0 ? ' data-has-reversals' : '';
  return `<section data-log="${context.scenario}"${marker}>${headingHtml(context, { id: 'log', title, how: howOf(study, reversals, all.length) })}
${controls(study, reversals, rules)}<div class="scroll" tabindex="0" role="region" aria-labelledby="log-${context.scenario}"><table class="log"><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></div><p class="controls"><button type="button" data-all hidden>Show all</button></p>${more}</section>`;
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

/** More rules than this are no choice but a search: the text filter finds them. */
const rulesMax = 60;

function controls({ contenders }: Study, reversals: number, rules: readonly string[]): string {
  const policies = contenders.map(
    ({ name }, place) => `<option value="${place}" data-name="${escapeHtml(name)}">${escapeHtml(name)}</option>`,
  );
  const ruleOptions = rules.map((rule, place) => `<option value="${place}">${escapeHtml(rule)}</option>`);
  const select = (label: string, filter: string, options: readonly string[]) =>
    `<label>${label} <select data-filter="${filter}"><option value="">all</option>${options.join('')}</select></label>`;
  const rule = rules.length < 2 || rules.length > rulesMax ? '' : select('Rule', 'rule', ruleOptions);
  const text = '<label>Text <input type="search" data-filter="text" size="14"></label>';
  const box =
    reversals === 0 ? '' : '<label><input type="checkbox" data-filter="reversals" checked>reversals only</label>';
  return `<div class="controls" hidden>${select('Policy', 'policy', policies)}${rule}${text}${box}<span data-count role="status"></span></div>`;
}

interface RowPlace {
  readonly context: SectionContext;
  readonly isHidden: boolean;
  readonly services: ReadonlySet<string>;
  readonly rules: readonly string[];
}

function rowHtml({ contender, place, mark }: LogRow, { context, isHidden, services, rules }: RowPlace): string {
  const { timeSeconds, from, to, wished, result, isReversal, rule, reason, service } = mark;
  const held = result === 'accepted' ? '' : `${result}, wished ${wished}`;
  const direction = isReversal ? '<b>◆ reversal</b>' : to > from ? 'up' : to < from ? 'down' : '';
  const parts = [direction, held].filter((text) => text !== '').join(', ');
  const attributes = [
    `data-place="${place}"`,
    rule === '' ? '' : `data-rule="${rules.indexOf(rule)}"`,
    services.size > 1 ? `data-of="${escapeHtml(service)}"` : '',
    isReversal ? 'data-reversal' : '',
    isHidden ? 'hidden' : '',
  ];
  const cells = [
    timeHtml(timeSeconds, timelineIdOf(context, service), { withSeconds: true }),
    policyHtml(contender.name, context.study),
    ...(services.size > 1 ? [escapeHtml(service)] : []),
    `${from} → ${to}`,
    parts,
    ...(rules.length > 0 ? [escapeHtml(rule)] : []),
  ];
  return `<tr ${attributes.filter((text) => text !== '').join(' ')}>${cells.map((cell) => `<td>${cell}</td>`).join('')}<td class="prose">${escapeHtml(reason)}</td></tr>`;
}
