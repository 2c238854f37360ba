import type { PolicyResult, Timeline } from '../../results/results.js';
import type { Ink } from './ink.js';
import { threeDigits } from './numbers.js';
import { shortName } from './table.js';

/** Columns of a curve, and of the names before it. */
const cellCount = 60;
const labelWidth = 12;
/** More curves than this are for the page. */
const curveLimit = 4;
const unicodeLevels = '▁▂▃▄▅▆▇█';
const asciiLevels = '_.:-=+*#';
const tickSeconds = [60, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000];

export interface CurveContext {
  readonly durationSeconds: number;
  readonly unicode: boolean;
  readonly ink: Ink;
}

/** Needed and ready instances over time; `!` where users wait because fewer are ready than needed. Empty without timelines. */
export function curveLines(policies: readonly PolicyResult[], context: CurveContext): string[] {
  const service = busiestService(policies);
  const curves = policies.flatMap(({ name, timeline }) => {
    const one = timeline.find((candidate) => candidate.service === service);
    return one === undefined ? [] : [{ name, timeline: one }];
  });
  if (curves.length === 0) return [];
  const needed = cellsOf(curves[0].timeline, curves[0].timeline.needed);
  const hasNeeded = needed.some((value) => value !== undefined);
  const shown = curves
    .slice(0, curveLimit)
    .map(({ name, timeline }) => ({ name, ready: cellsOf(timeline, timeline.ready) }));
  const peak = Math.max(
    1,
    ...needed.map((value) => value ?? 0),
    ...shown.flatMap(({ ready }) => ready.map((value) => value ?? 0)),
  );
  const draw = (cells: readonly (number | undefined)[]) => cells.map((value) => levelOf(value, peak, context)).join('');
  const title = policies[0].timeline.length > 1 ? shortName(`of ${service}`, labelWidth - 1) : 'instances';
  const lines = [`  ${title.padEnd(labelWidth)}${axis(context.durationSeconds)}`.trimEnd()];
  const range = needed.flatMap((value) => value ?? []);
  if (hasNeeded) {
    const text = `   ${threeDigits(Math.round(Math.min(...range)))} .. ${threeDigits(Math.round(Math.max(...range)))}`;
    lines.push(`  ${'needed'.padEnd(labelWidth)}${draw(needed)}${text}`);
  }
  const waiting = shown.map(({ ready }) => ready.map((value, cell) => waits(value, needed[cell])));
  const explained = waiting.findIndex((cells) => cells.includes(true));
  for (const [index, { name, ready }] of shown.entries()) {
    const drawn = ready
      .map((value, cell) => (waiting[index][cell] ? context.ink.bad('!') : levelOf(value, peak, context)))
      .join('');
    const note = index === explained ? '   ! = users wait' : '';
    lines.push(`  ${shortName(name, labelWidth - 1).padEnd(labelWidth)}${drawn}${note}`.trimEnd());
  }
  return lines;
}

/** Rounding of a cell's mean must not make one instance too few. */
function waits(ready: number | undefined, needed: number | undefined): boolean {
  return ready !== undefined && needed !== undefined && ready < needed - 0.5;
}

function levelOf(value: number | undefined, peak: number, { unicode }: CurveContext): string {
  const levels = unicode ? unicodeLevels : asciiLevels;
  if (value === undefined || value <= 0) return ' ';
  return levels[Math.min(levels.length, Math.max(1, Math.ceil((value / peak) * levels.length))) - 1];
}

/** The service that needs most: with several, one picture is all a terminal has room for. */
function busiestService(policies: readonly PolicyResult[]): string | undefined {
  const peakOf = ({ needed, ready }: Timeline) =>
    Math.max(0, ...needed.map((value) => value ?? 0)) || ready.reduce((peak, value) => Math.max(peak, value), 0);
  const timelines = policies.flatMap(({ timeline }) => timeline);
  return [...timelines].sort((a, b) => peakOf(b) - peakOf(a))[0]?.service;
}

/** Means of a curve over the columns of the picture; undefined where it has no values. */
function cellsOf({ ready }: Timeline, curve: readonly (number | null)[]): (number | undefined)[] {
  const stepCount = ready.length;
  return Array.from({ length: cellCount }, (_, cell) => {
    const from = Math.floor((cell * stepCount) / cellCount);
    const to = Math.max(from + 1, Math.floor(((cell + 1) * stepCount) / cellCount));
    const values = curve.slice(from, to).flatMap((value) => value ?? []);
    return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
  });
}

function axis(durationSeconds: number): string {
  const step = tickSeconds.find((seconds) => durationSeconds / seconds <= 6.5) ?? durationSeconds;
  let line = '';
  for (let seconds = 0; seconds <= durationSeconds; seconds += step) {
    const column = Math.round((seconds / durationSeconds) * cellCount);
    line = `${line.padEnd(column)}${tickText(seconds, step)}`;
  }
  return line;
}

function tickText(seconds: number, step: number): string {
  if (step >= 86_400) return `${seconds / 86_400}d`;
  return step >= 3600 ? `${seconds / 3600}h` : `${seconds / 60}m`;
}
