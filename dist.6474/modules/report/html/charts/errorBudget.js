import * as Plot from '@observablehq/plot';
import { formatNumber } from '../../format.js';
import { baseOptions, fitTexts, textWidth } from './canvas.js';
import { markClass } from './policyMarks.js';
import { timeTicks } from './ticks.js';
const heightMin = 290;
const margin = { top: 26, bottom: 30, left: 30 };
/** Labels of the ends may take this share of the width. */
const labelShare = 0.34;
/** Share of the error budget spent so far: when was it spent, and by what? */
export function drawErrorBudget({ curves, faults, durationSeconds, start }, canvas) {
    const ends = curves.map(({ points }) => points[points.length - 1]?.[1] ?? 0);
    const top = Math.max(1.25, ...ends) * 1.06;
    // Each end has its label, one below the other.
    const height = Math.max(heightMin, margin.top + margin.bottom + apartPixels * curves.length + 8);
    const roomPixels = Math.min(canvas.width * labelShare, Math.max(...curves.map((curve, index) => textWidth(labelText(curve.name, ends[index]), { bold: true }))) + 14);
    const { ticks, format } = timeTicks(0, durationSeconds, Math.max(3, Math.floor((canvas.width - roomPixels) / 80)), start);
    const lasting = faults.filter(({ fromSeconds, untilSeconds }) => untilSeconds > fromSeconds);
    return Plot.plot({
        ...baseOptions(canvas),
        height,
        marginTop: margin.top,
        marginRight: roomPixels,
        marginBottom: margin.bottom,
        marginLeft: margin.left,
        x: { domain: [0, durationSeconds] },
        y: { domain: [0, top] },
        marks: [
            Plot.rect([0], { x1: 0, x2: durationSeconds, y1: 1, y2: top, fill: 'var(--badWash)', fillOpacity: 0.26 }),
            Plot.rectX(lasting, { x1: 'fromSeconds', x2: 'untilSeconds', fill: 'var(--fault)', title: 'label' }),
            Plot.ruleY(budgetTicks(top), { stroke: 'var(--grid)' }),
            Plot.ruleY([1], { stroke: 'var(--bad)', strokeDasharray: '3 2' }),
            Plot.axisX(ticks, { tickFormat: format, tickSize: 0, label: null }),
            Plot.axisY(budgetTicks(top), {
                tickFormat: (spent) => String(spent),
                tickSize: 0,
                label: '↑ error budgets spent (1 = all of it)',
                labelAnchor: 'top',
                labelArrow: 'none',
            }),
            ...curves.map(({ points, color, place }) => Plot.line(points, {
                className: markClass(place),
                x: ([seconds]) => seconds,
                y: ([, spent]) => spent,
                stroke: color,
                strokeWidth: 2,
            })),
            ...endLabels(curves, { ends, top, roomPixels, durationSeconds, height }),
        ],
    });
}
/** 0, 1 and even steps that leave the 1 room. */
function budgetTicks(top) {
    const wanted = top / 6;
    const size = 10 ** Math.floor(Math.log10(wanted));
    const step = [1, 2, 5, 10].map((digit) => digit * size).find((one) => one >= wanted) ?? 10 * size;
    const even = Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => Number((index * step).toPrecision(6)));
    return [...even.filter((tick) => tick === 0 || tick === 1 || Math.abs(tick - 1) > top * 0.06), 1].filter((tick, index, list) => list.indexOf(tick) === index);
}
function labelText(name, spent) {
    return `${name} ${formatNumber(Number(spent.toPrecision(2)))}×`;
}
function endLabels(curves, { ends, top, roomPixels, durationSeconds, height }) {
    const inner = height - margin.top - margin.bottom;
    const pixelOf = (spent) => (1 - spent / top) * inner;
    const places = spreadLabels(ends.map(pixelOf), { top: 4, bottom: inner - 4 });
    const values = ends.map((spent) => labelText('', spent));
    const widest = Math.max(...values.map((value) => textWidth(value, { bold: true })));
    const names = fitTexts(curves.map(({ name }) => name), roomPixels - 14 - widest, { bold: true });
    return curves.map(({ color, place }, index) => {
        const text = `${names[index]}${values[index]}`;
        return Plot.text([ends[index]], {
            className: markClass(place),
            x: durationSeconds,
            y: (spent) => spent,
            text: () => text,
            textAnchor: 'start',
            dx: 6,
            dy: places[index] - pixelOf(ends[index]),
            fill: color,
            fontWeight: 600,
            fontSize: 11.5,
        });
    });
}
/** Pixels between two labels of 11.5 px, one below the other. */
const apartPixels = 15;
/**
 * Heights at least 15 px apart and inside [top, bottom], as near to the wanted ones as one pass down and one up get, in the
 * order given.
 */
export function spreadLabels(wanted, { top, bottom }) {
    const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b]);
    const placed = [...wanted];
    let floor = top;
    for (const index of order) {
        placed[index] = Math.max(placed[index], floor);
        floor = placed[index] + apartPixels;
    }
    let ceiling = bottom;
    for (const index of [...order].reverse()) {
        placed[index] = Math.min(placed[index], ceiling);
        ceiling = placed[index] - apartPixels;
    }
    return placed;
}
