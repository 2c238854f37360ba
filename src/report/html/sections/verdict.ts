import { clockText } from '../../clock.js';
import { capital, listOf } from '../../format.js';
import { headlineOf, ledeOf } from '../../words.js';
import { type Card, cardsOf } from '../cards.js';
import { escapeHtml } from '../escape.js';
import { phraseHtml, policyHtml } from '../phraseHtml.js';
import { unusedRanges } from './robustness.js';
import { type SectionContext, timelineId } from './section.js';
import { servicesTable } from './services.js';

/** Above this many the other cards wait behind `show all`. */
const cardsMax = 6;

/** The answer, how sure it is, and one card per other policy. */
export function verdictSection(context: SectionContext): string {
  const { study, heading } = context;
  const id = timelineId(context);
  const headline = phraseHtml(headlineOf(study), study, id);
  const title = heading === 'h2' ? `<h1>${headline}</h1>` : `<h2 class="headline">${headline}</h2>`;
  const lede = phraseHtml(ledeOf(study), study, id);
  return `<section>${title}${lede === '' ? '' : `<p class="lede">${lede}</p>`}${failures(context)}${servicesTable(context)}${cards(context)}${notices(context)}${inputs(context)}${unusedRanges(context)}</section>`;
}

function cards(context: SectionContext): string {
  const all = cardsOf(context.study).map((card) => cardHtml(card, context));
  if (all.length === 0) return '';
  const rest = all.slice(cardsMax);
  const more =
    rest.length === 0
      ? ''
      : `<details class="more"><summary>Show all ${all.length}</summary><div class="cards">${rest.join('')}</div></details>`;
  return `<div class="cards">${all.slice(0, cardsMax).join('')}</div>${more}`;
}

function cardHtml({ candidate, text }: Card, context: SectionContext): string {
  const { study } = context;
  const words = phraseHtml(text, study, timelineId(context));
  return `<div class="card" style="border-color:${candidate.style.color}">${policyHtml(candidate.name, study, { isPick: true })}<p>${words}</p></div>`;
}

/** A policy that failed has no numbers, so it comes before all that have. */
function failures({ study }: SectionContext): string {
  const failed = study.failures.map(({ name, failure: { message, time_s } }) => {
    const when = time_s === null ? '' : ` at ${clockText(time_s, study.scenario.start)}`;
    const label = study.labels.get(name) ?? name;
    return `<li><b class="bad">✗ ${escapeHtml(label)} failed${when}:</b> ${escapeHtml(message)}</li>`;
  });
  return failed.length === 0 ? '' : `<ul class="notices">${failed.join('')}</ul>`;
}

/** What would make a reader misjudge the numbers comes before them. */
function notices({ study }: SectionContext): string {
  const stopped = study.candidates.flatMap(({ label: name, policy: { failure } }) =>
    failure === undefined ? [] : [`<b class="bad">✗ ${escapeHtml(name)} failed:</b> ${escapeHtml(failure.message)}`],
  );
  const common = (study.candidates[0]?.policy.findings ?? []).filter(
    (finding) =>
      study.candidates.length > 1 && study.candidates.every(({ policy }) => policy.findings.includes(finding)),
  );
  const findings = [
    ...common.map((finding) => `<b>Every policy</b>: ${escapeHtml(finding)}`),
    ...study.candidates.flatMap(({ name, policy }) =>
      policy.findings
        .filter((finding) => !common.includes(finding))
        .map((finding) => `${policyHtml(name, study)}: ${escapeHtml(finding)}`),
    ),
  ];
  const items = [...stopped, ...findings];
  return items.length === 0 ? '' : `<ul class="notices">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

const basisWords: Readonly<Record<string, string>> = {
  guess: 'guessed',
  default: 'left at the default',
  asked: 'asked for',
};

/** `Inputs: 4 measured, 2 guessed (startup, cpu).` */
function inputs({ study }: SectionContext): string {
  const { assumptions, backtested } = study.scenario;
  const badge = backtested === undefined ? '' : `<p class="inputs">${escapeHtml(capital(backtested))}.</p>`;
  if (assumptions.length === 0) return badge;
  const bases = [...new Set(assumptions.map(({ basis }) => basis))];
  const parts = bases.map((basis) => {
    const paths = assumptions.filter((one) => one.basis === basis).map(({ path }) => path.replace(/^services\./, ''));
    const named = basis === 'guess' ? ` (${listOf(paths)})` : '';
    return `${paths.length} ${basisWords[basis] ?? basis}${named}`;
  });
  return `<p class="inputs">Inputs: ${escapeHtml(parts.join(', '))}.</p>${badge}`;
}
