import type { PolicyResult, ScenarioResult, Timeline } from '../../results/results.js';
import { aboveSloOf, overlaps, type Spell } from '../aboveSlo.js';
import { clockTick, startOfDay } from '../clock.js';
import { fitName, fitNames, shortNames } from '../policyNames.js';
import type { Ink } from './ink.js';
import { threeDigits } from './numbers.js';

/** Columns of a curve, and of the names before it. */
const cellCount = 60;
const labelWidth = 12;
/** More curves than this are for the page. */
const curveLimit = 4;
const unicodeLevels = '▁▂▃▄▅▆▇█';
const asciiLevels = '_.:-=+*#';
const tickSeconds = [60, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000];
/** Users wait; only instances are missing. A minute that is both says what users feel. */
const marks = {
  above: { sign: '!', text: '! = above the SLO' },
  short: { sign: '<', text: '< = fewer ready than needed' },
} as const;
type Mark = keyof typeof marks;

export interface CurveContext {
  readonly scenario: ScenarioResult;
  readonly unicode: boolean;
  readonly ink: Ink;
}

/** The worst minute of a cell: the most needed, and the fewest ready beside what was needed then. */
interface Cell {
  readonly needed: number | undefined;
  readonly ready: number;
  readonly mark: Mark | undefined;
}

/** Needed and ready instances of the run shown over time, with a mark where the SLO is missed or instances are short. Empty without timelines. */
export function curveLines(policies: readonly PolicyResult[], context: CurveContext): string[] {
  const service = busiestService(policies);
  const curves = policies.flatMap((policy) => {
    const timeline = policy.timeline.find((candidate) => candidate.service === service);
    if (timeline === undefined || timeline.ready.length === 0) return [];
    return [{ name: policy.name, timeline, cells: cellsOf(timeline, aboveSloOf(policy, context.scenario)) }];
  });
  const [first] = curves;
  if (first === undefined) return [];
  const shown = curves.slice(0, curveLimit);
  const peak = Math.max(
    1,
    ...first.cells.map(({ needed }) => needed ?? 0),
    ...shown.flatMap(({ cells }) => cells.map(({ ready }) => ready)),
  );
  const title = policies[0].timeline.length > 1 ? fitName(`of ${service}`, labelWidth - 1) : 'instances';
  const lines = [`  ${title.padEnd(labelWidth)}${axis(context.scenario)}`.trimEnd()];
  const range = first.timeline.needed.flatMap((value) => value ?? []);
  if (range.length > 0) {
    const drawn = first.cells.map(({ needed }) => levelOf(needed, peak, context)).join('');
    const [least, most] = [range.reduce((a, b) => Math.min(a, b)), range.reduce((a, b) => Math.max(a, b))];
    lines.push(`  ${'needed'.padEnd(labelWidth)}${drawn}   ${threeDigits(least)} .. ${threeDigits(most)}`);
  }
  const names = fitNames(shortNames(shown.map(({ name }) => name)), labelWidth - 1);
  for (const [index, { cells }] of shown.entries()) {
    const drawn = cells.map((cell) => cellText(cell, peak, context)).join('');
    lines.push(`  ${names[index].padEnd(labelWidth)}${drawn}`.trimEnd());
  }
  const present = (['above', 'short'] as const).filter((mark) =>
    shown.some(({ cells }) => cells.some((cell) => cell.mark === mark)),
  );
  const whose = policies[0].timeline.length > 1 ? ' (all services together)' : '';
  const key = present.map((mark) => `${marks[mark].text}${mark === 'above' ? whose : ''}`);
  if (key.length > 0) lines.push(`  ${' '.repeat(labelWidth)}${key.join('   ')}`);
  return lines;
}

function cellText({ mark, ready }: Cell, peak: number, context: CurveContext): string {
  if (mark === undefined) return levelOf(ready, peak, context);
  const { sign } = marks[mark];
  return mark === 'above' ? context.ink.bad(sign) : sign;
}

function levelOf(value: number | undefined, peak: number, { unicode }: CurveContext): string {
  const levels = unicode ? unicodeLevels : asciiLevels;
  if (value === undefined || value <= 0) return ' ';
  return levels[Math.min(levels.length, Math.max(1, Math.ceil((value / peak) * levels.length))) - 1];
}

/** The service that needs most: with several, one picture is all a terminal has room for. */
function busiestService(policies: readonly PolicyResult[]): string | undefined {
  const peakOf = ({ needed, ready }: Timeline) =>
    needed.reduce<number>((peak, value) => Math.max(peak, value ?? 0), 0) ||
    ready.reduce((peak, value) => Math.max(peak, value), 0);
  const timelines = policies.flatMap(({ timeline }) => timeline);
  return [...timelines].sort((a, b) => peakOf(b) - peakOf(a))[0]?.service;
}

/** A cell stands for its worst step: what is averaged over a quarter of an hour hides the minutes that hurt. */
function cellsOf({ step_s, needed, ready }: Timeline, aboveSlo: readonly Spell[]): Cell[] {
  return Array.from({ length: cellCount }, (_, cell): Cell => {
    const from = Math.floor((cell * ready.length) / cellCount);
    const until = Math.max(from + 1, Math.floor(((cell + 1) * ready.length) / cellCount));
    const steps = Array.from({ length: until - from }, (_, index) => from + index);
    const spare = (step: number) => ready[step] - (needed[step] ?? 0);
    const worst = steps.reduce((a, b) => (spare(b) < spare(a) ? b : a));
    const needs = steps.flatMap((step) => needed[step] ?? []);
    const isShort = needed[worst] !== null && spare(worst) < 0;
    const isAbove = overlaps(aboveSlo, from * step_s, until * step_s);
    return {
      needed: needs.length === 0 ? undefined : needs.reduce((a, b) => Math.max(a, b)),
      ready: ready[worst],
      mark: isAbove ? 'above' : isShort ? 'short' : undefined,
    };
  });
}

/** Round times since the begin, or round times of the clock where the run has one. */
function axis({ duration_s: durationSeconds, start }: ScenarioResult): string {
  const step = tickSeconds.find((seconds) => durationSeconds / seconds <= 6.5) ?? durationSeconds;
  let line = '';
  const offset = startOfDay(start);
  for (let seconds = Math.ceil(offset / step) * step - offset; seconds <= durationSeconds; seconds += step) {
    const column = Math.round((seconds / durationSeconds) * cellCount);
    line = `${line.padEnd(column)}${start === undefined ? tickText(seconds, step) : clockTick(seconds, start)}`;
  }
  return line;
}

function tickText(seconds: number, step: number): string {
  if (step >= 86_400) return `${seconds / 86_400}d`;
  return step >= 3600 ? `${seconds / 3600}h` : `${seconds / 60}m`;
}
