import { parseDecimal } from '../../../base/numberText.js';
import { inputProblem } from '../../readInput.js';
import { queryFacts } from '../series/queryFacts.js';
import { SampleColumns } from '../series/sampleColumns.js';
/** Keys of an answer besides its data. Source: Prometheus' documentation, "HTTP API", "Format overview". */
const envelope = new Set([
    'status',
    'errorType',
    'error',
    'warnings',
    'infos',
    'resultType',
    'stats',
    'isPartial',
    'trace',
]);
/** What scripts that collect answers call the query, and the answer. */
const queryKeys = new Set(['query', 'expr', 'promql']);
const nameKeys = new Set(['name', 'title', 'legend']);
/** Answers in bundles in bundles; what is deeper is something else. */
const DEPTH_LIMIT = 6;
/** Walks through answers of Prometheus in whatever they are packed: alone, in a list, under the names of their queries. */
export class AnswerWalk {
    warnings = [];
    #queries = new Map();
    #json;
    #file;
    #collector;
    constructor(json, { file, collector }) {
        this.#json = json;
        this.#file = file;
        this.#collector = collector;
    }
    /** The rate window of an answer, where the file tells its query, wherever it tells it. */
    windowOf(title) {
        return queryFacts(this.#queries.get(title) ?? '')?.windowSeconds;
    }
    /** @param title what the next value is called: a list of series as a whole, of a list of answers each with its number */
    walk(title, depth = 0) {
        const json = this.#json;
        const next = depth > DEPTH_LIMIT ? '' : json.peek();
        if (next === '{')
            this.#object({ title, answerTitle: title, depth });
        else if (next === '[') {
            let count = 0;
            for (const _ of json.items()) {
                count++;
                if (json.peek() === '{')
                    this.#object({ title, answerTitle: `${title}-${count}`, depth });
                else
                    json.skip();
            }
        }
        else
            json.skip();
    }
    /** A series, an answer, its `data`, or answers by name: its keys tell. */
    #object({ title, answerTitle: given, depth }) {
        const json = this.#json;
        const line = json.line;
        const said = {};
        const series = new SeriesDraft(title, this.#queries.get(title));
        let answerTitle = given;
        for (const key of json.keys()) {
            const next = json.peek();
            if (key === 'metric' && next === '{')
                series.metric = labelsOf(json.value());
            else if (key === 'values' && next === '[')
                this.#values(series);
            else if (key === 'value' && next === '[') {
                series.isInstant = true;
                json.skip();
            }
            else if (key === 'queries' && next === '{')
                this.#takeQueries(json.value());
            else if (queryKeys.has(key) && next === '"')
                this.#queries.set(answerTitle, String(json.value()));
            else if (nameKeys.has(key) && next === '"') {
                const query = this.#queries.get(answerTitle);
                answerTitle = String(json.value());
                if (query !== undefined)
                    this.#queries.set(answerTitle, query);
            }
            else if (envelope.has(key))
                said[key] = json.value();
            else if (key === 'data' || key === 'result') {
                const before = this.#collector.count;
                this.walk(answerTitle, depth + 1);
                if (key === 'result' && this.#collector.count === before)
                    this.#warn(answerTitle, line, 'matched nothing', 'not recorded');
            }
            else
                this.walk(key, depth + 1);
        }
        if (series.isInstant)
            this.#warn(title, line, 'is the answer of one instant (/api/v1/query)', 'nothing of it (ask /api/v1/query_range)');
        this.#samplesBeforeName(series);
        this.#heed(said, answerTitle, line);
    }
    #heed({ status, error, warnings }, title, line) {
        const text = (value) => String(value).slice(0, 200);
        if (status === 'error')
            this.#warn(title, line, `is an error of Prometheus: ${text(error ?? 'no reason given')}`, 'not recorded');
        if (Array.isArray(warnings) && warnings.length > 0)
            this.#warn(title, line, `came with a warning of Prometheus: ${text(warnings[0])}`, 'whole all the same');
    }
    #warn(title, line, what, assumed) {
        this.warnings.push({ code: 'answer', where: { file: this.#file, line }, what: `${title} ${what}`, assumed });
    }
    #takeQueries(queries) {
        for (const [title, query] of Object.entries(queries ?? {}))
            this.#queries.set(title, String(query));
    }
    /** Prometheus writes the labels first, so that samples go where they belong at once. */
    #values(series) {
        const sink = series.metric === undefined ? undefined : this.#begin(series);
        const isUnused = series.metric !== undefined && sink === undefined;
        if (isUnused) {
            this.#json.skip();
            return;
        }
        const held = sink ?? series.hold();
        this.#json.pairs((seconds, value) => held.add(Number(seconds), this.#valueOf(value, series)));
    }
    #samplesBeforeName(series) {
        const { held } = series;
        if (held === undefined)
            return;
        const sink = this.#begin({ ...series, metric: series.metric ?? {} });
        for (let index = 0; index < held.count; index++)
            sink?.add(held.seconds[index], held.values[index]);
    }
    #begin({ title, query, metric = {} }) {
        const { __name__: name = '', ...labels } = metric;
        const asked = query === undefined ? {} : { query };
        return this.#collector.begin({ file: this.#file, name, labels, title, ...asked });
    }
    /** NaN for what Go's FormatFloat writes for no number: stale, or a division by nothing. */
    #valueOf(text, { title }) {
        const value = parseDecimal(text);
        if (value !== undefined)
            return value;
        if (/^([+-]?inf|nan|null)$/i.test(text))
            return Number.NaN;
        throw inputProblem(this.#file, {
            code: 'bad-value',
            what: `${title} has the value "${text.slice(0, 40)}", not a finite number`,
            why: 'A guessed value would change the load silently.',
            fix: 'save the answer of Prometheus as it is.',
        }, this.#json.line);
    }
}
/** A series whose parts come in any order. */
class SeriesDraft {
    title;
    query;
    metric;
    isInstant = false;
    held;
    constructor(title, query) {
        this.title = title;
        this.query = query;
    }
    hold() {
        this.held ??= new SampleColumns();
        return this.held;
    }
}
function labelsOf(value) {
    return Object.fromEntries(Object.entries(value ?? {}).map(([name, label]) => [name, String(label)]));
}
