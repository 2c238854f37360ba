import * as Plot from '@observablehq/plot';
import { formatDuration } from '../../format.js';
import { type Canvas, compactNumber, textWidth } from './canvas.js';
import { labelsWithRoom } from './spanLabels.js';
import { timeTicks } from './ticks.js';
import type { TimelineData, TimelineFault, View } from './timelineData.js';
import {
  rowGround,
  rowOptions,
  samplesInView,
  sampleX,
  sampleY,
  timelineMargin,
  timeTickCount,
} from './timelineFrame.js';

const size = { height: 88, top: 26, bottom: 4 } as const;

/** Room above the curve for the names of faults. */
const roomForFaults = 1.45;

/** The offered rate, with the axis of time on top. */
export function drawTrafficRow(data: TimelineData, canvas: Canvas, view: View) {
  const points = samplesInView(data.rate, view);
  const peak = Math.max(0, ...data.rate.values.map((value) => value ?? 0));
  const { ticks: allTicks, format } = timeTicks(
    view.fromSeconds,
    view.untilSeconds,
    timeTickCount(canvas.width),
    data.start,
  );
  // A label at the end of the axis must not run off the picture.
  const inner = canvas.width - timelineMargin.left - timelineMargin.right;
  const ticks = allTicks.filter((tick) => {
    const pixel = ((tick - view.fromSeconds) / (view.untilSeconds - view.fromSeconds)) * inner;
    return pixel + textWidth(format(tick)) / 2 <= inner + timelineMargin.right;
  });
  const top = Math.max(peak, 1e-6) * (data.faults.length > 0 ? roomForFaults : 1.1);
  const step = roundStep(peak / 2.2);
  const rates = peak === 0 ? [0] : [0, step, 2 * step].filter((rate) => rate <= top);
  return Plot.plot({
    ...rowOptions(canvas, view, size),
    y: { domain: [0, top] },
    marks: [
      ...rowGround(data, canvas, view, { ...size, top: 0 }),
      Plot.areaY(points, { x: sampleX, y: sampleY, fill: 'var(--ink)', fillOpacity: 0.13, clip: true }),
      Plot.lineY(points, { x: sampleX, y: sampleY, stroke: 'var(--ink2)', strokeWidth: 1.2, clip: true }),
      Plot.axisX(ticks, { anchor: 'top', tickFormat: format, tickSize: 0, label: null, tickPadding: 6 }),
      Plot.axisY(rates, { tickFormat: compactNumber, tickSize: 0, label: null }),
      peak === 0 ? noTraffic() : null,
      ...faultLabels(data.faults, canvas.width, view),
    ],
  });
}

/** An empty picture would look like a broken one. */
function noTraffic(): Plot.Markish {
  return Plot.text(['no request arrives in this run'], {
    frameAnchor: 'middle',
    text: (text: string) => text,
    fill: 'var(--ink2)',
  });
}

/** 1, 2, 3 or 5 times a power of ten, at most `value`. */
function roundStep(value: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(value, 1e-6)));
  return [5, 3, 2, 1].map((digit) => digit * size).find((step) => step <= value * 1.0001) ?? size;
}

/** Names of the faults that have room, with how long they last. */
function faultLabels(faults: readonly TimelineFault[], width: number, view: View): Plot.Markish[] {
  const named = faults.map((fault) => {
    const { fromSeconds, untilSeconds, label } = fault;
    const isInstant = untilSeconds <= fromSeconds;
    return { ...fault, label: isInstant ? label : `${label}, ${formatDuration(untilSeconds - fromSeconds)}` };
  });
  return labelsWithRoom(named, width, view).map(({ seconds, text, textAnchor }) =>
    Plot.text([seconds], {
      x: (center: number) => center,
      frameAnchor: 'top',
      text: () => text,
      textAnchor,
      dy: 4,
      fill: 'var(--faultText)',
      fontSize: 11.5,
    }),
  );
}
