import * as Plot from '@observablehq/plot';
import { baseOptions, compactNumber, fitTexts, marginsOf, textWidth } from './canvas.js';
import { leaderOf, placeLabels } from './placeLabels.js';
import { leaderMark, markClass, symbolOptions } from './policyMarks.js';
import { linearTicks, logTicks } from './ticks.js';
const height = 330;
const margin = { top: 26, right: 16, bottom: 42, left: 52 };
const inner = { height: height - margin.top - margin.bottom };
/** Cost against p99 of all requests: is anything cheaper at the same latency? */
export function drawTradeOff(data, canvas) {
    const frame = frameOf(withShortNames(data, canvas.width), canvas.width);
    return Plot.plot({
        ...baseOptions(canvas),
        height,
        ...marginsOf(margin),
        x: { domain: [...frame.x] },
        y: { domain: [...frame.y], type: 'log' },
        marks: [...groundMarks(data, frame), ...pointMarks(data), ...labelMarks(withShortNames(data, canvas.width), frame)],
    });
}
/** More points than this have no room for the numbers under their names; the scoreboard has them. */
const detailsMax = 6;
/** Labels take at most this share of the width. */
const labelShare = 0.42;
/** The names as the labels write them. */
function withShortNames(data, width) {
    const names = data.points.map(({ name }) => name);
    const fitted = fitTexts(names, width * labelShare, { bold: true });
    const hasDetails = data.points.length <= detailsMax;
    const points = data.points.map((point, index) => ({
        ...point,
        name: fitted[index],
        detail: hasDetails ? point.detail : '',
    }));
    return { ...data, points };
}
function frameOf({ points, limit, hindsight }, width) {
    const costs = [
        ...points.flatMap(({ costLow, costHigh, replications }) => [costLow, costHigh, ...replications.map(([c]) => c)]),
        ...(hindsight === null ? [] : [hindsight.cost]),
    ];
    const latencies = [
        ...points.flatMap(({ latencyLow, latencyHigh, replications }) => [
            latencyLow,
            latencyHigh,
            ...replications.map(([, latency]) => latency),
        ]),
        ...(limit === null ? [] : [limit.latency]),
    ];
    const [costMin, costMax] = [Math.min(...costs), Math.max(...costs)];
    const pad = Math.max((costMax - costMin) * 0.14, costMax * 0.04, 1e-6);
    const low = Math.max(0, costMin - pad);
    const x = [low, Math.max(costMax + pad, roomForLabels(points, low, width))];
    const y = [Math.min(...latencies) / 1.45, Math.max(...latencies) * 1.45];
    return { x, y, width };
}
/** A label right of its point is the plainest; where it would take over a quarter of the width it goes elsewhere. */
function roomForLabels(points, low, width) {
    const inner = width - margin.left - margin.right;
    return Math.max(...points.map((point) => {
        const room = labelWidth(point) + 14;
        return room > inner / 4 ? low : low + ((point.cost - low) * inner) / (inner - room);
    }));
}
function labelWidth({ name, detail }) {
    return Math.max(textWidth(name, { bold: true }), textWidth(detail)) + 4;
}
function toPixels({ x, y, width }) {
    const inner = width - margin.left - margin.right;
    const innerHeight = height - margin.top - margin.bottom;
    return {
        x: (cost) => margin.left + ((cost - x[0]) / (x[1] - x[0])) * inner,
        y: (ms) => margin.top + (1 - Math.log(ms / y[0]) / Math.log(y[1] / y[0])) * innerHeight,
    };
}
function groundMarks({ points, limit, hindsight, money }, { x, y, width }) {
    const ticks = logTicks(y, { pixels: inner.height, apart: 18, taken: limit === null ? [] : [limit.latency] });
    const widest = Math.max(...x.map((usd) => textWidth(moneyTick(usd)))) + 22;
    const frontier = frontierOf(points);
    return [
        limit === null
            ? null
            : Plot.rect([0], { x1: x[0], x2: x[1], y1: limit.latency, y2: y[1], fill: 'var(--badWash)', fillOpacity: 0.26 }),
        Plot.gridY(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
        limit === null ? null : Plot.ruleY([limit.latency], { stroke: 'var(--bad)', strokeDasharray: '3 2' }),
        limit === null
            ? null
            : Plot.text([limit], {
                x: x[1],
                y: 'latency',
                text: 'text',
                textAnchor: 'end',
                dx: -4,
                dy: -8,
                fill: 'var(--bad)',
                stroke: 'var(--bg)',
                strokeOpacity: 0.6,
            }),
        hindsight === null ? null : Plot.ruleX([hindsight.cost], { stroke: 'var(--ink2)', strokeDasharray: '1 3' }),
        hindsight === null
            ? null
            : Plot.text([hindsight], {
                x: 'cost',
                y: y[0],
                text: 'text',
                textAnchor: isHindsightLeft(hindsight, x, width) ? 'end' : 'start',
                dx: isHindsightLeft(hindsight, x, width) ? -5 : 5,
                dy: -8,
                fill: 'var(--ink2)',
            }),
        Plot.line(frontier, { x: 'cost', y: 'latency', curve: 'step-after', stroke: 'var(--ink3)', strokeWidth: 1 }),
        Plot.axisX(linearTicks(x[0], x[1], Math.max(2, Math.floor((width - margin.left - margin.right) / widest))), {
            text: moneyTick,
            label: `cost (${money}) →`,
            labelAnchor: 'right',
            labelOffset: 36,
        }),
        Plot.axisY([...ticks, ...(limit === null ? [] : [limit.latency])], {
            // Not tickFormat: on a log scale that drops the labels between the round ones.
            text: latencyTick,
            label: '↑ p99 of all requests (log)',
            labelAnchor: 'top',
        }),
    ];
}
function isHindsightLeft(hindsight, x, width) {
    const at = toPixels({ x, y: [1, 10], width }).x(hindsight.cost);
    return hindsightBox(hindsight, at, width).x < at;
}
function moneyTick(usd) {
    if (usd >= 10_000)
        return `$${compactNumber(usd)}`;
    const text = Number(usd.toPrecision(4));
    return `$${Number.isInteger(text) ? text : String(text).replace(/^(\d+\.\d)$/, '$10')}`;
}
function latencyTick(ms) {
    return ms < 1000 ? `${Number(ms.toPrecision(3))} ms` : `${Number((ms / 1000).toPrecision(3))} s`;
}
/** Points that no other beats in both; a step line through them is the best there is to have. */
function frontierOf(points) {
    // Where requests went unanswered the height is only a place to draw, no latency that could be bought.
    const sorted = points
        .filter(({ isUnanswered }) => !isUnanswered)
        .sort((a, b) => a.cost - b.cost || a.latency - b.latency);
    let best = Number.POSITIVE_INFINITY;
    return sorted.filter(({ latency }) => {
        const isBetter = latency < best;
        if (isBetter)
            best = latency;
        return isBetter;
    });
}
function pointMarks({ points }) {
    return points.flatMap((point) => [
        Plot.dot(point.replications, {
            className: markClass(point.place),
            x: (replication) => replication[0],
            y: (replication) => replication[1],
            r: 2.4,
            fill: point.color,
            fillOpacity: 0.28,
        }),
        Plot.ruleX([point], {
            className: markClass(point.place),
            x: 'cost',
            y1: 'latencyLow',
            y2: 'latencyHigh',
            stroke: point.color,
            strokeWidth: 2,
        }),
        Plot.ruleY([point], {
            className: markClass(point.place),
            y: 'latency',
            x1: 'costLow',
            x2: 'costHigh',
            stroke: point.color,
            strokeWidth: 2,
        }),
        Plot.dot([point], {
            className: markClass(point.place),
            x: 'cost',
            y: 'latency',
            ...symbolOptions(point, 6),
            title: () => `${point.name}: ${point.detail}`,
        }),
    ]);
}
function labelMarks({ points, limit, hindsight }, frame) {
    const pixels = toPixels(frame);
    const requests = points.map((point) => ({
        anchorX: pixels.x(point.cost),
        anchorY: pixels.y(point.latency),
        width: labelWidth(point),
        height: point.detail === '' ? 15 : 30,
    }));
    const around = (x, y, size) => ({
        x: x - size,
        y: y - size,
        width: 2 * size,
        height: 2 * size,
    });
    const obstacles = points.flatMap((point) => [
        around(pixels.x(point.cost), pixels.y(point.latency), 8),
        ...point.replications.map(([cost, latency]) => around(pixels.x(cost), pixels.y(latency), 3)),
        between(pixels.x(point.costLow), pixels.x(point.costHigh), pixels.y(point.latency)),
    ]);
    const texts = [];
    const frontier = frontierOf(points);
    for (const [index, point] of frontier.entries()) {
        const next = frontier[index + 1];
        if (next === undefined)
            break;
        const [left, right] = [pixels.x(point.cost), pixels.x(next.cost)];
        const [top, bottom] = [pixels.y(point.latency), pixels.y(next.latency)];
        obstacles.push(between(left, right, top), { x: right - 2, y: top, width: 4, height: bottom - top });
    }
    if (limit !== null) {
        const width = textWidth(limit.text) + 8;
        const [left, top] = [frame.width - margin.right - width, pixels.y(limit.latency)];
        texts.push({ x: left, y: top - 16, width, height: 16 });
        obstacles.push({ x: margin.left, y: top - 2, width: frame.width - margin.left - margin.right, height: 4 });
    }
    if (hindsight !== null)
        texts.push(hindsightBox(hindsight, pixels.x(hindsight.cost), frame.width));
    const inside = {
        x: margin.left + 2,
        y: margin.top,
        // The label may stand in the margin as well.
        width: frame.width - margin.left - 4,
        height: height - margin.top - margin.bottom,
    };
    return placeLabels(requests, { obstacles, texts, frame: inside }).flatMap((box, index) => box === undefined ? [] : labelAt(points[index], box, requests[index]));
}
/** Right of its line, left of it where the picture ends. */
function hindsightBox({ text }, x, width) {
    const own = textWidth(text) + 8;
    const isLeft = x + own > width;
    return { x: isLeft ? x - own : x, y: height - margin.bottom - 16, width: own, height: 16 };
}
function between(from, to, y) {
    return { x: from, y: y - 2, width: Math.max(to - from, 1), height: 4 };
}
function labelAt(point, box, anchor) {
    const className = markClass(point.place);
    const center = box.x + box.width / 2;
    const side = Math.abs(center - anchor.anchorX) < 1 ? 'middle' : center > anchor.anchorX ? 'start' : 'end';
    const edge = side === 'middle' ? center : side === 'start' ? box.x + 2 : box.x + box.width - 2;
    const common = {
        className,
        x: 'cost',
        y: 'latency',
        textAnchor: side,
        dx: edge - anchor.anchorX,
        fill: point.color,
        stroke: 'var(--bg)',
        strokeWidth: 3.5,
    };
    const top = box.y - anchor.anchorY;
    return [
        leaderMark(leaderOf(anchor, box), { className, color: point.color, from: [anchor.anchorX, anchor.anchorY] }),
        Plot.text([point], { ...common, text: 'name', fontWeight: 600, dy: top + 8 }),
        point.detail === '' ? null : Plot.text([point], { ...common, text: 'detail', dy: top + 22 }),
    ];
}
