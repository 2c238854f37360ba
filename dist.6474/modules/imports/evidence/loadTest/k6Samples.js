import { parseDecimal } from '../../../base/numberText.js';
import { splitCells } from '../../../traffic/trace/cells.js';
import { lines } from '../../../traffic/trace/lines.js';
import { parseTime } from '../../../traffic/trace/time.js';
import { inputChunks, inputProblem } from '../../readInput.js';
/**
 * The values of `k6 run --out json=FILE`, a JSON object a line.
 *
 * Source: k6, internal/output/json/wrapper.go: `{"metric", "type": "Point", "data": {"time", "value", "tags"}}`, and once for each
 * metric a line of type `Metric`, which says nothing that a value does not.
 * @throws ProblemError for a line that is none; the last one may be cut off
 */
export function* jsonSamples(file, onCut) {
    let broken;
    for (const { number, text } of lines(inputChunks(file), file)) {
        if (broken !== undefined)
            throw noSample(file, broken.line, broken.text);
        const sample = jsonSample(text);
        if (sample === undefined)
            broken = { line: number, text };
        else if (sample !== 'metric')
            yield sample;
    }
    if (broken !== undefined)
        onCut(broken.line);
}
function jsonSample(text) {
    let line;
    try {
        line = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (line?.type === 'Metric')
        return 'metric';
    const { time, value, tags } = line?.data ?? {};
    if (line?.type !== 'Point' || typeof line.metric !== 'string')
        return undefined;
    if (typeof time !== 'string' || typeof value !== 'number')
        return undefined;
    const seconds = parseTime(time, 's');
    // safe: k6 writes tags as a map of text; another value is only compared and counted by.
    const named = typeof tags === 'object' && tags !== null ? tags : {};
    return seconds === undefined ? undefined : { metric: line.metric, seconds, value, tags: named };
}
/** The columns that every file has; the rest are tags. */
const ownColumns = ['metric_name', 'timestamp', 'metric_value'];
export const csvHeader = ownColumns.join(',');
/**
 * The values of `k6 run --out csv=FILE`.
 *
 * Source: k6, internal/output/csv/output.go: the three columns, one for each system tag, `extra_tags`, `metadata`. Times are whole
 * seconds unless `K6_CSV_TIME_FORMAT` asks for milli-, micro- or nanoseconds or RFC 3339.
 * @throws ProblemError for a row that is none; the last one may be cut off
 */
export function* csvSamples(file, onCut) {
    let columns;
    let broken;
    for (const { number, text } of lines(inputChunks(file), file)) {
        if (broken !== undefined)
            throw noSample(file, broken.line, broken.text);
        const cells = splitCells(text, ',');
        if (columns === undefined) {
            columns = cells;
            continue;
        }
        const seconds = csvTime(cells[1] ?? '');
        const value = parseDecimal(cells[2] ?? '');
        if (seconds === undefined || value === undefined || cells.length !== columns.length) {
            broken = { line: number, text };
            continue;
        }
        const tags = {};
        for (let index = ownColumns.length; index < columns.length; index++) {
            if (cells[index] !== '')
                tags[columns[index]] = cells[index];
        }
        yield { metric: cells[0], seconds, value, tags };
    }
    if (broken !== undefined)
        onCut(broken.line);
}
/** Each unit makes a present time a thousand times larger: no two can be mistaken. */
function csvTime(text) {
    const written = parseTime(text, 's');
    if (written === undefined || written < 1e11)
        return written;
    if (written < 1e14)
        return written / 1e3;
    return written < 1e17 ? written / 1e6 : written / 1e9;
}
function noSample(file, line, text) {
    const words = {
        code: 'bad-sample',
        what: `is no value of k6: "${text.slice(0, 60)}"`,
        why: 'A part of the test would be missing without notice.',
        fix: 'give the file as `k6 run --out json=FILE` or `--out csv=FILE` wrote it.',
    };
    return inputProblem(file, words, line);
}
