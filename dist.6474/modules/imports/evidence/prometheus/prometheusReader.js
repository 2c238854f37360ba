import { inputChunks, inputProblem } from '../../readInput.js';
import { JsonStream } from '../json/jsonStream.js';
import { SeriesCollector } from '../series/seriesCollector.js';
import { seriesFile } from '../series/seriesFile.js';
import { titleOf } from '../series/seriesMeta.js';
import { AnswerWalk } from './answerWalk.js';
/** Answers of Prometheus' query_range: one, or many in one file as `dryscale queries` collects them. */
export const prometheusReader = {
    name: 'prometheus',
    summary: 'answers of Prometheus query_range (JSON), one or many in a file',
    recognises,
    read(file, options) {
        const fix = 'save the whole answer of /api/v1/query_range again, e.g. with curl -o FILE.';
        const json = new JsonStream(inputChunks(file), { file, fix });
        const collector = new SeriesCollector(file, options);
        const walk = new AnswerWalk(json, { file, collector });
        walk.walk(titleOf(file));
        json.end();
        const [first] = walk.warnings;
        if (collector.count === 0)
            throw inputProblem(file, nothingIn(first?.what), first?.where.line);
        const collected = collector.finish((title) => walk.windowOf(title));
        return seriesFile(file, { form: 'Prometheus', collected, warnings: walk.warnings, options });
    },
};
/** By the words that an answer begins with; a bundle has them one level down. */
function recognises({ text, jsonKeys }) {
    if (!/^\s*[[{]/.test(text))
        return false;
    const has = (...keys) => keys.every((key) => jsonKeys.includes(key));
    if (has('metric', 'values') || has('metric', 'value') || has('resultType') || has('status', 'errorType'))
        return true;
    return /"resultType"\s*:\s*"(matrix|vector|scalar|string)"|"metric"\s*:\s*\{[^{}]*\}\s*,\s*"values?"\s*:\s*\[/.test(text);
}
function nothingIn(what) {
    return {
        code: 'no-series',
        what: what ?? 'holds no series',
        why: 'No query matched anything: there is nothing to read.',
        fix: 'check the queries and their span; dryscale queries prints some that fit a manifest.',
    };
}
