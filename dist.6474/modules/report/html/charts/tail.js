import * as Plot from '@observablehq/plot';
import { baseOptions, fitTexts, marginsOf, textWidth } from './canvas.js';
import { leaderOf, placeLabels } from './placeLabels.js';
import { leaderMark, markClass, symbolOptions } from './policyMarks.js';
import { logTicks } from './ticks.js';
const height = 290;
const margin = { top: 26, right: 14, bottom: 40, left: 44 };
const leastShare = 8e-4;
const quantiles = [
    { share: 0.5, text: 'p50' },
    { share: 0.1, text: 'p90' },
    { share: 0.01, text: 'p99' },
    { share: 0.001, text: 'p99.9' },
];
const pointX = ([milliseconds]) => milliseconds;
const pointY = ([, share]) => share;
/** Share of requests slower than each latency, both axes log: how bad is the tail? */
export function drawTail({ curves, sloMs, allowed }, canvas) {
    const domain = domainOf(curves, sloMs);
    return Plot.plot({
        ...baseOptions(canvas),
        height,
        ...marginsOf(margin),
        x: { type: 'log', domain: [...domain] },
        y: { type: 'log', domain: [leastShare, 1] },
        marks: [
            Plot.ruleY(quantiles, { y: 'share', stroke: 'var(--grid)' }),
            ...limitMarks(sloMs, allowed),
            Plot.axisX(logTicks(domain, { pixels: canvas.width - margin.left - margin.right, apart: 44 }), {
                text: (ms) => (ms < 1000 ? `${ms}` : `${Number((ms / 1000).toPrecision(3))} s`),
                label: 'latency from intended arrival (ms, log)',
                labelAnchor: 'right',
                labelArrow: 'none',
                labelOffset: 36,
            }),
            Plot.axisY(quantiles.map(({ share }) => share), {
                text: (share) => quantiles.find((one) => one.share === share)?.text ?? '',
                tickSize: 0,
                label: '↑ share of requests slower (log)',
                labelAnchor: 'top',
                labelArrow: 'none',
            }),
            ...curves.map(({ points, color, place }) => Plot.line(points, {
                className: markClass(place),
                x: pointX,
                y: pointY,
                stroke: color,
                strokeWidth: 2,
                clip: true,
            })),
            ...crossingMarks({ curves, sloMs, allowed }, pixelsOf(domain, canvas.width)),
        ],
    });
}
function domainOf(curves, sloMs) {
    // Left of where almost everything is slower there is nothing to see.
    const starts = curves.map(({ points }) => points.find(([, share]) => share < 0.97)?.[0] ?? Number.POSITIVE_INFINITY);
    const ends = curves.flatMap(({ points }) => points
        .filter(([, share]) => share >= leastShare)
        .slice(-1)
        .map(pointX));
    const marks = sloMs === null ? [] : [sloMs];
    const low = Math.min(...starts.filter(Number.isFinite), ...marks.map((ms) => ms / 2));
    const high = Math.max(...ends, ...marks.map((ms) => ms * 2));
    return Number.isFinite(low) && low > 0 && high > low ? [low / 1.1, high * 1.1] : [1, 1000];
}
function limitMarks(sloMs, allowed) {
    if (sloMs === null)
        return [];
    const rule = { stroke: 'var(--bad)', strokeDasharray: '3 2' };
    return [
        Plot.ruleX([sloMs], rule),
        allowed === null || allowed < leastShare ? null : Plot.ruleY([allowed], rule),
        Plot.text([sloMs], {
            x: (ms) => ms,
            y: 1,
            text: (ms) => `SLO ${ms < 1000 ? `${ms} ms` : `${ms / 1000} s`}`,
            textAnchor: 'start',
            dx: 5,
            dy: 8,
            fill: 'var(--bad)',
            stroke: 'var(--bg)',
            strokeWidth: 3,
        }),
    ];
}
function pixelsOf([low, high], width) {
    const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
    return {
        width,
        x: (milliseconds) => margin.left + (Math.log(milliseconds / low) / Math.log(high / low)) * inner.width,
        y: (share) => margin.top + (Math.log(share) / Math.log(leastShare)) * inner.height,
    };
}
/** Symbol and share where each curve crosses the SLO, the slowest first, beside lines rather than on them. */
function crossingMarks({ curves, sloMs, allowed }, pixels) {
    if (sloMs === null)
        return [];
    const crossing = curves
        .flatMap((curve) => (curve.atSlo === null ? [] : [{ ...curve, share: Math.max(curve.atSlo, leastShare) }]))
        .sort((a, b) => b.share - a.share);
    const names = fitTexts(crossing.map(({ name }) => name), pixels.width * 0.36, { bold: true });
    const labels = crossing.map((one, index) => ({ ...one, text: `${names[index]} ${one.shareText}` }));
    const requests = labels.map(({ share, text }) => ({
        anchorX: pixels.x(sloMs),
        anchorY: pixels.y(Math.min(1, share)),
        width: textWidth(text, { bold: true }) + 4,
        height: 14,
    }));
    const frame = {
        x: margin.left,
        y: margin.top,
        width: pixels.width - margin.left,
        height: height - margin.top - margin.bottom,
    };
    const obstacles = [...curves.flatMap((curve) => curveBoxes(curve, pixels)), ...limitBoxes(sloMs, allowed, pixels)];
    const texts = [{ x: pixels.x(sloMs), y: margin.top, width: 70, height: 16 }];
    const boxes = placeLabels(requests, { obstacles, texts, frame });
    return boxes.flatMap((box, index) => crossingMark(labels[index], { request: requests[index], box, sloMs }));
}
function crossingMark(one, { request, box, sloMs }) {
    const className = markClass(one.place);
    const at = { className, x: () => sloMs, y: 'share' };
    const symbol = one.share === leastShare
        ? null
        : Plot.dot([one], { ...at, title: ({ text }) => text, ...symbolOptions(one, 4) });
    if (box === undefined)
        return [symbol];
    const { anchorX, anchorY } = request;
    return [
        leaderMark(leaderOf(request, box), { className, color: one.color, from: [anchorX, anchorY] }),
        symbol,
        Plot.text([one], {
            ...at,
            text: 'text',
            dx: box.x + box.width / 2 - anchorX,
            dy: box.y + box.height / 2 - anchorY,
            fill: one.color,
            fontWeight: 600,
            fontSize: 11.5,
            stroke: 'var(--bg)',
            strokeWidth: 3,
        }),
    ];
}
/** Pixels between two places of a curve that labels keep away from. */
const stridePixels = 4;
function curveBoxes({ points }, pixels) {
    const size = stridePixels + 1;
    return points.slice(1).flatMap((point, index) => {
        const [from, to] = [points[index], point].map(([ms, share]) => ({ x: pixels.x(ms), y: pixels.y(share) }));
        // Below the frame nothing is drawn, and a bound on the steps follows from the frame's size.
        if (from.y > height || to.x < margin.left)
            return [];
        const steps = Math.min(200, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / stridePixels));
        return Array.from({ length: steps }, (_, step) => ({
            x: from.x + ((to.x - from.x) * step) / steps - size / 2,
            y: from.y + ((to.y - from.y) * step) / steps - size / 2,
            width: size,
            height: size,
        }));
    });
}
/** The dashed lines and the name of the SLO. */
function limitBoxes(sloMs, allowed, pixels) {
    const x = pixels.x(sloMs);
    const inner = height - margin.top - margin.bottom;
    const across = allowed === null || allowed < leastShare
        ? []
        : [{ x: margin.left, y: pixels.y(allowed) - 1, width: pixels.width - margin.left, height: 2 }];
    return [{ x: x - 1, y: margin.top, width: 2, height: inner }, ...across];
}
