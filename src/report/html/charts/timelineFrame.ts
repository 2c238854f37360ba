import * as Plot from '@observablehq/plot';
import { baseOptions, type Canvas } from './canvas.js';
import { timeTicks } from './ticks.js';
import type { Samples, TimelineData, View } from './timelineData.js';

/** Left and right of every row of the timeline: one scale of time serves all. */
export const timelineMargin = { left: 38, right: 20 } as const;

/** Fewer ready than needed: a pattern of the page (`hatchHtml`), since red means that users waited. */
export const shortFill = 'url(#short)';

/** The pattern itself, once a page. */
export const hatchHtml =
  '<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs><pattern id="short" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--ink)" fill-opacity=".1"/><path d="M0,0V5" stroke="var(--ink)" stroke-width="2.4"/></pattern></defs></svg>';

/** How many times fit on the axis of this width. */
export function timeTickCount(width: number): number {
  return Math.max(3, Math.floor(width / 95));
}

/** Height and margins of a row, pixels. */
interface RowSize {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
}

/** Options of a row: shared scale of time, no axis of its own. */
export function rowOptions(canvas: Canvas, view: View, size: RowSize) {
  return {
    ...baseOptions(canvas),
    height: size.height,
    marginTop: size.top,
    marginBottom: size.bottom,
    marginLeft: timelineMargin.left,
    marginRight: timelineMargin.right,
    x: { domain: [view.fromSeconds, view.untilSeconds], axis: null },
  } as const;
}

/** Fault bands that bridge the gaps between the rows, and the lines of the time axis. */
export function rowGround(data: TimelineData, canvas: Canvas, view: View, size: RowSize): Plot.Markish[] {
  const { ticks } = timeTicks(view.fromSeconds, view.untilSeconds, timeTickCount(canvas.width), data.start);
  const faults = data.faults
    .filter(({ fromSeconds, untilSeconds }) => untilSeconds >= view.fromSeconds && fromSeconds <= view.untilSeconds)
    .map((fault) => ({
      ...fault,
      fromSeconds: Math.max(fault.fromSeconds, view.fromSeconds),
      untilSeconds: Math.min(fault.untilSeconds, view.untilSeconds),
    }));
  const lasting = faults.filter(({ fromSeconds, untilSeconds }) => untilSeconds > fromSeconds);
  const instant = faults.filter(({ fromSeconds, untilSeconds }) => untilSeconds <= fromSeconds);
  return [
    Plot.rectX(lasting, {
      x1: 'fromSeconds',
      x2: 'untilSeconds',
      insetTop: -size.top,
      // Three pixels more cross the hairline to the row below.
      insetBottom: -size.bottom - 3,
      fill: 'var(--fault)',
      title: 'label',
    }),
    Plot.ruleX(instant, { x: 'fromSeconds', stroke: 'var(--faultText)', strokeDasharray: '2 2', title: 'label' }),
    Plot.ruleX(ticks, { stroke: 'var(--grid)' }),
  ];
}

/** What a row shows, above its left end; only the first policy's row says it. */
export function rowName(name: string, dy: number): Plot.Markish {
  return Plot.text([name], {
    frameAnchor: 'top-left',
    text: (text: string) => text,
    dx: 5,
    dy,
    fontSize: 11.5,
    stroke: 'var(--bg)',
    strokeWidth: 3,
    fill: 'var(--ink3)',
  });
}

/** Samples in view with one more at each side, so that lines run to the frame; [seconds, value]. */
export function samplesInView({ stepSeconds, values }: Samples, view: View): (readonly [number, number])[] {
  const first = Math.max(0, Math.floor(view.fromSeconds / stepSeconds) - 1);
  const last = Math.min(values.length - 1, Math.ceil(view.untilSeconds / stepSeconds) + 1);
  const points: (readonly [number, number])[] = [];
  for (let step = first; step <= last; step++) {
    // NaN breaks the line where there is no value.
    points.push([step * stepSeconds, values[step] ?? Number.NaN]);
  }
  return points;
}

export const sampleX = ([seconds]: readonly [number, number]) => seconds;
export const sampleY = ([, value]: readonly [number, number]) => value;
