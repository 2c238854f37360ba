import * as Plot from '@observablehq/plot';
import { baseOptions, compactNumber, marginsOf } from '../html/charts/canvas.js';
import { linearTicks, timeTicks } from '../html/charts/ticks.js';
import { timeTickCount } from '../html/charts/timelineFrame.js';
const height = 210;
const margin = { top: 20, right: 74, bottom: 24, left: 44 };
/** More points than pixels say nothing. */
const mostPoints = 1500;
/** Names at the right end stand at least this far apart, pixels. */
const namePixels = 15;
/** What was recorded in ink, what is simulated in a hue over the band of its runs; both named at their ends. */
export function drawOverlay({ curve, stretch, start, }, canvas) {
    const points = pointsOf(curve, stretch.to_s);
    const most = points.reduce((top, { real, high }) => Math.max(top, real || 0, high || 0), 0) || 1;
    const { ticks, format } = timeTicks(stretch.from_s, stretch.to_s, timeTickCount(canvas.width), start);
    const steps = { x: 'at', curve: 'step-after' };
    return Plot.plot({
        ...baseOptions(canvas),
        height,
        ...marginsOf(margin),
        x: { domain: [stretch.from_s, stretch.to_s] },
        y: { domain: [0, most * 1.05] },
        marks: [
            Plot.ruleX(ticks, { stroke: 'var(--grid)' }),
            Plot.ruleY(linearTicks(0, most, 4), { stroke: 'var(--grid)' }),
            Plot.axisX(ticks, { tickFormat: format, tickSize: 0, label: null }),
            Plot.axisY(linearTicks(0, most, 4), { tickFormat: compactNumber, tickSize: 0, label: null }),
            Plot.areaY(points, { ...steps, y1: 'low', y2: 'high', fill: 'var(--p4)', fillOpacity: 0.18 }),
            Plot.lineY(points, { ...steps, y: 'simulated', stroke: 'var(--p4)', strokeWidth: 1.6 }),
            Plot.lineY(points, { ...steps, y: 'real', stroke: 'var(--ink)', strokeWidth: 1.6 }),
            ...nameMarks(points, most * 1.05),
        ],
    });
}
/** Thinned to what a picture shows; the last value holds to the end. */
function pointsOf({ seconds, real, simulated, low, high }, endSeconds) {
    const stride = Math.max(1, Math.ceil(seconds.length / mostPoints));
    const points = seconds.flatMap((at, index) => {
        if (index % stride !== 0)
            return [];
        const of = (values) => values[index] ?? Number.NaN;
        return [{ at, real: of(real), simulated: of(simulated), low: of(low), high: of(high) }];
    });
    const last = points.at(-1);
    return last === undefined || last.at >= endSeconds ? points : [...points, { ...last, at: endSeconds }];
}
/** `real` and `simulated` where their lines end, moved apart where they end together. */
function nameMarks(points, top) {
    const last = (key) => points.findLast((point) => !Number.isNaN(point[key]))?.[key] ?? 0;
    const [real, simulated] = [last('real'), last('simulated')];
    const pixels = ((simulated - real) / top) * (height - margin.top - margin.bottom);
    const apart = Math.max(0, namePixels - Math.abs(pixels)) / 2;
    const side = pixels < 0 ? -1 : 1;
    const label = (text, y, dy, fill) => Plot.text([text], {
        frameAnchor: 'right',
        y: () => y,
        text: (one) => one,
        textAnchor: 'start',
        dx: 8,
        dy,
        fill,
        fontWeight: 600,
    });
    return [label('real', real, side * apart, 'var(--ink)'), label('simulated', simulated, -side * apart, 'var(--p4)')];
}
