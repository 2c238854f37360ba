import { visibleLine } from '../../base/visible.js';
import { clockTick } from '../clock.js';
import { counted } from '../format.js';
import { inkOf } from '../terminal/ink.js';
import { wrap } from '../terminal/wrap.js';
import { answerText, fittedText, rowWords, startOf, stretchText, trafficWords, } from './backtestWords.js';
const plainColumns = 96;
const levels = { unicode: '▁▂▃▄▅▆▇█', ascii: '_.:-=+*#' };
const labelWidth = 13;
/** Answer, table, both curves, what was fitted, what to know; ends with a line feed. */
export function backtestText(result, context) {
    const width = context.columns ?? plainColumns;
    const ink = inkOf(context.color);
    const start = startOf(result);
    const { scenario, policy, runs, notes, reasons, fit } = result;
    const head = `${scenario}   backtest of ${policy}: ${stretchText(result, start)}, ${trafficWords(result)}, ${counted(runs, 'run')}`;
    const rows = result.backtest.map((row) => rowWords(row, start));
    const answer = wrap(answerText(result), { width, indent: '  ' }).map(ink.bold);
    const paint = (text, { believable }) => believable === 'no' ? ink.bad(text) : believable === 'yes' ? ink.good(text) : text;
    const lines = [
        ...wrap(head, { width }),
        '',
        ...answer,
        '',
        rowLine(['', 'real', 'simulated', 'error', 'believable']),
        `  ${'-'.repeat(Math.min(width, 78) - 2)}`,
        ...rows.map((row) => `${rowLine([row.measure, row.real, row.simulated, row.error])}${paint(row.believable.padStart(9), row)}   ${row.believable === 'yes' ? '' : row.why}`.trimEnd()),
        ...curveLines(result, { ...context, width }, start),
        ...(fit === undefined ? [] : ['', ...fit.numbers.map((one) => `  fitted     ${fittedText(one)}`)]),
        ...[...(result.believable === null ? reasons.slice(1) : reasons), ...notes].flatMap((text) => [
            '',
            ...wrap(`note: ${text}`, { width, indent: '  ' }),
        ]),
        '',
        `  report     ${context.written}`,
    ];
    return `${lines.map(visibleLine).join('\n')}\n`;
}
const columnWidths = [16, 14, 14, 14, 14];
function rowLine(cells) {
    const padded = cells.map((cell, column) => column === 0 ? cell.padEnd(columnWidths[0]) : cell.padStart(columnWidths[column]));
    return `  ${padded.join('')}`;
}
/** Both counts over time; other measures are on the page. */
function curveLines({ curves, stretch }, { unicode, width }, start) {
    const curve = curves.find(({ measure }) => measure === 'replicas');
    if (curve === undefined || curve.seconds.length < 2)
        return [];
    const count = Math.max(24, Math.min(160, width - labelWidth - 14));
    const cells = (values) => cellsOf({ ...curve, real: values }, stretch, count);
    const [real, simulated] = [cells(curve.real), cells(curve.simulated)];
    const peak = Math.max(1, ...real.flatMap((value) => value ?? []), ...simulated.flatMap((value) => value ?? []));
    const signs = unicode ? levels.unicode : levels.ascii;
    const draw = (values) => values
        .map((value) => value === null || value <= 0 ? ' ' : signs[Math.min(7, Math.max(0, Math.ceil((value / peak) * 8) - 1))])
        .join('');
    const range = (values) => {
        const present = values.flatMap((value) => value ?? []);
        return `${short(Math.min(...present))} .. ${short(Math.max(...present))}`;
    };
    return [
        '',
        `  ${'replicas'.padEnd(labelWidth - 2)}${axis(stretch, count, start)}`.trimEnd(),
        `  ${'real'.padEnd(labelWidth - 2)}${draw(real)}   ${range(curve.real)}`,
        `  ${'simulated'.padEnd(labelWidth - 2)}${draw(simulated)}   ${range(curve.simulated)}`,
    ];
}
const short = (value) => String(Number(value.toPrecision(3)));
/** [cell] the mean of what holds in it. */
function cellsOf({ seconds, real }, { from_s, to_s }, count) {
    const sums = Array.from({ length: count }, () => ({ sum: 0, count: 0 }));
    for (const [index, at] of seconds.entries()) {
        const value = real[index];
        const cell = sums[Math.min(count - 1, Math.floor(((at - from_s) / (to_s - from_s)) * count))];
        if (value === null || cell === undefined)
            continue;
        cell.sum += value;
        cell.count++;
    }
    let last = null;
    return sums.map((cell) => {
        if (cell.count > 0)
            last = cell.sum / cell.count;
        return last;
    });
}
const tickSeconds = [60, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800];
function axis({ from_s, to_s }, count, start) {
    const step = tickSeconds.find((seconds) => (to_s - from_s) / seconds <= 6.5) ?? to_s - from_s;
    let line = '';
    for (let at = Math.ceil(from_s / step) * step; at < to_s; at += step) {
        line = `${line.padEnd(Math.round(((at - from_s) / (to_s - from_s)) * count))}${clockTick(at, start)}`;
    }
    return line;
}
