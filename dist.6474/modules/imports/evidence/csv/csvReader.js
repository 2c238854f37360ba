import { hasOpenQuote, splitCells } from '../../../traffic/trace/cells.js';
import { lines } from '../../../traffic/trace/lines.js';
import { inputChunks, inputProblem } from '../../readInput.js';
import { fileHead } from '../fileHead.js';
import { SeriesCollector } from '../series/seriesCollector.js';
import { seriesFile } from '../series/seriesFile.js';
import { titleOf } from '../series/seriesMeta.js';
import { formOfUnit } from '../series/wordsOf.js';
import { cellNumber } from './cellNumber.js';
import { cellTime } from './cellTime.js';
import { columnMeta } from './columnMeta.js';
import { tableShape } from './tableShape.js';
/** Tables of metrics: what Grafana downloads, in each of its forms, and any other with a column of times. */
export const csvReader = {
    name: 'csv',
    summary: 'tables of metrics (CSV) with a column of times, as Grafana downloads them',
    recognises: ({ text, isWhole }) => tableShape(text, isWhole) !== undefined,
    read(file, options) {
        const { text, isWhole } = fileHead(file);
        const shape = tableShape(text, isWhole);
        if (shape === undefined)
            throw new Error('a table is recognised before it is read');
        if (shape.needsDateOrder && shape.dateOrder === undefined)
            throw ambiguousDate(file, shape);
        const table = new Table(file, shape, options);
        for (const { number, text: line } of lines(inputChunks(file), file)) {
            if (number > shape.headLine)
                table.add(line, number);
        }
        return seriesFile(file, { form: 'table', collected: table.collector.finish(), warnings: table.warnings, options });
    },
};
class Table {
    collector;
    warnings = [];
    #file;
    #shape;
    /** By the words of a row: one sink for each column of values. */
    #sinks = new Map();
    constructor(file, shape, options) {
        this.#file = file;
        this.#shape = shape;
        this.collector = new SeriesCollector(file, options);
    }
    add(line, number) {
        const { delimiter, head, timeColumn, textColumns, valueColumns } = this.#shape;
        if (hasOpenQuote(line))
            throw this.#wrong(number, {
                code: 'open-quote',
                what: 'has a quote that nothing closes',
                fix: 'close it; a row stands on one line.',
            });
        const cells = splitCells(line, delimiter);
        if (cells.length !== head.length) {
            const what = `has ${cells.length} cells, and the header has ${head.length}`;
            throw this.#wrong(number, {
                code: 'ragged-row',
                what,
                fix: delimiter === ',' ? 'quote cells with a comma in them, or separate cells by semicolons.' : 'fix the row.',
            });
        }
        const seconds = this.#secondsOf(cells[timeColumn], number);
        const words = textColumns.map((column) => cells[column]);
        const sinks = this.#sinksOf(words);
        for (const [index, column] of valueColumns.entries())
            sinks[index]?.add(seconds, this.#valueOf(cells[column], column, number));
    }
    #secondsOf(cell, number) {
        const time = cellTime(cell, this.#shape.dateOrder);
        if (time === undefined)
            throw this.#wrong(number, {
                code: 'bad-time',
                what: `has the time "${cell.slice(0, 40)}"`,
                fix: 'write times as 2026-03-01T12:00:00Z, or in seconds since 1970.',
            });
        if (!time.isLocal)
            return time.seconds;
        if (this.warnings.length === 0) {
            const what = `has times without a zone: "${cell.trim()}"`;
            this.warnings.push({ code: 'no-zone', where: { file: this.#file, line: number }, what, assumed: 'UTC' });
        }
        return time.seconds;
    }
    #valueOf(cell, column, number) {
        const read = cellNumber(cell, this.#shape.delimiter !== ',');
        if (read === undefined) {
            const what = `${this.#shape.head[column]} has "${cell.slice(0, 40)}", not a number`;
            throw this.#wrong(number, { code: 'bad-value', what, fix: 'export the values without formatting.' });
        }
        const form = read.unit === '' ? undefined : formOfUnit(read.unit);
        return form !== undefined && 'scale' in form ? read.value * form.scale : read.value;
    }
    #sinksOf(words) {
        const key = words.join('\n');
        const found = this.#sinks.get(key);
        if (found !== undefined)
            return found;
        const { valueColumns, head, textColumns, columnsWithUnits } = this.#shape;
        const texts = textColumns.map((column, index) => ({ head: head[column], cell: words[index] }));
        const sinks = valueColumns.map((column) => {
            const meta = columnMeta({
                file: this.#file,
                title: titleOf(this.#file),
                head: head[column],
                texts,
                isOnly: valueColumns.length === 1,
            });
            return this.collector.begin(columnsWithUnits.has(column) ? { ...meta, unit: 'base' } : meta);
        });
        this.#sinks.set(key, sinks);
        return sinks;
    }
    #wrong(line, words) {
        return inputProblem(this.#file, { ...words, why: 'A guessed value would change the load silently.' }, line);
    }
}
function ambiguousDate(file, { headLine }) {
    const words = {
        code: 'ambiguous-date',
        what: 'has dates of which nothing tells the day from the month',
        why: 'Taken the wrong way round they would be months apart.',
        fix: 'export times as ISO 8601 (2026-03-01T12:00:00Z), or in seconds since 1970.',
    };
    return inputProblem(file, words, headLine + 1);
}
