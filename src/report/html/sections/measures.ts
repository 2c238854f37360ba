import { measureFamilies, measureOf } from '../../../results/measures/index.js';
import { partOf } from '../../../results/partName.js';
import type { Comparison } from '../../../results/results.js';
import { counted, formatInUnit, thinSpace } from '../../format.js';
import { confidenceText, unansweredRunsText, verdictsHow, verdictText } from '../../verdictText.js';
import { escapeHtml } from '../escape.js';
import { measureLabel, measureText } from '../measureText.js';
import { policyHtml } from '../phraseHtml.js';
import { unitOf } from '../unitOf.js';
import { type SectionContext, scrollHtml } from './section.js';

interface Family {
  readonly title: string;
  /** Names of the measures that tell most, then those for whoever wants every number. */
  readonly main: readonly string[];
  readonly more: readonly string[];
}

/** Every number there is, by what it is about; each family, and the definition of each measure, closed until asked for. */
export function measuresSection(context: SectionContext): string {
  const { study } = context;
  if (study.candidates.length === 0) return '';
  const names = [...new Set(study.candidates.flatMap(({ policy }) => Object.keys(policy.measures)))];
  const heading = `<${context.heading} id="measures-${context.scenario}">All measures</${context.heading}>`;
  const how =
    study.runs > 1
      ? `Mean of ${counted(study.runs, 'replication')} with its 95${thinSpace}% interval, which covers chance between runs, not error in the inputs.`
      : 'One replication.';
  const families = familiesOf(names).map((family) => familyHtml(family, context));
  return `<section>${heading}<p class="how">${how} A measure's name opens its definition.</p>
<div class="folds">${families.join('\n')}${differencesTable(context)}</div></section>`;
}

/** In the order of the list of measures; one that is on no list comes last, so that no number is lost. */
function familiesOf(names: readonly string[]): Family[] {
  const known = measureFamilies.map(({ title, measures }) => {
    const own = measures.flatMap((measure) => names.filter((name) => measureOf(name) === measure));
    // What one of several services did, or one consumer got, is detail beside the sum of all.
    const isMain = (name: string) => measureOf(name)?.level === 'default' && partOf(name) === undefined;
    return { title, main: own.filter(isMain), more: own.filter((name) => !isMain(name)) };
  });
  const others = names.filter((name) => measureOf(name) === undefined);
  return [...known, { title: 'Others', main: others, more: [] }].filter(
    ({ main, more }) => main.length + more.length > 0,
  );
}

function familyHtml({ title, main, more }: Family, context: SectionContext): string {
  const first = main.length === 0 ? '' : tableHtml(title, main, context);
  const all = more.length === 0 ? '' : tableHtml(`${title}, details`, more, context);
  const rest =
    first === '' || all === ''
      ? all
      : `<details><summary>${counted(more.length, 'more measure')} of ${title.toLowerCase()}</summary>${all}</details>`;
  const gist = main.length === 0 ? more : main;
  return `<details><summary><b>${escapeHtml(title)}</b> <span class="gist">${escapeHtml(gistText(gist, main.length === 0 ? 0 : more.length))}</span></summary>${first}${rest}</details>`;
}

/** Labels that fit beside the title of a closed family. */
const gistMax = 4;

/** `cost, idle, waste and 12 more` */
function gistText(shown: readonly string[], moreCount: number): string {
  const labels = shown.slice(0, gistMax).map(measureLabel);
  const rest = shown.length - labels.length + moreCount;
  return rest === 0 ? labels.join(', ') : `${labels.join(', ')} and ${rest} more`;
}

function tableHtml(label: string, names: readonly string[], context: SectionContext): string {
  const { study } = context;
  const heads = study.ranked
    .map(({ name }) => `<th scope="col" class="number">${policyHtml(name, study)}</th>`)
    .join('');
  const rows = names.map((name) => rowHtml(name, context));
  return scrollHtml(
    context,
    label,
    `<table class="wide"><thead><tr><th scope="col">Measure</th>${heads}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
  );
}

function rowHtml(name: string, { study }: SectionContext): string {
  const cells = study.ranked.map(({ policy }) => {
    const { text, note, interval } = measureText(policy, name);
    const below = text === 'n/a' ? note : interval;
    return `<td class="number">${escapeHtml(text)}${below === '' ? '' : `<span class="interval">${escapeHtml(below)}</span>`}</td>`;
  });
  return `<tr><th scope="row">${aboutHtml(name)}</th>${cells.join('')}</tr>`;
}

/** The label of a measure; behind it what it means, in which unit, by which formula, and who says so. */
function aboutHtml(name: string): string {
  const measure = measureOf(name);
  // One service's or consumer's measure is defined as that of all, which stands in the same family.
  if (measure === undefined || partOf(name) !== undefined) return escapeHtml(measureLabel(name));
  const { unit, definition, formula, source } = measure;
  const rows: readonly (readonly [string, string])[] = [
    ['name', name],
    ['unit', unit],
    ['formula', formula],
    ['source', source],
  ];
  const facts = rows.map(([term, text]) => `<dt>${term}<dd>${escapeHtml(text)}`);
  return `<details class="about"><summary>${escapeHtml(measureLabel(name))}</summary><p>${escapeHtml(definition)}</p><dl>${facts.join('')}</dl></details>`;
}

/** Every paired difference with its interval and verdict, behind a fold; empty with one policy. */
function differencesTable(context: SectionContext): string {
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
