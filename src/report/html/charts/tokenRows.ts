import * as Plot from '@observablehq/plot';
import type { Canvas } from './canvas.js';
import { drawSecondsRow } from './secondsRow.js';
import { drawShareRow } from './shareRow.js';
import type { TimelineData, TimelineRow, TokenSamples, TokenScale, View } from './timelineData.js';
import { rowGround, rowName, rowOptions, samplesInView, sampleX, sampleY } from './timelineFrame.js';

const size = { height: 54, top: 12, bottom: 8 } as const;

/** First tokens of one policy's model servers, their KV memory, and the prompts that wait for it. */
export function drawTokenRows(data: TimelineData, row: TimelineRow, canvas: Canvas, view: View, isFirst: boolean) {
  const { tokens, color } = row;
  const { tokenScale: scale } = data;
  if (tokens === undefined || scale === undefined) return [];
  const firstToken = {
    samples: tokens.firstToken,
    domain: scale.firstTokenDomain,
    color,
    limitMs: scale.firstTokenLimit?.ms ?? null,
    limitName: scale.firstTokenLimit?.name ?? '',
    name: isFirst ? 'p95 time to first token, seconds (log)' : undefined,
  };
  const memory = { samples: tokens.kv, color, name: isFirst ? 'KV memory held, %' : undefined };
  return [
    drawSecondsRow(data, firstToken, canvas, view),
    drawShareRow(data, memory, canvas, view),
    ...(scale.waitingMax === 0 ? [] : [drawWaitingRow(data, { tokens, scale, color, isFirst }, canvas, view)]),
  ];
}

interface WaitingRow {
  readonly tokens: TokenSamples;
  readonly scale: TokenScale;
  readonly color: string;
  readonly isFirst: boolean;
}

function drawWaitingRow(
  data: TimelineData,
  { tokens, scale: { waitingMax }, color, isFirst }: WaitingRow,
  canvas: Canvas,
  view: View,
) {
  const points = samplesInView(tokens.waiting, view);
  const place = { x: sampleX, y: sampleY, curve: 'step-after', clip: true } as const;
  return Plot.plot({
    ...rowOptions(canvas, view, size),
    y: { domain: [0, waitingMax] },
    marks: [
      ...rowGround(data, canvas, view, size),
      Plot.ruleY([0, waitingMax], { stroke: 'var(--grid)' }),
      Plot.axisY([0, waitingMax], { tickSize: 0, label: null }),
      Plot.areaY(points, { ...place, fill: color, fillOpacity: 0.3 }),
      Plot.lineY(points, { ...place, stroke: color, strokeWidth: 1.1 }),
      isFirst ? rowName('prompts that wait in the servers', -5) : null,
    ],
  });
}
