import { suggestion } from '../../base/nearest.js';
import { parseDecimal } from '../../base/numberText.js';
import { delimiterOf, hasOpenQuote, splitCells } from './cells.js';
import { lines, words } from './lines.js';
import { parseTime } from './time.js';
import { traceProblem } from './traceProblem.js';
/** The rows of a trace, checked: times run forward, values are numbers >= 0. @throws ProblemError naming row and line */
export function* rowsOf(chunks, rules) {
    const rows = rules.time === undefined ? countRows(chunks, rules) : tableRows(chunks, rules);
    const isRequests = rules.time !== undefined && rules.count === undefined && rules.rate === undefined;
    let last;
    for (const row of rows) {
        if (last === undefined)
            checkUnit(row, rules);
        else
            checkOrder(last, row, rules, isRequests);
        yield row;
        last = row;
    }
    if (last !== undefined)
        return;
    throw traceProblem({
        file: rules.file,
        line: 1,
        code: 'empty-trace',
        what: 'has no rows',
        why: 'There is nothing to replay.',
        fix: 'give a file with at least one row of data.',
    });
}
function* countRows(chunks, rules) {
    let number = 0;
    for (const { number: line, text } of words(chunks, rules.file)) {
        number++;
        yield {
            number,
            line,
            seconds: (number - 1) * rules.intervalSeconds,
            amount: amountOf(text, 'count', { number, line, rules }),
        };
    }
}
function* tableRows(chunks, rules) {
    const isJson = /\.jsonl(\.gz)?$/.test(rules.file);
    const read = isJson ? jsonReader(rules) : csvReader(rules);
    let number = 0;
    for (const line of lines(chunks, rules.file)) {
        const cells = read(line, number + 1);
        if (cells === undefined)
            continue;
        number++;
        const at = { number, line: line.number, rules };
        const seconds = parseTime(cells.time, rules.timeFormat);
        if (seconds === undefined)
            throw badCell(cells.time, rules.time ?? 'time', 'a time', at);
        const column = rules.count ?? rules.rate;
        const amount = cells.amount === undefined || column === undefined ? 1 : amountOf(cells.amount, column, at);
        yield { number, line: line.number, seconds, amount };
    }
}
/** Reads the header first; undefined for it. */
function csvReader(rules) {
    let header;
    let delimiter = ',';
    let timeIndex = -1;
    let amountIndex = -1;
    return (line, rowNumber) => {
        if (header === undefined) {
            delimiter = delimiterOf(line.text);
            header = splitCells(line.text.replace(/^\ufeff/, ''), delimiter);
            timeIndex = columnOf(rules.time ?? '', header, rules.file, line.number);
            const amount = rules.count ?? rules.rate;
            amountIndex = amount === undefined ? -1 : columnOf(amount, header, rules.file, line.number);
            return undefined;
        }
        if (hasOpenQuote(line.text))
            throw openQuote(rules.file, line.number, rowNumber);
        const cells = splitCells(line.text, delimiter);
        if (cells.length !== header.length) {
            throw traceProblem({
                file: rules.file,
                line: line.number,
                code: 'ragged-row',
                what: `row ${rowNumber} has ${cells.length} columns, the header has ${header.length}`,
                why: 'It is not clear which cell is missing.',
                fix: `give the row all columns: ${header.join(', ')}.`,
            });
        }
        return { time: cells[timeIndex], amount: amountIndex < 0 ? undefined : cells[amountIndex] };
    };
}
function openQuote(file, line, rowNumber) {
    return traceProblem({
        file,
        line,
        code: 'open-quote',
        what: `row ${rowNumber} has a quote that nothing closes`,
        why: 'It is not clear where the cell ends.',
        fix: 'close it, or double a quote that belongs to the text; a row stands on one line.',
    });
}
function jsonReader(rules) {
    return (line, rowNumber) => {
        const record = parseRecord(line.text);
        if (record === undefined) {
            throw traceProblem({
                file: rules.file,
                line: line.number,
                code: 'bad-json-line',
                what: `row ${rowNumber} is not a JSON object`,
                why: 'A .jsonl trace has one object a line.',
                fix: 'write for example {"time": 0, "count": 12}.',
            });
        }
        const cell = (name) => {
            if (!(name in record))
                columnOf(name, Object.keys(record), rules.file, line.number);
            return String(record[name]);
        };
        const amount = rules.count ?? rules.rate;
        return { time: cell(rules.time ?? ''), amount: amount === undefined ? undefined : cell(amount) };
    };
}
function parseRecord(text) {
    try {
        const value = JSON.parse(text);
        // safe: an object that is no array is a record of unknown values.
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
function columnOf(name, header, file, line) {
    const index = header.indexOf(name);
    if (index >= 0)
        return index;
    throw traceProblem({
        file,
        line,
        code: 'unknown-column',
        what: `has no column "${name}"`,
        why: 'The scenario names columns by the header.',
        fix: suggestion(name, header),
    });
}
function amountOf(text, column, at) {
    const value = parseDecimal(text);
    if (value !== undefined && value >= 0)
        return value;
    throw badCell(text, column, 'a number >= 0', at);
}
function badCell(text, column, wanted, { number, line, rules }) {
    const looksLikeTable = rules.time === undefined && number === 1;
    return traceProblem({
        file: rules.file,
        line,
        code: 'bad-cell',
        what: `row ${number}, column "${column}": got ${text === '' ? 'nothing' : `"${text.slice(0, 40)}"`}, not ${wanted}`,
        why: 'A guessed value would change the load silently.',
        fix: looksLikeTable
            ? 'if the file is a table, name its columns with `time` and `count` or `rate`.'
            : 'write plain numbers such as 1000 or 12.5; leave rows without data out (see `gaps`).',
    });
}
/** Seconds to the year 5138: a time beyond counts in a smaller unit. */
const FAR_SECONDS = 1e11;
/** Three years: no trace steps so far, but seconds mixed with milliseconds do, either way. */
const UNIT_STEP_SECONDS = 1e8;
function checkUnit({ number, line, seconds }, { file, timeFormat }) {
    if (seconds < FAR_SECONDS)
        return;
    throw traceProblem({
        file,
        line,
        code: 'time-too-far',
        what: `row ${number}: timestamp ${seconds} s lies beyond the year 5000`,
        why: 'The column seems to count in a smaller unit, and the trace would play far too slowly.',
        fix: timeFormat === 's' ? 'add `timeFormat: ms`.' : 'write the column in seconds or milliseconds.',
    });
}
function checkOrder(last, row, { file }, isRequests) {
    const at = { file, line: row.line };
    if (Math.abs(row.seconds - last.seconds) > UNIT_STEP_SECONDS) {
        throw traceProblem({
            ...at,
            code: 'mixed-time-units',
            what: `row ${row.number}: timestamp ${row.seconds} s follows ${last.seconds} s: seconds mixed with milliseconds`,
            why: 'No trace pauses for years.',
            fix: 'use one unit, and `timeFormat: ms` for milliseconds.',
        });
    }
    if (row.seconds > last.seconds || (row.seconds === last.seconds && isRequests))
        return;
    const isEqual = row.seconds === last.seconds;
    throw traceProblem({
        ...at,
        code: isEqual ? 'equal-times' : 'time-goes-backwards',
        what: `row ${row.number}: timestamp ${row.seconds} s ${isEqual ? 'equals the one of' : 'is before'} row ${last.number} (${last.seconds} s)`,
        why: isEqual ? 'A row lasts until the next one, and this one would last no time.' : 'Time runs forward only.',
        fix: 'sort the file by time, one row a time.',
    });
}
