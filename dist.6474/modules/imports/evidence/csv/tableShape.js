import { delimiterOf, splitCells } from '../../../traffic/trace/cells.js';
import { cellNumber } from './cellNumber.js';
import { cellTime, dateOrder, isSlashed } from './cellTime.js';
const timeName = /^["\s]*(time|timestamp|time ?stamp|date|datetime|date ?time|period|ts|ds)\b/i;
/** Rows by which columns are told. */
const LOOKED_AT = 200;
/** The shape of a table by its first lines; undefined for a text that is no table of metrics. */
export function tableShape(text, isWhole) {
    const lines = text.split(/\r\n|\r|\n/).map((line, index) => ({ line, number: index + 1 }));
    if (!isWhole)
        lines.pop();
    const filled = lines.filter(({ line }) => line.trim() !== '' && !/^"?sep=./.test(line));
    const [first, ...rows] = filled;
    if (first === undefined || rows.length === 0)
        return undefined;
    const delimiter = delimiterOf(first.line);
    const head = splitCells(first.line, delimiter);
    const timeColumn = head.findIndex((name) => timeName.test(name));
    if (timeColumn < 0 || head.length < 2 || head.includes('metric_name'))
        return undefined;
    const cells = rows.slice(0, LOOKED_AT).map(({ line }) => splitCells(line, delimiter));
    const dates = cells.map((row) => row[timeColumn] ?? '');
    const order = dates.map(dateOrder).find((one) => one !== undefined);
    if (dates[0] === '' || cellTime(dates[0], order ?? 'month-day') === undefined)
        return undefined;
    const others = head.map((_, column) => column).filter((column) => column !== timeColumn);
    const numbersOf = (column) => cells.map((row) => cellNumber(row[column] ?? '', delimiter !== ','));
    const textColumns = others.filter((column) => numbersOf(column).some((number) => number === undefined));
    const valueColumns = others.filter((column) => !textColumns.includes(column));
    if (valueColumns.length === 0)
        return undefined;
    return {
        delimiter,
        headLine: first.number,
        head,
        timeColumn,
        textColumns,
        valueColumns,
        columnsWithUnits: new Set(valueColumns.filter((column) => numbersOf(column).some((number) => number !== undefined && number.unit !== ''))),
        dateOrder: order,
        needsDateOrder: dates.some((date) => isSlashed(date)),
    };
}
