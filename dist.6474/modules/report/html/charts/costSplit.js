import * as Plot from '@observablehq/plot';
import { formatUsd } from '../../format.js';
import { baseOptions, compactNumber, fitTexts, textWidth } from './canvas.js';
import { markClass } from './policyMarks.js';
import { linearTicks } from './ticks.js';
const rowPixels = 36;
const margin = { top: 26, bottom: 34 };
/** What each policy's money was paid for; the bars begin at nothing. */
export function drawCostSplit({ bars, hindsight }, canvas) {
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
function tickText(usd) {
    return `$${usd < 10_000 ? Number(usd.toPrecision(4)) : compactNumber(usd)}`;
}
function barMarks(bars, { totals, usdPerPixel, left }) {
    const names = fitTexts(bars.map(({ name }) => name), left - 8, { bold: true });
    return bars.flatMap((bar, index) => marksOfBar(bar, { total: totals[index], shown: names[index], usdPerPixel, left }));
}
function marksOfBar(bar, { total, shown, usdPerPixel, left }) {
    const segments = segmentsOf(bar);
    const className = markClass(bar.place);
    const isRoomy = ({ from, to }) => (to - from) / usdPerPixel > textWidth(formatUsd(to - from)) + 6;
    return [
        Plot.barX(segments, {
            className,
            y: 'name',
            x1: 'from',
            x2: 'to',
            fill: ({ key }) => `var(--${key})`,
            title: 'title',
        }),
        Plot.text(segments.filter(isRoomy), {
            className,
            y: 'name',
            x: ({ from, to }) => (from + to) / 2,
            text: ({ from, to }) => formatUsd(to - from),
            fill: ({ key }) => `var(--on-${key})`,
        }),
        Plot.text([bar], {
            className,
            y: 'name',
            x: () => total,
            text: 'total',
            textAnchor: 'start',
            dx: 6,
            fill: 'var(--ink)',
            fontWeight: 600,
        }),
        Plot.text([bar], {
            className,
            y: 'name',
            x: () => 0,
            text: () => shown,
            title: 'name',
            textAnchor: 'start',
            dx: -left,
            fill: 'color',
            fontWeight: 600,
        }),
    ];
}
function segmentsOf({ name, segments }) {
    let from = 0;
    return segments.map(({ key, label, usd }) => {
        const segment = { name, key, title: `${name}, ${label}: ${formatUsd(usd)}`, from, to: from + usd };
        from = segment.to;
        return segment;
    });
}
/** Behind the bars, so that it shows in the gaps; its name on top, inside the frame. */
function hindsightMarks(hindsight, { usdPerPixel, width }) {
    if (hindsight === null)
        return [];
    const half = textWidth(hindsight.text) / 2;
    const pixel = hindsight.usd / usdPerPixel;
    const textAnchor = pixel < half ? 'start' : pixel > width - half ? 'end' : 'middle';
    return [
        Plot.ruleX([hindsight.usd], { stroke: 'var(--ink2)', strokeDasharray: '3 3' }),
        Plot.text([hindsight.usd], {
            x: (usd) => usd,
            frameAnchor: 'top',
            text: () => hindsight.text,
            textAnchor,
            dy: -12,
            fill: 'var(--ink2)',
        }),
    ];
}
