import * as Plot from '@observablehq/plot';
import { formatNumber, formatPercent } from '../../format.js';
import { baseOptions, fitTexts, marginsOf, textWidth } from './canvas.js';
import { markClass, symbolOptions } from './policyMarks.js';
/** Pixels between a bar and its label, and where labels may begin right of the names of the measures. */
const labelGap = 12;
const labelStart = 44;
/** Pixels of a row: as many as fill the height of the chart beside it, within what still reads as a group. */
const rowRange = [19, 27];
const gapPixels = 12;
const wantedPixels = 330;
const margin = { top: 22, right: 30, bottom: 26, left: 92 };
/** Ratios to the reference with their intervals: which differences are real? */
export function drawDifferences({ groups, reference }, canvas) {
    const { rows, labels, pixels } = layout(groups);
    const inner = canvas.width - margin.left - margin.right;
    const domain = domainOf(rows, inner);
    const toX = (ratio) => (Math.log(ratio / domain[0]) / Math.log(domain[1] / domain[0])) * inner;
    return Plot.plot({
        ...baseOptions(canvas),
        height: pixels + margin.top + margin.bottom,
        ...marginsOf(margin),
        x: { type: 'log', domain: [...domain], axis: null },
        y: { domain: [pixels, 0], axis: null },
        marks: [
            ...scaleMarks({ domain, pixels, reference, inner }),
            Plot.text(labels, {
                x: domain[0],
                y: 'y',
                text: 'label',
                textAnchor: 'start',
                dx: -margin.left,
                fill: 'var(--ink)',
            }),
            ...rows.flatMap((row) => rowMarks(row, { toX, inner })),
        ],
    });
}
function layout(groups) {
    const rows = [];
    const labels = [];
    const rowCount = groups.reduce((sum, group) => sum + group.rows.length, 0);
    const room = wantedPixels - margin.top - margin.bottom - 4 - groups.length * gapPixels;
    const rowPixels = Math.min(rowRange[1], Math.max(rowRange[0], Math.floor(room / Math.max(1, rowCount))));
    let top = 4;
    for (const group of groups) {
        labels.push({ label: group.label, y: top + (group.rows.length * rowPixels) / 2 });
        for (const row of group.rows) {
            rows.push({ ...clipped(row), at: row.ratio ?? 1, y: top + rowPixels / 2 });
            top += rowPixels;
        }
        top += gapPixels;
    }
    return { rows, labels, pixels: top };
}
/** Times the ratio to either side that an interval is drawn: that of two runs may span a million, and squeeze all others. */
const reachMax = 16;
/** An interval that is cut says so in its label. */
function clipped(row) {
    const { ratio, low, high } = row;
    if (ratio === null || low === null || high === null)
        return row;
    const [least, most] = [ratio / reachMax, ratio * reachMax];
    if (low >= least && high <= most)
        return row;
    return { ...row, low: Math.max(low, least), high: Math.min(high, most), note: ', wide' };
}
/** Wide enough for every interval, and on the left for the labels of the rows below `same`. */
function domainOf(rows, inner) {
    const values = rows.flatMap(({ ratio, low, high }) => (ratio === null ? [] : [low ?? ratio, high ?? ratio]));
    const [least, most] = [Math.min(1, ...values), Math.max(1, ...values)];
    if (least > 0.8 && most < 1.25)
        return [0.72, 1.39];
    const high = Math.max(2.4, most * 1.15);
    let low = Math.min(0.42, least * 0.85);
    const fits = (row) => {
        const from = (Math.log((row.low ?? row.at) / low) / Math.log(high / low)) * inner;
        return row.at >= 1 || from - labelGap - labelWidth(row) >= labelStart - margin.left;
    };
    for (let round = 0; round < 12 && !rows.every(fits); round++)
        low *= 0.85;
    return [low, high];
}
function ticksOf([low, high]) {
    if (high < 1.5)
        return [0.8, 0.9, 1, 1.1, 1.25];
    const ticks = [];
    for (let power = Math.ceil(Math.log2(low)); power <= Math.floor(Math.log2(high)); power++)
        ticks.push(2 ** power);
    const stride = Math.ceil(ticks.length / 7);
    return ticks.filter((tick) => Math.log2(tick) % stride === 0);
}
/** `half`, `same`, `×4`, `÷8`, `+25 %`. */
function tickText(ratio) {
    if (ratio === 1)
        return 'same';
    if (ratio === 0.5)
        return 'half';
    if (ratio >= 2)
        return `×${ratio}`;
    return ratio < 0.5 ? `÷${1 / ratio}` : formatPercent((ratio - 1) * 100).replace(/^(?=\d)/, '+');
}
function scaleMarks({ domain, pixels, reference, inner }) {
    const ticks = ticksOf(domain);
    const head = (text, textAnchor, dx) => Plot.text([text], { x: 1, y: 0, text: (one) => one, textAnchor, dx, dy: -12, fill: 'var(--ink3)' });
    const roomRight = inner * (Math.log(domain[1]) / Math.log(domain[1] / domain[0]));
    const right = `more than ${reference} →`;
    return [
        Plot.ruleX(ticks, { stroke: 'var(--grid)' }),
        Plot.ruleX([1], { stroke: 'var(--ink)', strokeWidth: 1 }),
        Plot.text(ticks, { x: (tick) => tick, y: pixels, text: tickText, dy: 12, fill: 'var(--ink3)' }),
        head('← less', 'end', -6),
        head(textWidth(right) < roomRight + margin.right ? right : 'more →', 'start', 6),
    ];
}
/** `target-cpu −36 %` up to the double, `target-cpu ×11.9` beyond. */
function ratioText(ratio) {
    if (ratio >= 2)
        return `×${formatNumber(ratio)}`;
    const text = formatPercent((ratio - 1) * 100);
    return /^\d/.test(text) && ratio > 1 ? `+${text}` : text;
}
function labelText({ name, ratio, note }) {
    return `${name} ${ratio === null ? note : `${ratioText(ratio)}${note}`}`;
}
function labelWidth(row) {
    return textWidth(labelText(row), { bold: true });
}
function rowMarks(row, { toX, inner }) {
    const { text, isLeft } = labelPlace(row, { toX, inner });
    const [from, to] = [toX(row.low ?? row.at), toX(row.high ?? row.at)];
    const dx = isLeft ? Math.min(from, toX(row.at)) - toX(row.at) - 9 : Math.max(to, toX(row.at)) - toX(row.at) + 9;
    const className = markClass(row.place);
    const label = Plot.text([row], {
        className,
        x: 'at',
        y: 'y',
        text: () => text,
        textAnchor: isLeft ? 'end' : 'start',
        dx,
        fill: row.color,
        fontWeight: 600,
        stroke: 'var(--bg)',
        strokeWidth: 3,
    });
    if (row.ratio === null)
        return [label];
    return [
        row.low === null || row.high === null
            ? null
            : Plot.ruleY([row], {
                className,
                y: 'y',
                x1: 'low',
                x2: 'high',
                stroke: row.color,
                strokeOpacity: 0.55,
                strokeWidth: 3,
            }),
        label,
        Plot.dot([row], { className, x: 'at', y: 'y', ...symbolOptions(row, 4) }),
    ];
}
/** Left below `same`, right above it, where it fits; where it fits nowhere, on the roomier side with its name cut. */
function labelPlace(row, { toX, inner }) {
    const width = labelWidth(row);
    const roomRight = inner + margin.right - Math.max(toX(row.high ?? row.at), toX(row.at)) - labelGap;
    const roomLeft = Math.min(toX(row.low ?? row.at), toX(row.at)) - labelGap - (labelStart - margin.left);
    const [wanted, other] = row.at < 1 ? [roomLeft, roomRight] : [roomRight, roomLeft];
    const isWanted = wanted >= width || (other < width && wanted >= other);
    const value = labelText({ ...row, name: '' });
    const room = isWanted ? wanted : other;
    const [name] = fitTexts([row.name], room - textWidth(value, { bold: true }), { bold: true });
    return { text: room >= width ? labelText(row) : `${name}${value}`, isLeft: isWanted === row.at < 1 };
}
