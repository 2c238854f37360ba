import * as Plot from '@observablehq/plot';
import { formatUsd } from '../../format.js';
import { barEnds } from './barEnds.js';
import { baseOptions, type Canvas, compactNumber, fitTexts, textWidth } from './canvas.js';
import { markClass } from './policyMarks.js';
import { linearTicks } from './ticks.js';

/** One policy's bill. */
export interface CostBar {
  readonly name: string;
  /** Of the policy in the scenario. */
  readonly place: number;
  readonly color: string;
  readonly segments: readonly { readonly key: string; readonly label: string; readonly usd: number }[];
  /** `$12.74 ±0.16`. */
  readonly total: string;
}

export interface CostSplitData {
  /** Empty for all services together. */
  readonly service: string;
  readonly bars: readonly CostBar[];
  readonly hindsight: { readonly usd: number; readonly text: string } | null;
}

const rowPixels = 36;
const margin = { top: 26, bottom: 34 };
interface Segment {
  readonly name: string;
  readonly key: string;
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** What each policy's money was paid for; the bars begin at nothing. */
export function drawCostSplit({ bars, hindsight }: CostSplitData, canvas: Canvas) {
  const left = canvas.width < 600 ? Math.min(112, canvas.width * 0.3) : 168;
  const right = Math.max(...bars.map(({ total }) => textWidth(total, { bold: true }))) + 14;
  const totals = bars.map(({ segments }) => segments.reduce((sum, { usd }) => sum + usd, 0));
  const top = Math.max(...totals, hindsight?.usd ?? 0);
  const usdPerPixel = top / (canvas.width - left - right);
  const widest = textWidth(tickText(top)) + 18;
  const ticks = linearTicks(0, top, Math.max(2, Math.floor((canvas.width - left - right) / widest)));
  return Plot.plot({
    ...baseOptions(canvas),
    height: margin.top + margin.bottom + rowPixels * bars.length,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    marginLeft: left,
    marginRight: right,
    x: { domain: [0, top] },
    y: { domain: bars.map(({ name }) => name), axis: null, padding: 0.32 },
    marks: [
      Plot.axisX(ticks, { tickFormat: tickText, tickSize: 0, label: null }),
      Plot.gridX(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
      ...hindsightMarks(hindsight, { usdPerPixel, width: canvas.width - left - right }),
      ...barMarks(bars, { totals, usdPerPixel, left }),
    ],
  });
}

function tickText(usd: number): string {
  return `$${usd < 10_000 ? Number(usd.toPrecision(4)) : compactNumber(usd)}`;
}

interface BarPlace {
  readonly totals: readonly number[];
  readonly usdPerPixel: number;
  readonly left: number;
}

function barMarks(bars: readonly CostBar[], { totals, usdPerPixel, left }: BarPlace): Plot.Markish[] {
  const names = fitTexts(
    bars.map(({ name }) => name),
    left - 8,
    { bold: true },
  );
  return bars.flatMap((bar, index) =>
    marksOfBar(bar, { total: totals[index], shown: names[index], usdPerPixel, left }),
  );
}

interface OneBar {
  readonly total: number;
  readonly shown: string;
  readonly usdPerPixel: number;
  readonly left: number;
}

function marksOfBar(bar: CostBar, { total, shown, usdPerPixel, left }: OneBar): Plot.Markish[] {
  const segments = segmentsOf(bar);
  const className = markClass(bar.place);
  const isRoomy = ({ from, to }: Segment) => (to - from) / usdPerPixel > textWidth(formatUsd(to - from)) + 6;
  return [
    Plot.barX(segments, {
      className,
      y: 'name',
      x1: 'from',
      x2: 'to',
      fill: ({ key }: Segment) => `var(--${key})`,
      title: 'title',
    }),
    Plot.text(segments.filter(isRoomy), {
      className,
      y: 'name',
      x: ({ from, to }: Segment) => (from + to) / 2,
      text: ({ from, to }: Segment) => formatUsd(to - from),
      fill: ({ key }: Segment) => `var(--on-${key})`,
    }),
    ...barEnds(bar, { className, end: total, shown, left }),
  ];
}

function segmentsOf({ name, segments }: CostBar): Segment[] {
  let from = 0;
  return segments.map(({ key, label, usd }) => {
    const segment = { name, key, title: `${name}, ${label}: ${formatUsd(usd)}`, from, to: from + usd };
    from = segment.to;
    return segment;
  });
}

/** Behind the bars, so that it shows in the gaps; its name on top, inside the frame. */
function hindsightMarks(
  hindsight: CostSplitData['hindsight'],
  { usdPerPixel, width }: { usdPerPixel: number; width: number },
) {
  if (hindsight === null) return [];
  const half = textWidth(hindsight.text) / 2;
  const pixel = hindsight.usd / usdPerPixel;
  const textAnchor = pixel < half ? 'start' : pixel > width - half ? 'end' : 'middle';
  return [
    Plot.ruleX([hindsight.usd], { stroke: 'var(--ink2)', strokeDasharray: '3 3' }),
    Plot.text([hindsight.usd], {
      x: (usd: number) => usd,
      frameAnchor: 'top',
      text: () => hindsight.text,
      textAnchor,
      dy: -12,
      fill: 'var(--ink2)',
    }),
  ];
}
