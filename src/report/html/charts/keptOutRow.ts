import * as Plot from '@observablehq/plot';
import type { Canvas } from './canvas.js';
import { labelsWithRoom } from './spanLabels.js';
import type { KeptOutKind, KeptOutSpan, TimelineData, TimelineRow, View } from './timelineData.js';
import { rowGround, rowName, rowOptions, timelineMargin } from './timelineFrame.js';

/** A line holds a label and, under it, its bars. */
const laneHeight = 25;
const barHeight = 7;
const top = 16;
const bottom = 8;
/** A breaker that was open for seconds of a day is still seen. */
const leastPixels = 1.5;

/** `breakers, half-open pale; ejections`: the spans themselves say whose. */
function nameOf(kinds: readonly KeptOutKind[]): string {
  const breakers = kinds.some((kind) => kind === 'breaker' || kind === 'instanceBreakers')
    ? ['breakers, half-open pale']
    : [];
  const ejections = kinds.includes('ejected') ? ['ejections'] : [];
  const cooldowns = kinds.includes('cooling') ? ['cooldowns'] : [];
  const rollouts = kinds.includes('rolledBack') ? ['rollouts that went back'] : [];
  return [...breakers, ...ejections, ...cooldowns, ...rollouts].join('; ');
}

/** When tries were kept from the service (its breaker) or from instances of it, a line for each way; half-open is pale. */
export function drawKeptOutRow(data: TimelineData, row: TimelineRow, canvas: Canvas, view: View, isFirst: boolean) {
  const kinds = data.keptOutKinds ?? [];
  const size = { height: top + laneHeight * kinds.length + bottom, top, bottom };
  return Plot.plot({
    ...rowOptions(canvas, view, size),
    y: { domain: [laneHeight * kinds.length, 0], axis: null },
    marks: [
      ...rowGround(data, canvas, view, size),
      ...kinds.flatMap((kind, lane) => {
        const spans = row.keptOut?.find((one) => one.kind === kind)?.spans ?? [];
        return laneMarks(spans, { laneTop: lane * laneHeight, color: row.color, width: canvas.width, view });
      }),
      isFirst ? rowName(nameOf(kinds), -13) : null,
    ],
  });
}

interface Lane {
  readonly laneTop: number;
  readonly color: string;
  readonly width: number;
  readonly view: View;
}

interface Bar {
  readonly x1: number;
  readonly x2: number;
  readonly isPale: boolean;
  readonly label: string;
}

/** Where tries were kept out, pale where only half-open; parts that touch are one, since seams would be seen. */
function barsOf(spans: readonly KeptOutSpan[], { fromSeconds, untilSeconds }: View, leastSeconds: number): Bar[] {
  const bars: Bar[] = [];
  for (const { label, parts } of spans) {
    for (const [from, until, out] of parts) {
      if (until < fromSeconds || from > untilSeconds) continue;
      const last = bars.at(-1);
      const isPale = out === 0;
      const goesOn = last?.isPale === isPale && last.label === label && last.x2 >= from;
      const x2 = Math.min(Math.max(until, from + leastSeconds), untilSeconds);
      if (goesOn) bars[bars.length - 1] = { ...last, x2 };
      else bars.push({ x1: Math.max(from, fromSeconds), x2, isPale, label });
    }
  }
  return bars;
}

function laneMarks(spans: readonly KeptOutSpan[], { laneTop, color, width, view }: Lane): Plot.Markish[] {
  const pixels = width - timelineMargin.left - timelineMargin.right;
  const bars = barsOf(spans, view, (leastPixels * (view.untilSeconds - view.fromSeconds)) / pixels);
  const place = { x1: 'x1', x2: 'x2', y1: laneTop + laneHeight - barHeight, y2: laneTop + laneHeight, title: 'label' };
  return [
    Plot.rect(
      bars.filter(({ isPale }) => isPale),
      { ...place, fill: color, fillOpacity: 0.35 },
    ),
    Plot.rect(
      bars.filter(({ isPale }) => !isPale),
      { ...place, fill: color, fillOpacity: 0.9 },
    ),
    ...labelsWithRoom(spans, width, view).map(({ seconds, text, textAnchor }) =>
      Plot.text([seconds], {
        x: (center: number) => center,
        y: laneTop + (laneHeight - barHeight) / 2 + 1,
        text: () => text,
        textAnchor,
        fill: 'var(--ink2)',
        fontSize: 11.5,
      }),
    ),
  ];
}
