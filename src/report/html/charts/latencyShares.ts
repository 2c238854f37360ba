import * as Plot from '@observablehq/plot';
import { barEnds } from './barEnds.js';
import { baseOptions, type Canvas, fitTexts, marginsOf, textWidth } from './canvas.js';
import { markClass } from './policyMarks.js';

/** Where the latency of one policy's requests went. */
export interface SharesBar {
  readonly name: string;
  readonly place: number;
  readonly color: string;
  /** In the order of the graph; none that is nothing. */
  readonly parts: readonly { readonly service: string; readonly share: number; readonly text: string }[];
  /** The mean of all of it. */
  readonly total: string;
}

export interface LatencySharesData {
  readonly bars: readonly SharesBar[];
}

interface Part {
  readonly bar: string;
  readonly service: string;
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly percent: string;
  readonly isLargest: boolean;
}

const rowPixels = 40;
const margin = { top: 4, bottom: 4 };

/** One bar a policy, all equally long: which service the requests spent their time in. */
export function drawLatencyShares({ bars }: LatencySharesData, canvas: Canvas) {
  const hasNames = bars.length > 1;
  const left = hasNames ? Math.min(168, canvas.width * 0.28) : 0;
  const right = Math.max(...bars.map(({ total }) => textWidth(total, { bold: true }))) + 12;
  const inner = canvas.width - left - right;
  const names = fitTexts(
    bars.map(({ name }) => name),
    left - 8,
    { bold: true },
  );
  return Plot.plot({
    ...baseOptions(canvas),
    ...marginsOf({ ...margin, left, right }),
    height: margin.top + margin.bottom + rowPixels * bars.length,
    x: { domain: [0, 1], axis: null },
    y: { domain: bars.map(({ name }) => name), axis: null, padding: 0.22 },
    marks: bars.flatMap((bar, index) => marksOf(bar, { inner, left, shown: hasNames ? names[index] : '' })),
  });
}

interface Row {
  readonly inner: number;
  readonly left: number;
  readonly shown: string;
}

function marksOf(bar: SharesBar, { inner, left, shown }: Row): Plot.Markish[] {
  const parts = partsOf(bar);
  const className = markClass(bar.place);
  const pixels = ({ from, to }: Part) => (to - from) * inner - 12;
  const labelled = parts.flatMap((part) => {
    const [service] = fitTexts([part.service], pixels(part) - textWidth(` ${part.percent}`));
    const words = `${service} ${part.percent}`;
    if (textWidth(words) <= pixels(part)) return [{ ...part, words }];
    return textWidth(part.percent) <= pixels(part) ? [{ ...part, words: part.percent }] : [];
  });
  const text = { className, y: 'bar', fill: 'var(--ink)' } as const;
  return [
    Plot.barX(parts, {
      className,
      y: 'bar',
      x1: 'from',
      x2: 'to',
      fill: ({ isLargest }: Part) => (isLargest ? 'var(--useful)' : 'var(--idle)'),
      insetLeft: 0.5,
      insetRight: 0.5,
      title: 'title',
    }),
    Plot.text(labelled, {
      ...text,
      x: 'from',
      dx: 6,
      textAnchor: 'start',
      text: 'words',
      fill: ({ isLargest }: Part) => (isLargest ? 'var(--on-useful)' : 'var(--on-idle)'),
    }),
    ...barEnds(bar, { className, end: 1, shown, left }),
  ];
}

function partsOf({ name, parts }: SharesBar): Part[] {
  const largest = Math.max(...parts.map(({ share }) => share));
  let from = 0;
  return parts.map(({ service, share, text }) => {
    const part = {
      bar: name,
      service,
      from,
      to: from + share,
      title: `${name}, ${service}: ${text}`,
      percent: text.split(',')[0],
      isLargest: share === largest,
    };
    from = part.to;
    return part;
  });
}
