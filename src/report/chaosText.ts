import { parseDuration } from '../base/duration.js';
import { visibleLine } from '../base/visible.js';
import type {
  ChaosFault,
  ChaosFigure,
  ChaosFound,
  ChaosKind,
  ChaosResult,
  ChaosSchedule,
} from '../results/chaosResult.js';
import { commandLines } from './commandLines.js';
import { counted, listOf } from './format.js';
import { fitNames } from './policyNames.js';
import { sloGoalText } from './sloText.js';
import { type Column, gridLines, gridWidth } from './terminal/grid.js';
import { inkOf } from './terminal/ink.js';
import { percentText, spanText, threeDigits } from './terminal/numbers.js';
import { wrap } from './terminal/wrap.js';

interface TextContext {
  readonly color: boolean;
  readonly columns?: number | undefined;
  /** More of the worst schedules. */
  readonly verbose: boolean;
}

/** Columns of the table of schedules: of their numbers, of what stands beside a policy's name, and a name is never cut to less. */
const numberWidth = 7;
const besideName = 12;
const leastName = 8;
/** Schedules that are shown without `verbose`. */
const fewSchedules = 3;

/** What `chaos` found: the answer, what to paste, what replays it, what was tried. */
export function chaosText(result: ChaosResult, { color, columns = 80, verbose }: TextContext): string {
  const { scenario, found, unfaulted, worst } = result;
  const ink = inkOf(color);
  const width = Math.min(columns, 100);
  const indented = (text: string) => wrap(visibleLine(text), { width, indent: '  ' });
  const shown = worst.slice(0, verbose ? undefined : fewSchedules);
  const lines = [
    ...wrap(visibleLine(`${scenario.name}   chaos: ${listOf(unfaulted.map(({ policy }) => policy))}`), { width }),
    ...facts([['must hold', mustText(result)]], width),
    '',
    ...answer(result).flatMap((text, index) => indented(text).map((line) => (index === 0 ? ink.bold(line) : line))),
    ...(found === null ? [] : foundLines(found, result, width)),
    ...(shown.length === 0 ? [] : ['', ...scheduleLines(shown, result, width, color)]),
    '',
    ...facts(triedFacts(result), width),
  ];
  return `${lines.join('\n')}\n`;
}

function mustText({ must, must_of_scenario: isOfScenario, scenario }: ChaosResult): string {
  if (isOfScenario && scenario.slo !== null) return `the SLO: ${sloGoalText(scenario.slo)}`;
  return must.map(({ metric, expression }) => `${metric} ${expression}`).join(' and ');
}

/** The sentences of the answer, the first one the result. */
function answer(result: ChaosResult): string[] {
  const { found, unfaulted, tried } = result;
  const missing = unfaulted.filter(({ meets }) => !meets);
  const already = missing.map((figure) =>
    figure.failure === undefined
      ? `${figure.policy} misses it without faults: ${figureText(figure, result)}. Schedules are ranked by what they add.`
      : `${figure.policy} fails without faults: ${figure.failure.message}`,
  );
  if (found === null) {
    if (tried.schedules === 0) return already;
    const nothing = missing.length === unfaulted.length ? 'Nothing made it worse' : 'Nothing broke it';
    return [
      `${nothing} in ${counted(tried.schedules, 'schedule')}.`,
      'That is no proof: other faults, other times and larger ones were not tried.',
      ...already,
    ];
  }
  const own = figureOf(found.policies, found.policy);
  const without = figureOf(unfaulted, found.policy);
  const many = found.faults.length === 1 ? 'one fault' : `${found.faults.length} faults`;
  const verb = own?.failure === undefined ? (without?.meets === false ? 'gets worse' : 'breaks') : 'fails';
  return [
    `${found.policy} ${verb} under ${many}: ${figureText(own, result)}.`,
    ...(without?.meets === true ? [`Without faults: ${figureText(without, result)}.`] : already),
    ...(without?.meets === true ? already : []),
  ];
}

function figureOf(figures: readonly ChaosFigure[], policy: string): ChaosFigure | undefined {
  return figures.find((figure) => figure.policy === policy);
}

/** `88.1 % good, 8.9 points below the objective` */
function figureText(figure: ChaosFigure | undefined, { must_of_scenario: isSlo }: ChaosResult): string {
  if (figure === undefined) return 'no data';
  const { failure, loss, must } = figure;
  if (failure !== undefined) return failure.message;
  if (isSlo) {
    const [{ value, reason }] = must;
    if (value === null || loss === null) return reason ?? 'no data';
    return `${percentText(value)} % good, ${pointsText(loss)}`;
  }
  return must
    .map(({ metric, expression, value, reason, ok }) => {
      const shown = value === null ? (reason ?? 'no data') : threeDigits(value);
      return `${metric} ${expression} at ${shown}${ok ? '' : ', missed'}`;
    })
    .join('; ');
}

function pointsText(loss: number): string {
  return loss > 0 ? `${threeDigits(loss)} points below the objective` : `${threeDigits(-loss)} points to spare`;
}

/** The parts, the stanza, the commands. */
function foundLines(found: ChaosFound, result: ChaosResult, width: number): string[] {
  const { without, fresh, stanza, replay, replay_unpasted: unpasted, policy } = found;
  const indented = (text: string) => wrap(visibleLine(text), { width, indent: '  ' });
  const others = found.policies.filter((figure) => figure.policy !== policy);
  return [
    ...without.flatMap(({ left_out: fault, figure }) =>
      indented(`Without the ${faultName(fault)}: ${figureText(figure, result)}.`),
    ),
    ...others.flatMap((figure) => indented(`${figure.policy} under the same: ${figureText(figure, result)}.`)),
    ...indented(`In ${counted(result.runs.per_schedule, 'fresh run')}: ${figureText(fresh, result)}.`),
    '',
    ...stanza.trimEnd().split('\n').map(visibleLine),
    '',
    ...indented(shrunkText(found, result)),
    `  Paste it over the scenario's \`faults\`, and replay it:`,
    ...commandLines(visibleLine(replay), width),
    '  Or as the file is:',
    ...commandLines(visibleLine(unpasted), width),
  ];
}

/** How far the shrinking came. */
function shrunkText({ from, minimal }: ChaosFound, { runs }: ChaosResult): string {
  if (minimal) return `Shrunk from schedule ${from}: no part of it breaks it, and no fault does one step smaller.`;
  if (runs.shrinking > 0) return `Shrunk from schedule ${from}; the budget ended it, smaller ones may do.`;
  return `Schedule ${from} as it was drawn: the budget left no run to shrink it, smaller ones may do.`;
}

function faultName({ kind, service, at }: ChaosFault): string {
  const seconds = parseDuration(String(at));
  const when = seconds === undefined ? String(at) : spanText(seconds);
  return `${kind}${service === undefined ? '' : ` of ${service}`} at ${when}`;
}

function scheduleLines(shown: readonly ChaosSchedule[], result: ChaosResult, width: number, color: boolean): string[] {
  const isSlo = result.must_of_scenario;
  const unit = isSlo ? 'good %' : 'loss %';
  const policies = result.unfaulted.map(({ policy }) => policy);
  const room = Math.floor((width - numberWidth) / policies.length) - besideName;
  const names = fitNames(policies.map(visibleLine), Math.max(leastName, room));
  const columns = policies.map((policy, index): Column => {
    const figures = shown.map((schedule) => figureOf(schedule.policies, policy));
    return {
      head: `${names[index]} ${unit}`,
      cells: figures.map((figure) => cellText(figure, isSlo)),
      marks: figures.map((figure) => figure?.meets),
    };
  });
  const numbers = { head: 'worst', cells: shown.map(({ number }) => String(number)) };
  const [head, ...rows] = gridLines([numbers, ...columns], inkOf(color));
  const isWide = gridWidth([numbers, ...columns]) + 2 > width;
  return [
    isWide ? `  worst  ${unit}` : `  ${head.trimEnd()}`,
    ...rows.flatMap((row, index) => [
      ...(isWide
        ? wrap(rowText(shown[index].number, names, columns, index), { width, indent: '  ' })
        : [`  ${row.trimEnd()}`]),
      ...wrap(visibleLine(shown[index].faults.map(faultText).join('; ')), { width, indent: '         ' }),
    ]),
  ];
}

/** A row of a table that is too wide for one: `12: target-cpu 91.2 x, predictive 99.1 ok` */
function rowText(number: number, names: readonly string[], columns: readonly Column[], row: number): string {
  const parts = columns.map(({ cells, marks }, index) => {
    const mark = marks?.[row];
    return `${names[index]} ${cells[row]}${mark === undefined ? '' : mark ? ' ok' : ' x'}`;
  });
  return `${number}: ${parts.join(', ')}`;
}

function cellText(figure: ChaosFigure | undefined, isSlo: boolean): string {
  if (figure === undefined) return '-';
  if (figure.failure !== undefined) return 'failed';
  if (!isSlo) return figure.loss === null ? 'no data' : threeDigits(figure.loss);
  const { value } = figure.must[0];
  return value === null ? 'no data' : percentText(value);
}

/** `slow of web at 5m for 2m fraction 0.25 factor 3` */
function faultText(fault: ChaosFault): string {
  const { kind: _kind, service: _service, at: _at, ...sizes } = fault;
  return [faultName(fault), ...Object.entries(sizes).map(([key, value]) => `${key} ${value}`)].join(' ');
}

function triedFacts({ tried, limits, runs, scenario }: ChaosResult): [string, string][] {
  const { from_s: from, until_s: until, most_faults: most, kinds } = limits;
  const used = runs.unfaulted + runs.drawn + runs.shrinking + runs.final;
  const own = scenario.own_faults;
  return [
    [
      'tried',
      `${counted(tried.schedules, 'schedule')} of 1 to ${most} faults, ${tried.broke} broke it${tried.not_run === 0 ? '' : `, ${tried.not_run} outgrew the limits of a run`}; kinds in so many: ${kinds.map(({ kind, schedules }) => `${kind} ${schedules}`).join(', ')}`,
    ],
    ['limits', `begin ${spanText(from)} to ${spanText(until)}; ${kindLimits(kinds)}`],
    ...(own === 0
      ? []
      : ([['own', `${counted(own, 'fault')} of the scenario ${own === 1 ? 'stays' : 'stay'}`]] as [string, string][])),
    [
      'runs',
      `${used} of ${runs.budget}: ${runs.unfaulted} without faults, ${runs.drawn} of drawn schedules, ${runs.shrinking} to shrink, ${runs.final} for the last look; ${runs.per_schedule} each, seed ${scenario.seed}`,
    ],
    ['note', 'what was not drawn was not tried, and the worst of many is partly luck: read the fresh runs'],
  ];
}

/** `for 10s..5m, fraction 0.05..0.5`, each key once where all kinds agree. */
function kindLimits(kinds: readonly ChaosKind[]): string {
  const ranges = new Map<string, Map<string, string[]>>();
  for (const { kind, sizes } of kinds) {
    for (const [key, [first, last]] of Object.entries(sizes)) {
      const range = `${first}..${last}`;
      const of = ranges.get(key) ?? new Map<string, string[]>();
      of.set(range, [...(of.get(range) ?? []), kind]);
      ranges.set(key, of);
    }
  }
  return [...ranges]
    .flatMap(([key, of]) =>
      [...of].map(([range, names]) => `${key} ${range}${of.size === 1 ? '' : ` (${names.join(', ')})`}`),
    )
    .join(', ');
}

function facts(pairs: readonly (readonly [string, string])[], width: number): string[] {
  return pairs.flatMap(([name, text]) =>
    wrap(visibleLine(text), { width, indent: ' '.repeat(12) }).map((line, index) =>
      index === 0 ? `${name.padEnd(12)}${line.trimStart()}` : line,
    ),
  );
}
