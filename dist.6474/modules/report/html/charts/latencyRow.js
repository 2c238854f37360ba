import * as Plot from '@observablehq/plot';
import { logTicks } from './ticks.js';
import { rowGround, rowOptions, samplesInView, sampleX, sampleY } from './timelineFrame.js';
const size = { height: 66, top: 8, bottom: 8 };
const innerPixels = size.height - size.top - size.bottom;
/** Height of the bar on top of a spell above the SLO, pixels. */
const barHeight = 4;
/** Latency of one policy on a log scale; red while its requests were above the SLO, whatever the curve does. */
export function drawLatencyRow(data, row, canvas, view, isFirst) {
    const domain = data.latencyDomain ?? [50, 2500];
    const clamp = (value) => Math.min(Math.max(value, domain[0]), domain[1]);
    const points = samplesInView(row.latency, view).map(([t, value]) => [t, clamp(value)]);
    const { sloMs } = data;
    // Below fifteen pixels apart the ticks collide.
    const ticks = logTicks(domain, { pixels: innerPixels, apart: 15 });
    const unit = (ms) => (ms === ticks.at(-1) ? ' s' : '');
    return Plot.plot({
        ...rowOptions(canvas, view, size),
        y: { type: 'log', domain: [...domain] },
        marks: [
            ...rowGround(data, canvas, view, size),
            Plot.axisY(ticks, {
                text: (ms) => `${Number((ms / 1000).toPrecision(2))}${unit(ms)}`,
                tickSize: 0,
                label: null,
            }),
            ...spellMarks(row, view),
            ...(sloMs === null ? [] : [Plot.ruleY([sloMs], { stroke: 'var(--bad)', strokeDasharray: '3 2' })]),
            Plot.lineY(points, { x: sampleX, y: sampleY, stroke: row.color, strokeWidth: 1.4, clip: true }),
            ...(isFirst ? names(data) : []),
        ],
    });
}
/** A wash with a bar on top: seen without its colour too. */
function spellMarks({ aboveSlo }, { fromSeconds, untilSeconds }) {
    const spells = aboveSlo.filter(([from, until]) => until > fromSeconds && from < untilSeconds);
    const place = {
        x1: ([from]) => Math.max(from, fromSeconds),
        x2: ([, until]) => Math.min(until, untilSeconds),
        fill: 'var(--bad)',
    };
    return [
        Plot.rectX(spells, { ...place, fillOpacity: 0.28 }),
        Plot.rectX(spells, { ...place, insetTop: -barHeight, insetBottom: innerPixels }),
    ];
}
function pixelsBelowTop(milliseconds, [low, high]) {
    return (Math.log(high / milliseconds) / Math.log(high / low)) * innerPixels;
}
function names({ sloMs, latencyName, latencyDomain }) {
    const options = { textAnchor: 'start', dx: 5, fontSize: 11.5, stroke: 'var(--bg)', strokeWidth: 3 };
    return [
        Plot.text([`${latencyName} latency, seconds (log)`], {
            ...options,
            frameAnchor: 'top-left',
            text: (text) => text,
            dy: -6,
            fill: 'var(--ink3)',
        }),
        sloMs === null
            ? null
            : Plot.text([`SLO ${Number((sloMs / 1000).toPrecision(3))} s`], {
                ...options,
                frameAnchor: 'left',
                y: sloMs,
                text: (text) => text,
                // Near the top the row's own name stands above the line.
                dy: pixelsBelowTop(sloMs, latencyDomain ?? [50, 2500]) < 16 ? 8 : -7,
                fill: 'var(--bad)',
            }),
    ];
}
