import { z } from 'zod';
import { issueWords } from '../../base/issueWords.js';
import { readSample } from '../prometheusSample.js';
import { inputChunks, inputProblem } from '../readInput.js';
const seriesSchema = z.object({
    metric: z.record(z.string(), z.string()),
    values: z.array(z.tuple([z.number(), z.string()])).default([]),
});
/** Largest answer that is read, in characters: a day of 850 series by the minute. */
const LENGTH_LIMIT = 32_000_000;
/**
 * The series of an answer of `/api/v1/query_range`, or of the `result` list alone.
 *
 * Entries with the same labels are one series: exports come in chunks.
 * @throws ProblemError
 */
export function readMatrix(file) {
    const text = readAll(file);
    const result = resultOf(parseJson(text, file), file);
    const parsed = z.array(seriesSchema).safeParse(result);
    if (!parsed.success)
        throw wrongForm(file, parsed.error.issues[0]);
    const byLabel = new Map();
    for (const { metric, values } of parsed.data) {
        const label = labelOf(metric);
        const series = byLabel.get(label) ?? { name: metric.__name__, samples: [] };
        byLabel.set(label, series);
        for (const [seconds, value] of values) {
            series.samples.push({ seconds, value: readSample(value, { file, text, label, seconds }) });
        }
    }
    return [...byLabel].map(([label, { name, samples }]) => ({ label, name, ...inOrder(samples) }));
}
function readAll(file) {
    const parts = [];
    let length = 0;
    for (const chunk of inputChunks(file)) {
        parts.push(chunk);
        length += chunk.length;
        if (length > LENGTH_LIMIT) {
            throw inputProblem(file, {
                code: 'too-large',
                what: `is longer than ${LENGTH_LIMIT} characters`,
                why: 'It is read whole, and would take too much memory.',
                fix: 'ask for fewer series, a longer step or a shorter span.',
            });
        }
    }
    return parts.join('');
}
function parseJson(text, file) {
    try {
        return JSON.parse(text);
    }
    catch (thrown) {
        const message = thrown instanceof Error ? thrown.message : String(thrown);
        const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
        const line = Number.isNaN(position) ? text.split('\n').length : text.slice(0, position).split('\n').length;
        const words = {
            code: 'bad-json',
            what: `is not JSON: ${message.split('\n')[0].slice(0, 120)}`,
            why: 'An answer of Prometheus is one JSON document.',
            fix: "save the whole answer, e.g. curl -o FILE 'http://HOST:9090/api/v1/query_range?query=...'.",
        };
        throw inputProblem(file, words, line);
    }
}
/** The list of series inside the envelope, where there is one. */
function resultOf(document, file) {
    if (Array.isArray(document) || typeof document !== 'object' || document === null)
        return document;
    if ('status' in document && document.status === 'error') {
        const error = 'error' in document ? String(document.error).slice(0, 200) : 'no reason given';
        throw inputProblem(file, {
            code: 'prometheus-error',
            what: `is an error of Prometheus: ${error}`,
            why: 'It holds no data.',
            fix: 'fix the query and save its answer.',
        });
    }
    const data = 'data' in document ? document.data : document;
    if (typeof data !== 'object' || data === null)
        return data;
    const type = 'resultType' in data ? String(data.resultType) : 'matrix';
    if (type !== 'matrix') {
        throw inputProblem(file, {
            code: 'not-a-matrix',
            what: `holds a ${type}: values of one instant`,
            why: 'A trace needs values over time.',
            fix: 'ask /api/v1/query_range, not /api/v1/query.',
        });
    }
    return 'result' in data ? data.result : data;
}
function wrongForm(file, issue) {
    return inputProblem(file, {
        code: 'wrong-form',
        what: `${['result', ...issue.path].map(String).join('.')} ${issueWords(issue)}`,
        why: 'Series are read as {"metric": {labels}, "values": [[seconds, "value"], ...]}.',
        fix: 'save the answer of /api/v1/query_range as it is.',
    });
}
function labelOf({ __name__: name = '', ...labels }) {
    const pairs = Object.keys(labels)
        .sort()
        .map((key) => `${key}="${labels[key]}"`);
    return pairs.length === 0 ? name || '{}' : `${name}{${pairs.join(',')}}`;
}
function inOrder(samples) {
    const sorted = samples.sort((a, b) => a.seconds - b.seconds);
    const single = sorted.filter(({ seconds }, index) => index === 0 || seconds !== sorted[index - 1].seconds);
    return { samples: single, doubleCount: sorted.length - single.length };
}
