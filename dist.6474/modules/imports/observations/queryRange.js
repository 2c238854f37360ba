import { basename } from 'node:path';
import { z } from 'zod';
import { ProblemError } from '../../base/problem.js';
import { readSample } from '../prometheusSample.js';
const series = z.array(z.object({ metric: z.record(z.string(), z.string()), values: z.array(z.tuple([z.number(), z.string()])) }));
const answer = z.union([
    series,
    z.object({ data: z.object({ result: series }) }).transform(({ data }) => data.result),
    z.object({ result: series }).transform(({ result }) => result),
]);
/**
 * Answers of `/api/v1/query_range`, their `data`, or the lists of their series alone, as one table.
 *
 * Series are brought to the instants of all of them; between two samples a value stays. A series that is alone in its file
 * can be called by the file's name too.
 * @throws ProblemError
 */
export function readQueryRanges(answers) {
    const byLabel = new Map();
    for (const { file, text } of answers) {
        const parsed = answer.safeParse(parseJson(text, file));
        if (!parsed.success)
            throw wrong(file, 'is no answer of query_range with series (resultType matrix)');
        const labels = new Set(parsed.data.map(({ metric }) => fullName(metric)));
        const alias = labels.size === 1 ? [basename(file).replace(/\.[^.]*$/, '')] : [];
        for (const { metric, values } of parsed.data) {
            const full = fullName(metric);
            // Sums have no labels: in two files they are two series all the same.
            const key = answers.length === 1 ? full : `${file} ${full}`;
            const shown = answers.length === 1 || full !== '{}' ? full : `${basename(file)} {}`;
            const own = metric.__name__ === undefined ? [] : [metric.__name__];
            // Exports come in chunks: entries with the same labels are one series.
            const known = byLabel.get(key) ?? { names: [shown, ...own, ...alias], samples: new Map() };
            for (const [seconds, value] of values) {
                known.samples.set(seconds, readSample(value, { file, text, label: full, seconds }));
            }
            byLabel.set(key, known);
        }
    }
    const seconds = [...new Set([...byLabel.values()].flatMap(({ samples }) => [...samples.keys()]))].sort((a, b) => a - b);
    const columns = [...byLabel.values()].map(({ names, samples }) => {
        const below = [...samples.values()].find((value) => value < 0);
        const negative = below === undefined ? {} : { negative: { text: String(below) } };
        return { names, values: held(samples, seconds), ...negative };
    });
    return { seconds, columns };
}
/** As PromQL writes it. */
function fullName({ __name__: name = '', ...labels }) {
    return `${name}{${Object.entries(labels)
        .map(([key, value]) => `${key}="${value}"`)
        .join(', ')}}`;
}
/** Prometheus looks back five minutes for a sample; older ones are stale (its documentation, "Staleness"). */
const lookBackSeconds = 300;
function held(samples, seconds) {
    let last = { seconds: Number.NEGATIVE_INFINITY, value: Number.NaN };
    return seconds.map((instant) => {
        const value = samples.get(instant);
        if (value !== undefined)
            last = { seconds: instant, value };
        return instant - last.seconds <= lookBackSeconds ? last.value : Number.NaN;
    });
}
function parseJson(text, file) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw wrong(file, 'is not JSON');
    }
}
function wrong(file, what) {
    const why = 'Recorded series are the matrix that query_range answers.';
    const fix = 'save the whole answer of /api/v1/query_range, or write observations as JSON lines.';
    return new ProblemError([{ code: 'bad-query-range', where: { file }, what, why, fix }]);
}
