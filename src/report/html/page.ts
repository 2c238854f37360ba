import { visibleText } from '../../base/visible.js';
import { hasResults, type ResultDocument, type ScenarioResult } from '../../results/results.js';
import { type Study, studyOf } from '../analysis/study.js';
import { counted, formatDuration, thinSpace } from '../format.js';
import { partialText } from '../partialText.js';
import { trafficText } from '../trafficText.js';
import type { PageData } from './charts/chartData.js';
import { hatchHtml } from './charts/timelineFrame.js';
import { chartDataOf } from './data/chartDataOf.js';
import type { Fineness } from './data/timelines.js';
import { Drawing } from './drawing.js';
import { escapeHtml, jsonForScript } from './escape.js';
import { headHtml, inertScript } from './head.js';
import { policyHtml } from './phraseHtml.js';
import { baselineSection } from './sections/baseline.js';
import { callGraphSection } from './sections/callGraph.js';
import { classesSection } from './sections/classes.js';
import { comparisonSection } from './sections/comparison.js';
import { consumersSection } from './sections/consumers.js';
import { costsSection } from './sections/costs.js';
import { heatmapsSection } from './sections/heatmaps.js';
import { lagBudgetSection } from './sections/lagBudget.js';
import { limitsSection } from './sections/limits.js';
import { logSection } from './sections/log.js';
import { matrixSection } from './sections/matrix.js';
import { measuresSection } from './sections/measures.js';
import { printedSection } from './sections/printed.js';
import { providersSection } from './sections/providers.js';
import { qualitySection } from './sections/quality.js';
import { reliabilitySection } from './sections/reliability.js';
import { robustnessSection } from './sections/robustness.js';
import { runAgainSection } from './sections/runAgain.js';
import { scoreboardSection } from './sections/scoreboard.js';
import type { SectionContext } from './sections/section.js';
import { sessionsSection } from './sections/sessions.js';
import { timelineSection } from './sections/timeline.js';
import { tokensSection } from './sections/tokens.js';
import { verdictSection } from './sections/verdict.js';

/** What the script draws can be zoomed, so it gets more than the file's own pictures; less where many policies share the page. */
function finenessInScript(document: ResultDocument): Fineness {
  return { samplesMax: policyCountOf(document) > 6 ? 480 : 720, changesMax: 3000 };
}

/** Samples of a picture in the file; from the fifth policy on they share what four have, so that a page stays below 1.5 MB. */
const inFileMax = 320;
const inFileMin = 90;
const policiesInFull = 4;

function policyCountOf({ scenarios }: ResultDocument): number {
  return scenarios.reduce((sum, scenario) => sum + scenario.policies.length, 0);
}

function finenessInFile(document: ResultDocument): Fineness {
  const share = Math.floor((inFileMax * policiesInFull) / Math.max(1, policyCountOf(document)));
  const samplesMax = Math.min(inFileMax, Math.max(inFileMin, share));
  return { samplesMax, changesMax: 2 * samplesMax };
}

/**
 * The report as one HTML file: no second file, no request, works from file:// and without its script.
 *
 * The same document and script give the same bytes. Names and texts of the document are escaped; a content security policy
 * lets only the one script run, by its hash.
 * @param clientScript the bundle of page/main.ts; empty for a page without one
 */
export function renderHtmlReport(source: ResultDocument, { clientScript }: { readonly clientScript: string }): string {
  const document = visibleDocument(source);
  const studies = document.scenarios.map(studyOf);
  const drawing = new Drawing();
  const data: PageData = { scenarios: studies.map((study) => chartDataOf(study, finenessInScript(document))) };
  const isOne = studies.length === 1;
  const bodies = studies.map((study, scenario) => {
    const charts = chartDataOf(study, finenessInFile(document));
    const context: SectionContext = {
      study,
      scenario,
      heading: isOne ? 'h2' : 'h3',
      charts,
      drawing,
      hasScript: clientScript !== '',
    };
    const body = `<div class="scenario" id="s${scenario}" style="${huesOf(study)}">${policyBar(context)}${scenarioHtml(context)}</div>`;
    return isOne ? body : `<article id="scenario-${scenario}">${factsHtml(study.scenario, study)}${body}</article>`;
  });
  const names = document.scenarios.map(({ name }) => name).join(', ');
  const title = document.interrupted === undefined ? names : `Partial: ${names}`;
  const matrix = isOne ? '' : matrixSection(studies);
  return `${headHtml(title, clientScript)}
<body>${hatchHtml}<div class="page">${headerHtml(document, studies)}${isOne ? '' : navHtml(studies)}
<main>${partialHtml(document)}${matrix}${bodies.join('\n')}${runAgainSection(document)}</main>
${footerHtml(document)}</div>${scriptHtml(data, clientScript)}</body></html>
`;
}

/** Above everything that could be taken for the whole. */
function partialHtml(document: ResultDocument): string {
  const text = partialText(document);
  return text === undefined ? '' : `<p class="partial bad">${escapeHtml(text)}</p>`;
}

/** Every policy's own variable of colour: the script gives a grey one a hue by changing it. */
function huesOf({ candidates }: Study): string {
  return candidates.map(({ place, style }) => `--c${place}:${style.hue}`).join(';');
}

function scenarioHtml(context: SectionContext): string {
  return [
    verdictSection(context),
    scoreboardSection(context),
    robustnessSection(context),
    baselineSection(context),
    comparisonSection(context),
    timelineSection(context),
    callGraphSection(context),
    lagBudgetSection(context),
    reliabilitySection(context),
    sessionsSection(context),
    tokensSection(context),
    qualitySection(context),
    providersSection(context),
    consumersSection(context),
    classesSection(context),
    costsSection(context),
    heatmapsSection(context),
    logSection(context),
    printedSection(context),
    limitsSection(context),
    measuresSection(context),
  ]
    .filter((section) => section !== '')
    .join('\n');
}

function headerHtml({ version, scenarios }: ResultDocument, studies: readonly Study[]): string {
  const [study] = studies;
  const facts =
    scenarios.length === 1 && study !== undefined
      ? `<b>${escapeHtml(study.scenario.name)}</b><span>${escapeHtml(factsText(study.scenario, study))}</span>`
      : `<b>${counted(scenarios.length, 'scenario')}</b>`;
  return `<header class="top">${facts}<span class="end"><span class="version">dryscale ${escapeHtml(version)}</span><button type="button" data-theme-button hidden>light / dark</button></span></header>`;
}

function factsText({ duration_s, seed, policies }: ScenarioResult, { runs }: Study): string {
  const runText = policies.length > 1 && runs > 1 ? `${runs} paired replications` : counted(runs, 'replication');
  return [
    trafficText(policies.filter(hasResults)),
    counted(policies.length, 'policy', 'policies'),
    runText,
    `${formatDuration(duration_s)} of virtual time`,
    `seed ${seed}`,
  ]
    .filter((text) => text !== undefined)
    .join(', ');
}

function factsHtml(scenario: ScenarioResult, study: Study): string {
  return `<p class="top"><b>${escapeHtml(scenario.name)}</b><span>${escapeHtml(factsText(scenario, study))}</span></p>`;
}

function navHtml(studies: readonly Study[]): string {
  const links = studies.map(({ scenario }, index) => `<a href="#scenario-${index}">${escapeHtml(scenario.name)}</a>`);
  return `<nav aria-label="Scenarios">${links.join('')}</nav>`;
}

/** How needed is defined, what was not modelled, and that nothing here was measured in production. */
function footerHtml({ scenarios, version }: ResultDocument): string {
  const notes = [...new Set(scenarios.flatMap((scenario) => scenario.notes))];
  const isDefined = notes.some((note) => /^demand curve:/i.test(note));
  const hasNeed = scenarios.some(({ policies }) =>
    policies.some(
      (policy) => hasResults(policy) && policy.timeline.some(({ needed }) => needed.some((one) => one !== null)),
    ),
  );
  const lines = [
    ...(isDefined || !hasNeed ? [] : [neededText]),
    ...notes.map((note) => note.replace(/^demand curve:/i, 'Needed instances:')),
    `Simulated by dryscale ${version}, not measured in production.`,
  ];
  return `<footer>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</footer>`;
}

/** The demand curve in words, where the document does not say it itself. */
const neededText = `Needed instances: the fewest, and never less than the service's minimum, that carry the sources' present rate at 80${thinSpace}% of what an instance can do.`;

function scriptHtml(data: PageData, clientScript: string): string {
  if (clientScript === '') return '';
  return `<script type="application/json" id="data">${jsonForScript(data)}</script><script>${inertScript(clientScript)}</script>`;
}

/** The document with every text made visible, at the one door, so that charts, tables and data agree on every name. */
function visibleDocument(document: ResultDocument): ResultDocument {
  // safe: only the characters of strings change, never a type or a key of the schema.
  return visibleValue(document) as ResultDocument;
}

function visibleValue(value: unknown): unknown {
  if (typeof value === 'string') return visibleText(value);
  if (Array.isArray(value)) return typeof value[0] === 'number' ? value : value.map(visibleValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [visibleText(key), visibleValue(one)]));
}

/** Every policy in its colour, always in sight: the page's script makes each a button that shows it alone. */
function policyBar({ study, scenario }: SectionContext): string {
  if (study.candidates.length < 2) return '';
  const names = study.ranked.map(({ name }) => policyHtml(name, study, { isPick: true }));
  return `<div class="policyBar" data-policy-bar="${scenario}" role="group" aria-label="Show one policy alone, ${escapeHtml(study.scenario.name)}" hidden><span>Show alone</span>${names.join('')}<button type="button" data-show-all hidden>all (Esc)</button></div>`;
}
