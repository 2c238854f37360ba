import * as Plot from '@observablehq/plot';
import type { Canvas } from './canvas.js';
import type { TimelineData, TimelineRow, View } from './timelineData.js';
import { rowGround, rowName, rowOptions, samplesInView, sampleX, sampleY, shortFill } from './timelineFrame.js';

const size = { height: 68, top: 18, bottom: 8 } as const;

/** Ready nodes of one policy, those that are ordered pale above them, and hatched the instances that wait for one. */
export function drawNodesRow(data: TimelineData, row: TimelineRow, canvas: Canvas, view: View, isFirst: boolean) {
  const top = data.nodeMax ?? 1;
  const { nodes } = row;
  const ready = nodes === undefined ? [] : samplesInView(nodes.ready, view);
  const coming = nodes === undefined ? [] : samplesInView(nodes.coming, view);
  const pending = nodes === undefined ? [] : samplesInView(nodes.pending, view);
  const bands = ready.map(([t, low], index) => ({ t, low, high: low + (coming[index]?.[1] ?? 0) }));
  const steps = { curve: 'step-after', clip: true } as const;
  return Plot.plot({
    ...rowOptions(canvas, view, size),
    y: { domain: [0, top] },
    marks: [
      ...rowGround(data, canvas, view, size),
      Plot.ruleY([0, top], { stroke: 'var(--grid)' }),
      Plot.axisY([0, top], { tickSize: 0, label: null }),
      Plot.areaY(pending, { ...steps, x: sampleX, y: sampleY, fill: shortFill }),
      Plot.areaY(bands, { ...steps, x: 't', y1: 'low', y2: 'high', fill: row.color, fillOpacity: 0.3 }),
      Plot.lineY(ready, { ...steps, x: sampleX, y: sampleY, stroke: row.color, strokeWidth: 1.8 }),
      isFirst ? rowName('nodes, ordered ones pale; hatched: instances that wait', -15) : null,
    ],
  });
}
