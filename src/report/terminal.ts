import { visibleLine } from '../base/visible.js';
import { comparedMeasures } from '../results/comparisons.js';
import { isHindsight } from '../results/isHindsight.js';
import { measureOf } from '../results/measures/index.js';
import type { FailedPolicy, PolicyResult, ResultDocument, ScenarioResult } from '../results/results.js';
import { hasResults } from '../results/results.js';
import { wilsonInterval } from '../stats/wilsonInterval.js';
import { commandLines } from './commandLines.js';
import { gateMisses, thresholdText } from './gateText.js';
import { withoutHindsight } from './hindsight.js';
import { moneyUnitOf } from './money.js';
import type { ReportContext } from './report.js';
import { answerOf } from './terminal/answer.js';
import { type Ink, inkOf } from './terminal/ink.js';
import { inputsText } from './terminal/inputsText.js';
import { latencyText, spanText, threeDigits } from './terminal/numbers.js';
import { printedSection } from './terminal/printedSection.js';
import { curveLines } from './terminal/sparkline.js';
import { type Standing, standingOf } from './terminal/standing.js';
import { tableLines } from './terminal/table.js';
import { differenceLines, verdictLines } from './terminal/verdictLines.js';
import { capLines, wrap } from './terminal/wrap.js';
import { trafficText } from './trafficText.js';

/** EXPERIENCE: a comparison of four policies fits 96 columns and 30 lines. */
const lineWidth = 96;
const findingLimit = 3;
const thresholdLimit = 3;

interface TerminalContext extends ReportContext {
  /** Name of the reference; the first policy when left out. */
  readonly reference?: string;
}

/** The summary people read first: answer, table, curves, thresholds. Ends with a line feed. */
export function renderTerminal(document: ResultDocument, context: TerminalContext): string {
  const shown = showStrings(document.scenarios, context.unicode);
  const sections = document.scenarios.map((original, index) => [
    ...scenarioLines(shown[index], context),
    // Made of what was printed, and only then made safe: a tab is a gap there, and no control character.
    ...withGap(showStrings(printedSection(original, context.verbose), context.unicode)),
  ]);
  const lines = sections.flatMap((section, index) => (index === 0 ? section : ['', ...section]));
  return `${[...lines, ...footer(context)].join('\n')}\n`;
}

/** Names and messages come from files: their control characters must be seen, never sent to a terminal. */
function showStrings<T>(value: T, unicode: boolean): T {
  const show = (item: unknown): unknown => {
    if (typeof item === 'string') return unicode ? visibleLine(item) : visibleLine(item).replace(/[^ -~]/g, '?');
    if (Array.isArray(item)) return typeof item[0] === 'number' ? item : item.map(show);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, show(inner)]));
  };
  // safe: strings become strings and everything else keeps its shape.
  return show(value) as T;
}

function scenarioLines(scenario: ScenarioResult, context: TerminalContext): string[] {
  const ink = inkOf(context.color);
  const ran = scenario.policies.filter(hasResults);
  const reference = context.reference ?? scenario.policies[0]?.name ?? '';
  const ordered = [...ran].sort((a, b) => placeOf(a, reference) - placeOf(b, reference));
  const candidates = withoutHindsight(ordered, (policy) => policy);
  const standings = ordered.map((policy) => standingOf(policy, scenario));
  const answer = answerOf(scenario, standings, reference);
  const inputs = inputsText(scenario);
  return [
    ...header(scenario, ordered, context, ink),
    ...(inputs === undefined ? [] : wrap(inputs, { width: lineWidth })),
    '',
    ...wrap(answer.text, { width: lineWidth, indent: '  ' }).map(ink.bold),
    ...findingLines(scenario, ink),
    ...noteLines(scenario, context),
    ...(standings.length === 0
      ? []
      : [
          '',
          ...tableLines({ scenario, standings, reference, chosen: answer.chosen, ink }),
          ...monthLines(scenario),
          ...verdictLines(scenario),
        ]),
    ...withGap(curveLines(candidates, { scenario, unicode: context.unicode, ink })),
    ...withGap(
      thresholdLines(
        withoutHindsight(standings, ({ policy }) => policy),
        answer.chosen,
        ran.length === scenario.policies.length,
      ),
    ),
    ...gateLines(scenario, context, ink),
    ...(context.verbose ? withGap(differenceLines(scenario)) : []),
    ...(context.verbose ? withGap(intervalLines(ordered)) : []),
  ];
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

function withGap(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

function header(
  { name, duration_s, policies }: ScenarioResult,
  ran: readonly PolicyResult[],
  { wallSeconds }: TerminalContext,
  ink: Ink,
): string[] {
  const runCount = Math.max(0, ...ran.map(({ replications }) => replications.length));
  const isClosedLoop = ran.some(({ timeline }) =>
    timeline.some(({ needed }) => needed.every((value) => value === null)),
  );
  const shared = isClosedLoop ? 'the same random numbers for all' : 'the same traffic for all';
  const parts = [
    trafficText(ran),
    `${spanText(duration_s)} simulated x ${runCount} ${runCount === 1 ? 'run' : 'runs'}`,
    policies.length > 1 ? shared : undefined,
  ];
  const wall = wallSeconds === undefined ? '' : `   ${spanText(wallSeconds)}`;
  const text = `${name}   ${parts.filter((part) => part !== undefined).join(', ')}${wall}`;
  const [first, ...more] = wrap(text, { width: lineWidth });
  return [first.replace(name, ink.bold(name)), ...more];
}

/** Failures and what would make a reader misjudge the table. */
function findingLines({ policies }: ScenarioResult, ink: Ink): string[] {
  const byText = new Map<string, string[]>();
  for (const policy of policies) {
    if (!hasResults(policy) || policy.findings.length === 0) continue;
    const text = policy.findings.map((finding) => finding.replace(/\.$/, '')).join('; ');
    byText.set(text, [...(byText.get(text) ?? []), policy.name]);
  }
  const findings = [...byText].map(([text, names]) => `! ${names.join(', ')}: ${text}`);
  const failures = policies.flatMap((policy) => (hasResults(policy) ? [] : [failureText(policy)]));
  const lines = [...failures, ...findings].flatMap((text) => wrap(text, { width: lineWidth, indent: '  ' }));
  // Failures are never cut: each one is a column that is missing from the table.
  const limit = Math.max(findingLimit, failures.length * 2 + 1);
  return withGap(capLines(lines, limit, (count) => `  ! ${count} more lines: see the report`).map(ink.bad));
}

/** What was done to the inputs, such as gaps of a trace that were held; how `needed` follows only for those who ask. */
function noteLines({ notes }: ScenarioResult, { verbose }: TerminalContext): string[] {
  const shown = notes.filter((note) => verbose || !/^(demand curve:|telemetry of )/.test(note));
  const lines = shown.flatMap((note) => wrap(`note: ${note}`, { width: lineWidth, indent: '  ' }));
  const limit = verbose ? lines.length : findingLimit;
  return withGap(capLines(lines, limit, (count) => `  ${count} more lines: see the report`));
}

/** The message itself goes to stderr, whole. */
function failureText({ name, failure: { kind, time_s } }: FailedPolicy): string {
  return `! ${name} failed (${kind}${time_s === null ? '' : ` at ${threeDigits(time_s)} s`}): it has no results.`;
}

/** The choice first, as the answer is about it; with each other policy the threshold it misses by most. */
function thresholdLines(standings: readonly Standing[], chosen: string | undefined, isAll: boolean): string[] {
  if (standings.every(({ policy }) => policy.thresholds.length === 0)) return [];
  const [first] = standings;
  if (standings.length > 1 && standings.every(({ failedThresholds }) => failedThresholds.length === 0)) {
    const count = first.policy.thresholds.length;
    return [
      `  thresholds   ${count === 1 ? 'the one there is is' : `all ${count} are`} kept by ${isAll ? 'every policy' : 'all that ran'}`,
    ];
  }
  const sorted = [
    ...standings.filter(({ policy }) => policy.name === chosen),
    ...standings.filter(({ policy }) => policy.name !== chosen),
  ];
  const parts = sorted.map(({ policy, failedThresholds }) => {
    const total = policy.thresholds.length;
    const [worst] = failedThresholds;
    const count = `${policy.name} ${total - failedThresholds.length} of ${total}`;
    if (worst === undefined) return count;
    return `${count}: ${thresholdText(worst)}`;
  });
  const indent = '               ';
  const lines = parts.flatMap((part) => wrap(part, { width: lineWidth, indent }));
  const packed = pack(lines, indent);
  packed[0] = `  thresholds   ${packed[0].trimStart()}`;
  return capLines(packed, thresholdLimit, (count) => `${indent}${count} more lines: see the report`);
}

/** What fails the command, so that an exit code of 99 never comes without a word. */
function gateLines(scenario: ScenarioResult, { gate }: TerminalContext, ink: Ink): string[] {
  const misses = gate === undefined ? [] : gateMisses(scenario, gate);
  if (misses.length === 0) return [];
  const indent = '               ';
  const lines = wrap(`${misses.join('; ')}: exit code 99.`, { width: lineWidth, indent });
  lines[0] = `  gate         ${lines[0].trimStart()}`;
  return capLines(lines, thresholdLimit, (count) => `${indent}${count} more lines: see the report`).map(ink.bad);
}

/** Puts short entries beside each other while they fit. */
function pack(lines: readonly string[], indent: string): string[] {
  const packed: string[] = [];
  for (const line of lines) {
    const joined = packed.length === 0 ? undefined : `${packed[packed.length - 1]}    ${line.trimStart()}`;
    if (joined !== undefined && joined.length <= lineWidth) packed[packed.length - 1] = joined;
    else packed.push(indent + line.trimStart());
  }
  return packed;
}

/** Measures with their intervals, for those who ask. */
function intervalLines(policies: readonly PolicyResult[]): string[] {
  const lines = policies.flatMap((policy) => [
    `  ${policy.name}`,
    ...comparedMeasures.flatMap((name) => {
      const measure = measureOf(name);
      const aggregate = policy.measures[name];
      if (measure === undefined || aggregate === undefined) return [];
      const { mean, low, high, n, reason, about, unanswered } = aggregate;
      const show = (value: number) => (measure.unit === 'ms' ? latencyText(value) : threeDigits(value));
      const word = about === true ? 'about ' : '';
      const range = low === high ? 'the same' : `${word}${show(low ?? 0)}..${show(high ?? 0)}`;
      const interval = low === null || high === null ? '' : `, ${range} over ${n} runs`;
      const late = unanswered === undefined ? '' : lateText(unanswered, policy.replications.length);
      return [`    ${name.padEnd(32)}${mean === null ? (reason ?? 'no data') : show(mean)}${interval}${late}`];
    }),
  ]);
  const definitionOf = (name: string) => measureOf(name)?.definition ?? '';
  const notes = [
    'Intervals (95 %) cover chance between runs, not error in the inputs; "about" where few runs make most of the spread.',
    '"better by itself": not judged; one such interval in twenty leaves out 0 by chance.',
    `flaps: ${definitionOf('scaling_reversals')}`,
    `regret_ratio: ${definitionOf('regret_ratio')}`,
    'p99 all: over all offered requests; those not answered well are infinitely late. "4.1 % fail": their share, where p99 falls among them.',
    '$/month: only where the run covers a day (the mean rate for 730 hours) or the scenario says how often it `occurs`.',
  ];
  return [...lines, '', ...notes.flatMap((note) => wrap(note, { width: lineWidth, indent: '  ' }))];
}

/** In how many runs, and where the true share of such runs lies. */
function lateText(hitCount: number, runCount: number): string {
  const { low, high } = wilsonInterval({ hitCount, runCount });
  const percent = (share: number) => (share * 100).toFixed(0);
  return ` in ${hitCount} of ${runCount} runs (${percent(low)}..${percent(high)} % of runs)`;
}

function footer({ reportPath, again }: TerminalContext): string[] {
  const report = reportPath === undefined ? [] : [`  report       ${visibleLine(reportPath)}`];
  if (again === undefined) return withGap(report);
  const joined = `${report[0] ?? ''}      again: ${again}`;
  if (report.length > 0 && joined.length <= lineWidth) return ['', joined];
  const [head, ...rest] = commandLines(again, lineWidth - 9);
  return ['', ...report, `  again: ${head}`, ...rest.map((line) => `       ${line}`)];
}
