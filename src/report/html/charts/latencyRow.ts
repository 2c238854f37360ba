import * as Plot from '@observablehq/plot';
import type { Canvas } from './canvas.js';
import { drawSecondsRow, secondsInnerPixels } from './secondsRow.js';
import type { TimelineData, TimelineRow, View } from './timelineData.js';

/** Height of the bar on top of a spell above the SLO, pixels. */
const barHeight = 4;

/** Latency of one policy on a log scale; red while its requests were above the SLO, whatever the curve does. */
export function drawLatencyRow(data: TimelineData, row: TimelineRow, canvas: Canvas, view: View, isFirst: boolean) {
  const curve = {
    samples: row.latency,
    domain: data.latencyDomain ?? ([50, 2500] as const),
    color: row.color,
    limitMs: data.sloMs,
    limitName: 'SLO',
    name: isFirst ? `${data.latencyName} latency, seconds (log)` : undefined,
    ground: spellMarks(row, view),
  };
  return drawSecondsRow(data, curve, canvas, view);
}

/** A wash with a bar on top: seen without its colour too. */
function spellMarks({ aboveSlo }: TimelineRow, { fromSeconds, untilSeconds }: View): Plot.Markish[] {
  const spells = aboveSlo.filter(([from, until]) => until > fromSeconds && from < untilSeconds);
  const place = {
    x1: ([from]: readonly [number, number]) => Math.max(from, fromSeconds),
    x2: ([, until]: readonly [number, number]) => Math.min(until, untilSeconds),
    fill: 'var(--bad)',
  };
  return [
    Plot.rectX(spells, { ...place, fillOpacity: 0.28 }),
    Plot.rectX(spells, { ...place, insetTop: -barHeight, insetBottom: secondsInnerPixels }),
  ];
}
