import * as Plot from '@observablehq/plot';
import type { Canvas } from './canvas.js';
import { logTicks } from './ticks.js';
import type { Samples, TimelineData, View } from './timelineData.js';
import { rowGround, rowName, rowOptions, samplesInView, sampleX, sampleY } from './timelineFrame.js';

const size = { height: 66, top: 8, bottom: 8 } as const;

export const secondsInnerPixels = size.height - size.top - size.bottom;

/** One time of one policy over the run. */
interface Curve {
  /** Milliseconds. */
  readonly samples: Samples;
  readonly domain: readonly [number, number];
  readonly color: string;
  readonly limitMs: number | null;
  /** What the line of the limit is called: `SLO`. */
  readonly limitName: string;
  /** What the row shows; undefined where a row above says it. */
  readonly name: string | undefined;
  /** What lies beneath the curve. */
  readonly ground?: readonly Plot.Markish[];
}

/** A time on a log scale, in seconds, with its limit. */
export function drawSecondsRow(data: TimelineData, curve: Curve, canvas: Canvas, view: View) {
  const { samples, domain, color, limitMs, name, ground = [] } = curve;
  const clamp = (value: number) => Math.min(Math.max(value, domain[0]), domain[1]);
  const points = samplesInView(samples, view).map(([t, value]) => [t, clamp(value)] as const);
  // Below fifteen pixels apart the ticks collide.
  const ticks = logTicks(domain, { pixels: secondsInnerPixels, apart: 15 });
  const unit = (ms: number) => (ms === ticks.at(-1) ? ' s' : '');
  return Plot.plot({
    ...rowOptions(canvas, view, size),
    y: { type: 'log', domain: [...domain] },
    marks: [
      ...rowGround(data, canvas, view, size),
      Plot.axisY(ticks, {
        text: (ms: number) => `${Number((ms / 1000).toPrecision(2))}${unit(ms)}`,
        tickSize: 0,
        label: null,
      }),
      ...ground,
      ...(limitMs === null ? [] : [Plot.ruleY([limitMs], { stroke: 'var(--bad)', strokeDasharray: '3 2' })]),
      Plot.lineY(points, { x: sampleX, y: sampleY, stroke: color, strokeWidth: 1.4, clip: true }),
      ...(name === undefined ? [] : [rowName(name, -6), limitMark(curve)]),
    ],
  });
}

function pixelsBelowTop(milliseconds: number, [low, high]: readonly [number, number]): number {
  return (Math.log(high / milliseconds) / Math.log(high / low)) * secondsInnerPixels;
}

function limitMark({ limitMs, limitName, domain }: Curve): Plot.Markish {
  if (limitMs === null) return null;
  return Plot.text([`${limitName} ${Number((limitMs / 1000).toPrecision(3))} s`], {
    textAnchor: 'start',
    dx: 5,
    fontSize: 11.5,
    stroke: 'var(--bg)',
    strokeWidth: 3,
    frameAnchor: 'left',
    y: limitMs,
    text: (text: string) => text,
    // Near the top the row's own name stands above the line.
    dy: pixelsBelowTop(limitMs, domain) < 16 ? 8 : -7,
    fill: 'var(--bad)',
  });
}
