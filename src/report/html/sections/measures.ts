import { measureOf } from '../../../results/measures/index.js';
import type { Comparison } from '../../../results/results.js';
import { counted, formatInUnit, thinSpace } from '../../format.js';
import { escapeHtml } from '../escape.js';
import { measureText } from '../measureText.js';
import { policyHtml } from '../phraseHtml.js';
import { unitOf } from '../unitOf.js';
import { type SectionContext, scrollHtml } from './section.js';

/** Every number there is, closed until asked for. */
export function measuresSection(context: SectionContext): string {
  const { study } = context;
  if (study.contenders.length === 0) return '';
  const names = [...new Set(study.contenders.flatMap(({ policy }) => Object.keys(policy.measures)))];
  const heading = `<${context.heading} id="measures-${context.scenario}">All numbers</${context.heading}>`;
  return `<section>${heading}<p class="how">${study.runs > 1 ? `Mean of ${counted(study.runs, 'replication')} with its 95${thinSpace}% interval, which covers chance between runs, not error in the inputs.` : 'One replication.'}</p>
${valuesHtml(names, context)}${comparisonsHtml(context)}${definitionsHtml(names, context)}</section>`;
}

function valuesHtml(names: readonly string[], context: SectionContext): string {
  const { study } = context;
  const heads = study.ranked
    .map(({ name }) => `<th scope="col" class="number">${policyHtml(name, study)}</th>`)
    .join('');
  const rows = names.map((name) => {
    const cells = study.ranked.map(({ policy }) => {
      const { text, note, interval } = measureText(policy, name);
      const below = text === 'n/a' ? note : interval;
      return `<td class="number">${escapeHtml(text)}${below === '' ? '' : `<span class="interval">${escapeHtml(below)}</span>`}</td>`;
    });
    return `<tr><th scope="row">${escapeHtml(labelOf(name))}<small class="interval">${escapeHtml(name)}</small></th>${cells.join('')}</tr>`;
  });
  return `<details><summary>All measures</summary>${scrollHtml(context, 'All measures', `<table class="wide"><thead><tr><th scope="col">Measure</th>${heads}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`)}</details>`;
}

function labelOf(name: string): string {
  const service = /^services\.([^.]+)\./.exec(name)?.[1];
  const label = measureOf(name)?.label ?? name;
  return service === undefined ? label : `${label} (${service})`;
}

function comparisonsHtml(context: SectionContext): string {
  const { comparisons } = context.study.scenario;
  if (comparisons.length === 0) return '';
  const rows = comparisons.map((row) => {
    const unit = unitOf(row.measure);
    const runs = row.runs_needed === undefined ? '' : `; about ${row.runs_needed} runs would settle it`;
    return `<tr><th scope="row">${escapeHtml(labelOf(row.measure))}</th><td>${escapeHtml(row.b)}</td><td>${escapeHtml(row.a)}</td><td class="number">${differenceText(row, unit)}</td><td>${row.verdict}${runs}</td></tr>`;
  });
  return `<details><summary>Differences, paired on the same random numbers</summary>${scrollHtml(context, 'Differences', `<table class="wide"><thead><tr><th scope="col">Measure</th><th scope="col">Policy</th><th scope="col">against</th><th scope="col" class="number">Difference</th><th scope="col">Verdict</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`)}</details>`;
}

function differenceText({ difference, low, high }: Comparison, unit: string): string {
  if (difference === null) return 'n/a<span class="interval">requests went unanswered</span>';
  const signed = (value: number) => `${value > 0 ? '+' : ''}${differenceInUnit(value, unit)}`;
  const interval = low === null || high === null ? 'one run' : `${signed(low)} to ${signed(high)}`;
  return `${escapeHtml(signed(difference))}<span class="interval">${escapeHtml(interval)}</span>`;
}

/** A difference of shares is in points: rounding down, as for a share itself, would bias it. */
function differenceInUnit(value: number, unit: string): string {
  if (unit !== 'ratio') return formatInUnit(value, unit);
  return `${formatInUnit(value * 100, 'points')} points`;
}

function definitionsHtml(names: readonly string[], context: SectionContext): string {
  const known = [
    ...new Map(
      names.flatMap((name) => (measureOf(name) === undefined ? [] : [measureOf(name)])).map((m) => [m?.name, m]),
    ).values(),
  ];
  const rows = known.flatMap((measure) =>
    measure === undefined
      ? []
      : [
          `<tr><th scope="row">${escapeHtml(measure.label)}<small class="interval">${escapeHtml(measure.name)}</small></th><td>${escapeHtml(measure.unit)}</td><td class="prose">${escapeHtml(measure.definition)}</td><td class="prose">${escapeHtml(measure.formula)}</td><td class="prose">${escapeHtml(measure.source)}</td></tr>`,
        ],
  );
  return `<details><summary>How each measure is defined</summary>${scrollHtml(context, 'Definitions', `<table class="wide"><thead><tr><th scope="col">Measure</th><th scope="col">Unit</th><th scope="col">Definition</th><th scope="col">Formula</th><th scope="col">Source</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`)}</details>`;
}
