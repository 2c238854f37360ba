import * as Plot from '@observablehq/plot';
import type { Canvas } from './canvas.js';
import type { Samples, TimelineData, View } from './timelineData.js';
import { rowGround, rowName, rowOptions, samplesInView, sampleX, sampleY } from './timelineFrame.js';

const size = { height: 54, top: 12, bottom: 8 } as const;

/** How much of something that is limited one policy's ready instances use. */
interface Share {
  /** 0..1 */
  readonly samples: Samples;
  readonly color: string;
  /** What the row shows; undefined where a row above says it. */
  readonly name: string | undefined;
}

/** A share over the run, 0 to 100 %. */
export function drawShareRow(data: TimelineData, { samples, color, name }: Share, canvas: Canvas, view: View) {
  const points = samplesInView(samples, view).map(([t, value]) => [t, Math.min(1, Math.max(0, value))] as const);
  return Plot.plot({
    ...rowOptions(canvas, view, size),
    y: { domain: [0, 1] },
    marks: [
      ...rowGround(data, canvas, view, size),
      Plot.ruleY([0, 0.5, 1], { stroke: 'var(--grid)' }),
      Plot.axisY([0, 1], { tickFormat: (share: number) => `${share * 100}`, tickSize: 0, label: null }),
      Plot.areaY(points, { x: sampleX, y: sampleY, fill: color, fillOpacity: 0.1, clip: true }),
      Plot.lineY(points, { x: sampleX, y: sampleY, stroke: color, strokeWidth: 1.1, clip: true }),
      name === undefined ? null : rowName(name, 6),
    ],
  });
}
