import * as Plot from '@observablehq/plot';
import { baseOptions, marginsOf } from './canvas.js';
import { logTicks, timeTicks } from './ticks.js';
const height = 156;
const margin = { top: 8, right: 10, bottom: 22, left: 50 };
/** Cells below this are left out, thousandths. */
export const leastShare = 1.5;
/** Steps of opacity: one path each is a tenth of the bytes of one rectangle a cell. */
const levels = 12;
/** Answers by time and latency, darker where there are more, red above the SLO. */
export function drawHeatmap(data, canvas) {
    const { ticks, format } = timeTicks(0, data.durationSeconds, Math.max(3, Math.floor(canvas.width / 95)), data.start);
    const { sloMs, domain } = data;
    const inner = height - margin.top - margin.bottom;
    const marks = logTicks(domain, { pixels: inner, apart: 20, taken: sloMs === null ? [] : [sloMs] });
    return Plot.plot({
        ...baseOptions(canvas),
        height,
        ...marginsOf(margin),
        x: { domain: [0, data.durationSeconds] },
        y: { type: 'log', domain: [...domain] },
        marks: [
            ...cellPaths(cellsOf(data), canvas, { domain, durationSeconds: data.durationSeconds }),
            ...(sloMs === null ? [] : [Plot.ruleY([sloMs], { stroke: 'var(--bad)', strokeDasharray: '3 2' })]),
            Plot.axisX(ticks, { tickFormat: format, tickSize: 0, label: null }),
            Plot.axisY([...marks, ...(sloMs === null ? [] : [sloMs])], {
                text: (ms) => ms < 1000 ? `${Number(ms.toPrecision(3))} ms` : `${Number((ms / 1000).toPrecision(3))} s`,
                tickSize: 0,
                label: null,
            }),
        ],
    });
}
function cellsOf({ shares, uppers, stepSeconds, durationSeconds, sloMs, domain }) {
    return shares.flatMap((column, place) => column.flatMap((share, bucket) => {
        if (share < leastShare)
            return [];
        const low = Math.max(uppers[bucket - 1] ?? 0, domain[0]);
        const opacity = Math.min(1, 0.1 + 1.05 * Math.sqrt(share / 1000));
        return [
            {
                x1: place * stepSeconds,
                x2: Math.min(durationSeconds, (place + 1) * stepSeconds),
                low,
                high: uppers[bucket] ?? domain[1],
                isSlow: sloMs !== null && low >= sloMs * 0.999,
                level: Math.ceil(opacity * levels),
            },
        ];
    }));
}
/** One path per hue and opacity; whole pixels, so that neighbours neither overlap nor leave a seam. */
function cellPaths(cells, { width, document }, { domain, durationSeconds }) {
    const toX = (seconds) => Math.round(margin.left + (seconds / durationSeconds) * (width - margin.left - margin.right));
    const inner = height - margin.top - margin.bottom;
    const toY = (ms) => Math.round(margin.top + (1 - Math.log(ms / domain[0]) / Math.log(domain[1] / domain[0])) * inner);
    const paths = new Map();
    for (const { x1, x2, low, high, isSlow, level } of cells) {
        const [left, top] = [toX(x1), toY(high)];
        const key = `${isSlow ? 'bad' : 'heat'} ${level}`;
        const path = paths.get(key) ?? [];
        path.push(`M${left},${top}h${toX(x2) - left}v${toY(low) - top}h${left - toX(x2)}z`);
        paths.set(key, path);
    }
    return [...paths].map(([key, path]) => () => {
        const [hue, level] = key.split(' ');
        const element = document.createElementNS('http://www.w3.org/2000/svg', 'path');
        element.setAttribute('d', path.join(''));
        element.setAttribute('fill', `var(--${hue})`);
        element.setAttribute('fill-opacity', String(Number((Number(level) / levels).toFixed(2))));
        return element;
    });
}
