import * as Plot from '@observablehq/plot';
import type { Canvas } from './canvas.js';
import { logTicks } from './logTicks.js';
import type { TimelineData, TimelineRow, View } from './timelineData.js';
import { rowGround, rowOptions, samplesInView, sampleX, sampleY } from './timelineFrame.js';

const size = { height: 66, top: 8, bottom: 8 } as const;

/** p95 latency of one policy on a log scale, red above the SLO. */
export function drawLatencyRow(data: TimelineData, row: TimelineRow, canvas: Canvas, view: View, isFirst: boolean) {
  const domain = data.p95Domain ?? [50, 2500];
  const clamp = (value: number) => Math.min(Math.max(value, domain[0]), domain[1]);
  const points = samplesInView(row.p95, view).map(([t, value]) => [t, clamp(value)] as const);
  const { sloMs } = data;
  // Below fifteen pixels apart the ticks collide.
  const ticks = logTicks(domain[0], domain[1], domain[1] / domain[0] < 60 ? 4 : 3);
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
      ...(sloMs === null
        ? []
        : [
            Plot.areaY(points, {
              x: sampleX,
              y1: sloMs,
              y2: ([, value]: readonly [number, number]) => Math.max(value, sloMs),
              fill: 'var(--bad)',
              fillOpacity: 0.62,
              clip: true,
            }),
            Plot.ruleY([sloMs], { stroke: 'var(--bad)', strokeDasharray: '3 2' }),
          ]),
      Plot.lineY(points, { x: sampleX, y: sampleY, stroke: row.color, strokeWidth: 1.4, clip: true }),
      ...(isFirst ? names(data) : []),
    ],
  });
}

function names({ sloMs, p95Domain }: TimelineData): Plot.Markish[] {
  const options = { textAnchor: 'start', dx: 5, fontSize: 11.5, stroke: 'var(--bg)', strokeWidth: 3 } as const;
  return [
    Plot.text(['p95 latency, seconds (log)'], {
      ...options,
      frameAnchor: 'top-left',
      text: (text: string) => text,
      dy: -6,
      fill: 'var(--ink3)',
    }),
    sloMs === null
      ? null
      : Plot.text([`SLO ${Number((sloMs / 1000).toPrecision(3))} s`], {
          ...options,
          frameAnchor: 'left',
          y: sloMs,
          text: (text: string) => text,
          // Near the top the row's own name stands above the line.
          dy: sloMs * 3 > (p95Domain?.[1] ?? 2500) ? 8 : -7,
          fill: 'var(--bad)',
        }),
  ];
}
