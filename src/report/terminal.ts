import { visibleLine } from '../base/visible.js';
import { isHindsight } from '../results/judged.js';
import { hasResults, type PolicyResult, type ResultDocument, type ScenarioResult } from '../results/results.js';
import { commandLines } from './commandLines.js';
import { withGap } from './format.js';
import { withoutHindsight } from './hindsight.js';
import { moneyUnitOf } from './money.js';
import { partialText } from './partialText.js';
import type { ReportContext } from './report.js';
import { robustnessText, uncoveredTexts, unusedRangesText } from './robustnessText.js';
import { answerOf } from './terminal/answer.js';
import { callLines } from './terminal/callLines.js';
import { classLines } from './terminal/classLines.js';
import { consumerLines } from './terminal/consumerLines.js';
import { findingLines, noteLines } from './terminal/findingLines.js';
import { type Ink, inkOf } from './terminal/ink.js';
import { intervalLines } from './terminal/intervalLines.js';
import { lagLines } from './terminal/lagLines.js';
import { gateLines, thresholdLines } from './terminal/limitLines.js';
import { spanText } from './terminal/numbers.js';
import { plausibleLines } from './terminal/plausibleLines.js';
import { printedSection } from './terminal/printedSection.js';
import { providerLines } from './terminal/providerLines.js';
import { serviceLines, weakServiceLines } from './terminal/serviceLines.js';
import { shownRule, shownScenarios, showStrings } from './terminal/shownScenarios.js';
import { curveLines } from './terminal/sparkline.js';
import { meanOf, type Standing, standingOf } from './terminal/standing.js';
import { summaryLines } from './terminal/summaryLines.js';
import { tableLines } from './terminal/table.js';
import { sessionLines, tokenLines } from './terminal/tokenLines.js';
import { differenceLines, verdictLines } from './terminal/verdictLines.js';
import { whyLines } from './terminal/whyLines.js';
import { wrap } from './terminal/wrap.js';
import { trafficText } from './trafficText.js';

/** Where no terminal says how wide it is, so that files and pipes always get the same bytes. */
const plainColumns = 96;
/** Longer lines of text are hard to read. */
const mostTextWidth = 120;
/** Policies in pictures; more are for the page. */
const fewCount = 4;

interface TerminalContext extends ReportContext {
  /** Name of the reference; the first policy when left out. */
  readonly reference?: string;
  /** Characters of a line; what pipes and files get when left out. */
  readonly columns?: number;
  /** Which files hold the reports, or how to get some. */
  readonly written?: string;
}

/** Everything that lines are made with. */
interface Screen extends TerminalContext {
  readonly ink: Ink;
  readonly width: number;
  readonly patterns: readonly string[];
}

/** The summary people read first: answer, table, curves, what to change. Ends with a line feed. */
export function renderTerminal(document: ResultDocument, context: TerminalContext): string {
  const shown = shownScenarios(document, context.unicode);
  const { gate, reference } = context;
  const screen: Screen = {
    ...context,
    ink: inkOf(context.color),
    width: context.columns ?? plainColumns,
    patterns: shown.patterns,
    ...(gate === undefined ? {} : { gate: shownRule(gate, shown) }),
    ...(reference === undefined ? {} : { reference: shown.nameOf(reference) }),
  };
  const sections = shown.scenarios.map((scenario, index) => [
    ...scenarioLines(scenario, screen),
    // Made of what was printed, and only then made safe: a tab is a gap there, and no control character.
    ...withGap(showStrings(printedSection(shown.renamed[index], context.verbose), context.unicode)),
    ...withGap(noteLines(scenario, screen)),
  ]);
  const partial = partialText(document);
  const head = partial === undefined ? [] : [...wrap(partial, { width: screen.width }).map(screen.ink.bad), ''];
  const lines = [...head, ...sections.flatMap((section, index) => (index === 0 ? section : ['', ...section]))];
  return `${[...lines, ...withGap(summaryLines(shown.scenarios, screen)), ...footer(screen)].join('\n')}\n`;
}

function scenarioLines(scenario: ScenarioResult, screen: Screen): string[] {
  const { ink, width, patterns } = screen;
  const textWidth = Math.min(width, mostTextWidth);
  const ran = scenario.policies.filter(hasResults);
  const reference = screen.reference ?? scenario.policies[0]?.name ?? '';
  const ordered = [...ran].sort((a, b) => placeOf(a, reference) - placeOf(b, reference));
  const standings = ordered.map((policy) => standingOf(policy, scenario));
  const candidates = withoutHindsight(standings, ({ policy }) => policy);
  const answer = answerOf(scenario, standings, reference);
  const few = fewStandings(candidates, answer.chosen);
  const inputs = inputsText(scenario);
  const robustness = robustnessText(scenario);
  const context = { scenario, ink, width };
  return [
    ...header(scenario, ordered, screen),
    ...(inputs === undefined ? [] : wrap(inputs, { width: textWidth })),
    ...[scenario.backtested ?? [], unusedRangesText(scenario) ?? [], ...uncoveredTexts(scenario)]
      .flat()
      .flatMap((text) => wrap(text, { width: textWidth })),
    '',
    ...wrap(answer.text, { width: textWidth, indent: '  ' }).map(ink.bold),
    ...(robustness === undefined ? [] : wrap(robustness, { width: textWidth, indent: '  ' })),
    ...withGap([
      ...findingLines(scenario, ink, textWidth),
      ...weakServiceLines(candidates, scenario, answer.chosen).flatMap((text) =>
        wrap(text, { width: textWidth, indent: '  ' }).map(ink.bad),
      ),
    ]),
    ...(standings.length === 0
      ? []
      : [
          '',
          ...tableLines({ ...context, standings, reference, chosen: answer.chosen }),
          ...patterns.map((pattern) => `  names in full: ${pattern}`),
          ...monthLines(scenario),
          ...verdictLines(scenario, screen),
          ...withGap(plausibleLines(candidates, scenario)),
        ]),
    ...partLines(candidates, { ...context, chosen: answer.chosen }),
    ...withGap(
      curveLines(
        few.map(({ policy }) => policy),
        { ...context, unicode: screen.unicode },
      ),
    ),
    ...withGap(whyLines(few, { ...context, width: textWidth })),
    ...withGap(lagLines(few, context)),
    ...withGap(
      thresholdLines(candidates, {
        chosen: answer.chosen,
        isAll: ran.length === scenario.policies.length,
        width: textWidth,
      }),
    ),
    ...gateLines(scenario, screen.gate, { ink, width: textWidth }),
    ...(screen.verbose ? withGap(differenceLines(scenario)) : []),
    ...(screen.verbose ? withGap(intervalLines(ordered, textWidth)) : []),
  ];
}

/** What the services do one by one, what model servers and providers do, and what calls between services do. */
function partLines(candidates: readonly Standing[], context: Parameters<typeof serviceLines>[1]): string[] {
  return [
    ...withGap(serviceLines(candidates, context)),
    ...withGap(sessionLines(candidates, context)),
    ...withGap(tokenLines(candidates, context)),
    ...withGap(providerLines(candidates, context)),
    ...withGap(consumerLines(candidates, context)),
    ...withGap(classLines(candidates, context)),
    ...withGap(callLines(candidates, { ...context, width: Math.min(context.width, mostTextWidth) })),
  ];
}

/** Those that pictures have room for: the reference, the choice or the cheapest that qualify, then the others; as in the table. */
function fewStandings(standings: readonly Standing[], chosen: string | undefined): readonly Standing[] {
  const [reference, ...others] = standings;
  const costOf = ({ policy }: Standing) => meanOf(policy, 'cost_usd') ?? 0;
  const first = others.filter(({ policy }) => policy.name === chosen);
  const cheapest = others.filter(({ qualifies }) => qualifies).sort((a, b) => costOf(a) - costOf(b));
  const few = new Set([...new Set([reference, ...first, ...cheapest.slice(0, 2), ...others])].slice(0, fewCount));
  return standings.filter((standing) => few.has(standing));
}

/** What a month is made of, below a column that says $/month. */
function monthLines(scenario: ScenarioResult): string[] {
  const { label, monthText } = moneyUnitOf(scenario);
  return monthText === undefined ? [] : [`  ${label}: ${monthText}`];
}

/** The reference first, hindsight last, the others as they were given. */
function placeOf(policy: PolicyResult, reference: string): number {
  if (policy.name === reference) return 0;
  return isHindsight(policy) ? 2 : 1;
}

function header(
  { name, duration_s, policies }: ScenarioResult,
  ran: readonly PolicyResult[],
  { wallSeconds, ink, width }: Screen,
): string[] {
  const runCount = Math.max(0, ...ran.map(({ replications }) => replications.length));
  const isClosedLoop = ran.some(({ timeline }) =>
    timeline.some(({ needed }) => needed.every((value) => value === null)),
  );
  const shared = isClosedLoop ? 'the same random numbers for all' : 'the same traffic for all';
  const parts = [
    trafficText(ran),
    `${spanText(duration_s)} simulated${runCount === 0 ? '' : ` x ${runCount} ${runCount === 1 ? 'run' : 'runs'}`}`,
    policies.length > 1 ? shared : undefined,
  ];
  const wall = wallSeconds === undefined ? '' : `   ${spanText(wallSeconds)}`;
  const text = `${name}   ${parts.filter((part) => part !== undefined).join(', ')}${wall}`;
  const [first, ...more] = wrap(text, { width });
  return [first.replace(name, ink.bold(name)), ...more];
}

function footer({ written, again, width }: Screen): string[] {
  const files = written === undefined ? [] : wrap(visibleLine(written), { width, indent: ' '.repeat(labelWidth) });
  const lines = files.map((line, index) => (index === 0 ? indented('report') + line.trimStart() : line));
  if (again === undefined) return withGap(lines);
  const [head, ...rest] = commandLines(again, width - labelWidth);
  return ['', ...lines, `${indented('again')}${head}`, ...rest.map((line) => `${' '.repeat(labelWidth)}${line}`)];
}

const labelWidth = 15;
const indented = (label: string) => `  ${label}`.padEnd(labelWidth);

/** `inputs: 4 measured, 2 guessed (startup, cpu)`; undefined when the scenario says nothing of its inputs. */
function inputsText({ assumptions }: ScenarioResult): string | undefined {
  if (assumptions.length === 0) return undefined;
  const words: Record<string, string> = { guess: 'guessed', default: 'by default' };
  const byBasis = new Map<string, string[]>();
  for (const { basis, path } of assumptions) {
    byBasis.set(basis, [...(byBasis.get(basis) ?? []), path.slice(path.lastIndexOf('.') + 1)]);
  }
  const parts = [...byBasis].map(([basis, names]) => {
    const isWeak = basis === 'guess' || basis === 'default';
    return `${names.length} ${words[basis] ?? basis}${isWeak ? ` (${names.join(', ')})` : ''}`;
  });
  return `inputs: ${parts.join(', ')}`;
}
