import * as Plot from '@observablehq/plot';
import { baseOptions, fitTexts, marginsOf, textWidth } from './canvas.js';
import { placeLabels } from './placeLabels.js';
import { linearTicks } from './ticks.js';
const margin = { top: 26, right: 20, bottom: 42, left: 58 };
/** Every setting; those on the front joined by a step line, intervals on those that have a label. */
export function drawPareto(data, canvas) {
    const height = canvas.width < 500 ? 320 : 420;
    const frame = frameOf(data, canvas.width, height);
    return Plot.plot({
        ...baseOptions(canvas),
        height,
        ...marginsOf(margin),
        x: { domain: [...frame.x] },
        y: { domain: [...frame.y] },
        marks: [...groundMarks(data, frame), ...pointMarks(data), ...labelMarks(data, frame)],
    });
}
function frameOf({ points, limit }, width, height) {
    return {
        x: padded(points.flatMap(({ goalLow, goalHigh }) => [goalLow, goalHigh])),
        y: padded([
            ...points.flatMap(({ safetyLow, safetyHigh }) => [safetyLow, safetyHigh]),
            ...(limit === null ? [] : [limit.value]),
        ]),
        width,
        height,
    };
}
function padded(values) {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const pad = Math.max((high - low) * 0.1, Math.abs(high) * 0.01, 1e-6);
    return [low < 0 ? low - pad : Math.max(0, low - pad), high + pad];
}
function groundMarks({ points, limit, goalLabel, safetyLabel, goalTick }, frame) {
    const { x, y, width, height } = frame;
    const inner = width - margin.left - margin.right;
    const xTicks = linearTicks(x[0], x[1], Math.max(2, Math.floor(inner / 90)));
    const yTicks = linearTicks(y[0], y[1], Math.floor((height - margin.top - margin.bottom) / 50));
    const front = points.filter(({ kind }) => kind === 'front').sort((a, b) => a.goal - b.goal);
    return [
        ...limitMarks(limit, frame),
        Plot.gridY(yTicks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
        Plot.line(front, { x: 'goal', y: 'safety', curve: 'step-after', stroke: 'var(--ink3)', strokeWidth: 1 }),
        Plot.axisX(xTicks, { text: goalTick, label: `${goalLabel} →`, labelAnchor: 'right', labelOffset: 36 }),
        Plot.axisY(yTicks, {
            text: (value) => String(Number(value.toPrecision(4))),
            label: `↑ ${safetyLabel}`,
            labelAnchor: 'top',
        }),
    ];
}
/** The side on which what must hold is missed. */
function limitMarks(limit, { x, y }) {
    if (limit === null)
        return [];
    const [low, high] = limit.better === 'lower' ? [limit.value, y[1]] : [y[0], limit.value];
    return [
        Plot.rect([0], { x1: x[0], x2: x[1], y1: low, y2: high, fill: 'var(--badWash)', fillOpacity: 0.26 }),
        Plot.ruleY([limit.value], { stroke: 'var(--bad)', strokeDasharray: '3 2' }),
        Plot.text([limit], {
            x: x[1],
            y: 'value',
            text: 'text',
            textAnchor: 'end',
            dx: -4,
            dy: limit.better === 'lower' ? -8 : 9,
            fill: 'var(--bad)',
            stroke: 'var(--bg)',
            strokeOpacity: 0.6,
        }),
    ];
}
const colors = {
    best: 'var(--good)',
    today: 'var(--p2)',
    front: 'var(--p4)',
    other: 'var(--ink3)',
};
function pointMarks({ points }) {
    return points.flatMap((point) => {
        const stroke = colors[point.kind];
        const isPlain = point.kind === 'other';
        const dot = Plot.dot([point], {
            x: 'goal',
            y: 'safety',
            symbol: point.kind === 'best' ? 'star' : point.meets ? 'circle' : 'times',
            r: point.kind === 'best' ? 9 : isPlain ? 3 : 5,
            fill: point.meets && !isPlain ? stroke : 'none',
            stroke,
            strokeOpacity: isPlain ? 0.6 : 1,
            title: 'title',
        });
        if (isPlain)
            return [dot];
        const common = { stroke, strokeWidth: 1.5, strokeOpacity: 0.7 };
        return [
            Plot.ruleX([point], { ...common, x: 'goal', y1: 'safetyLow', y2: 'safetyHigh' }),
            Plot.ruleY([point], { ...common, y: 'safety', x1: 'goalLow', x2: 'goalHigh' }),
            dot,
        ];
    });
}
/** More labels than this hide the points. */
const mostLabels = { wide: 14, narrow: 5 };
function labelMarks({ points, limit }, { x, y, width, height }) {
    const most = width < 500 ? mostLabels.narrow : mostLabels.wide;
    const rank = { best: 0, today: 1, front: 2, other: 3 };
    const labelled = points
        .filter(({ label }) => label !== '')
        .sort((a, b) => rank[a.kind] - rank[b.kind])
        .slice(0, most);
    const texts = fitTexts(labelled.map(({ label }) => label), width * 0.4);
    const toX = (goal) => margin.left + ((goal - x[0]) / (x[1] - x[0])) * (width - margin.left - margin.right);
    const toY = (value) => margin.top + ((y[1] - value) / (y[1] - y[0])) * (height - margin.top - margin.bottom);
    const requests = labelled.map((point, index) => ({
        anchorX: toX(point.goal),
        anchorY: toY(point.safety),
        width: textWidth(texts[index]) + 4,
        height: 15,
    }));
    const obstacles = points.map(({ goal, safety }) => ({ x: toX(goal) - 7, y: toY(safety) - 7, width: 14, height: 14 }));
    const limitBoxes = limit === null
        ? []
        : [
            {
                x: width - margin.right - textWidth(limit.text) - 8,
                y: toY(limit.value) - 17,
                width: textWidth(limit.text) + 8,
                height: 34,
            },
        ];
    const frame = {
        x: margin.left + 2,
        y: margin.top,
        width: width - margin.left - 4,
        height: height - margin.top - margin.bottom,
    };
    return placeLabels(requests, { obstacles, texts: limitBoxes, frame }).flatMap((box, index) => {
        if (box === undefined)
            return [];
        const point = labelled[index];
        const { anchorX, anchorY } = requests[index];
        return [
            Plot.text([point], {
                x: 'goal',
                y: 'safety',
                text: () => texts[index],
                textAnchor: 'start',
                dx: box.x + 2 - anchorX,
                dy: box.y + 8 - anchorY,
                fill: colors[point.kind],
                fontWeight: point.kind === 'best' ? 600 : 400,
                stroke: 'var(--bg)',
                strokeWidth: 3.5,
            }),
        ];
    });
}
