import * as Plot from '@observablehq/plot';
import { formatPercent } from '../../format.js';
import type { Canvas } from './canvas.js';
import type { Failures, TimelineData, TimelineRow, View } from './timelineData.js';
import { rowGround, rowName, rowOptions } from './timelineFrame.js';

const size = { height: 50, top: 12, bottom: 8 } as const;

/** How requests fail, from the bottom up, each fainter than the one below it. */
export const failureKinds = [
  { key: 'failed', text: 'failed', opacity: 0.95 },
  { key: 'rejected', text: 'rejected (shed)', opacity: 0.55 },
  { key: 'rateLimited', text: 'rate-limited', opacity: 0.4 },
  { key: 'timedOut', text: 'timed out or gave up', opacity: 0.25 },
] as const;

interface Band {
  readonly t: number;
  readonly low: number;
  readonly high: number;
}

/** Share of one policy's requests that failed, were rejected or timed out, on the scale of all policies. */
export function drawFailureRow(data: TimelineData, row: TimelineRow, canvas: Canvas, view: View, isFirst: boolean) {
  const top = data.failureMax ?? 1;
  const bands = row.failures === null ? [] : bandsInView(row.failures, view);
  return Plot.plot({
    ...rowOptions(canvas, view, size),
    y: { domain: [0, top] },
    marks: [
      ...rowGround(data, canvas, view, size),
      Plot.ruleY([0, top], { stroke: 'var(--grid)' }),
      Plot.axisY([0, top], {
        tickFormat: (share: number) => (share === 0 ? '0' : formatPercent(share * 100).replace(/\.0/, '')),
        tickSize: 0,
        label: null,
      }),
      ...bands.map(({ opacity, points }) =>
        Plot.areaY(points, {
          x: 't',
          y1: 'low',
          y2: 'high',
          curve: 'step-after',
          fill: row.color,
          fillOpacity: opacity,
          clip: true,
        }),
      ),
      isFirst ? rowName('requests not answered well', -5) : null,
    ],
  });
}

function bandsInView(failures: Failures, { fromSeconds, untilSeconds }: View) {
  const { stepSeconds } = failures;
  const length = Math.max(...failureKinds.map(({ key }) => failures[key].length));
  const first = Math.max(0, Math.floor(fromSeconds / stepSeconds) - 1);
  const last = Math.min(length, Math.ceil(untilSeconds / stepSeconds) + 1);
  const below = new Array<number>(Math.max(0, last - first)).fill(0);
  return failureKinds.flatMap(({ key, opacity }) => {
    const shares = failures[key];
    if (shares.length === 0) return [];
    const points = below.map((low, index): Band => {
      const high = low + (shares[first + index] ?? 0);
      below[index] = high;
      return { t: (first + index) * stepSeconds, low, high };
    });
    const end = points.at(-1);
    if (end === undefined) return [];
    const changes = points.filter(({ low, high }, index) => {
      const before = points[index - 1];
      return before === undefined || before.low !== low || before.high !== high;
    });
    // The last step has its width too.
    return [{ opacity, points: [...changes, { ...end, t: end.t + stepSeconds }] }];
  });
}
