import * as Plot from '@observablehq/plot';
import type { Canvas } from './canvas.js';
import { logTicks } from './logTicks.js';
import type { TimelineData, TimelineRow, View } from './timelineData.js';
import { rowGround, rowOptions, sampleX, sampleY, samplesInView } from './timelineFrame.js';

/** p95 latency of one policy on a log scale, red above the SLO. */
export function drawLatencyRow(data: TimelineData, row: TimelineRow, canvas: Canvas, view: View, isFirst: boolean) {
  const domain = data.p95Domain ?? [50, 2500];
  const clamp = (value: number) => Math.min(Math.max(value, domain[0]), domain[1]);
  const points = samplesInView(row.p95, view).map(([t, value]) => [t, clamp(value)] as const);
  const { sloMs } = data;
  const ticks = logTicks(domain[0], domain[1], 3);
  const unit = (ms: number) => (ms === ticks.at(-1) ? ' s' : '');
  return Plot.plot({
    ...rowOptions(canvas, view, { height: 66, top: 8, bottom: 8 }),
    y: { type: 'log', domain: [...domain] },
    marks: [
      ...rowGround(data, canvas, view),
      Plot.axisY(ticks, { tickFormat: (ms: number) => `${Number((ms / 1000).toPrecision(2))}${unit(ms)}`, tickSize: 0, label: null }),
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
      ...(isFirst ? names(sloMs) : []),
    ],
  });
}

function names(sloMs: number | null): Plot.Markish[] {
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
          dy: -7,
          fill: 'var(--bad)',
        }),
  ];
}
