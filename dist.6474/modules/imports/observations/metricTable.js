import { parseDecimal } from '../../base/numberText.js';
import { ProblemError } from '../../base/problem.js';
import { delimiterOf, hasOpenQuote, splitCells } from '../../traffic/trace/cells.js';
import { parseTime } from '../../traffic/trace/time.js';
const timeNames = ['time', 'timestamp', 'date', 'datetime', 'period'];
/**
 * A table of metrics: a header, a column of times (numbers are seconds, or milliseconds from 10^11 on), and numbers.
 *
 * @throws ProblemError with the line
 */
export function readMetricTable(text, file) {
    const lines = text.split(/\r\n|\r|\n/);
    const delimiter = delimiterOf(lines[0]);
    const head = splitCells(lines[0], delimiter);
    const timeColumn = head.findIndex((name) => timeNames.includes(name.toLowerCase()));
    if (timeColumn < 0) {
        const what = `has no column of times: ${head.join(', ')}`;
        throw problem(file, 1, { code: 'no-time', what, why: 'Decisions have an instant.', fix: 'call it `time`.' });
    }
    const seconds = [];
    const columns = head.map((name) => new Column(name));
    for (const [index, line] of lines.entries()) {
        if (index === 0 || line.trim() === '')
            continue;
        if (hasOpenQuote(line)) {
            const what = 'has a quote that nothing closes';
            const why = 'It is not clear where the cell ends.';
            throw problem(file, index + 1, { code: 'open-quote', what, why, fix: 'close it; a row stands on one line.' });
        }
        const cells = splitCells(line, delimiter);
        if (cells.length !== head.length) {
            const what = `has ${cells.length} cells, and the header has ${head.length}`;
            throw problem(file, index + 1, { code: 'ragged-row', what, why: 'Columns would shift.', fix: 'fix the row.' });
        }
        const time = secondsOf(cells[timeColumn]);
        if (time === undefined || time <= (seconds.at(-1) ?? Number.NEGATIVE_INFINITY)) {
            const what = `has the time "${cells[timeColumn]}"`;
            throw problem(file, index + 1, {
                code: 'bad-time',
                what,
                why: 'Times must rise.',
                fix: 'fix or sort the rows.',
            });
        }
        seconds.push(time);
        const placed = line.split(delimiter);
        for (const [column, cell] of cells.entries()) {
            const before = placed.length === cells.length ? placed.slice(0, column).join(delimiter).length : undefined;
            const at = before === undefined ? {} : { column: before + (column === 0 ? 1 : 2) };
            columns[column].add({ text: cell, line: index + 1, ...at });
        }
    }
    return { seconds, columns: columns.filter((_, index) => index !== timeColumn) };
}
/** No date before 5138 has so many seconds. */
const millisecondsFrom = 1e11;
function secondsOf(cell) {
    const time = parseTime(cell, 's');
    return time !== undefined && time >= millisecondsFrom ? time / 1000 : time;
}
/** What tools write for no value; Prometheus' infinities come of a division by nothing. */
const noValue = /^(|-|nan|null|undefined|n\/a|[+-]?inf(inity)?)$/i;
class Column {
    names;
    values = [];
    foreign;
    negative;
    constructor(name) {
        this.names = [name];
    }
    add(cell) {
        const isEmpty = noValue.test(cell.text);
        const value = isEmpty ? undefined : parseDecimal(cell.text.replace(/^(\d+(?:\.\d+)?) ?%$/, '$1'));
        this.values.push(value ?? Number.NaN);
        if (!isEmpty && value === undefined)
            this.foreign ??= cell;
        if (value !== undefined && value < 0)
            this.negative ??= cell;
    }
}
function problem(file, line, words) {
    return new ProblemError([{ ...words, where: { file, line } }]);
}
