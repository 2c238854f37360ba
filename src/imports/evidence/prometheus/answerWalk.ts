import { parseDecimal } from '../../../base/numberText.js';
import { inputProblem } from '../../readInput.js';
import type { JsonStream } from '../json/jsonStream.js';
import { queryFacts } from '../series/queryFacts.js';
import { SampleColumns } from '../series/sampleColumns.js';
import type { SeriesCollector, SeriesSink } from '../series/seriesCollector.js';
import type { EvidenceWarning } from '../warning.js';

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

interface WalkContext {
  readonly file: string;
  readonly collector: SeriesCollector;
}

/** Walks through answers of Prometheus in whatever they are packed: alone, in a list, under the names of their queries. */
export class AnswerWalk {
  readonly warnings: EvidenceWarning[] = [];
  readonly #queries = new Map<string, string>();
  readonly #json: JsonStream;
  readonly #file: string;
  readonly #collector: SeriesCollector;

  constructor(json: JsonStream, { file, collector }: WalkContext) {
    this.#json = json;
    this.#file = file;
    this.#collector = collector;
  }

  /** The rate window of an answer, where the file tells its query, wherever it tells it. */
  windowOf(title: string): number | undefined {
    return queryFacts(this.#queries.get(title) ?? '')?.windowSeconds;
  }

  /** @param title what the next value is called: a list of series as a whole, of a list of answers each with its number */
  walk(title: string, depth = 0): void {
    const json = this.#json;
    const next = depth > DEPTH_LIMIT ? '' : json.peek();
    if (next === '{') this.#object({ title, answerTitle: title, depth });
    else if (next === '[') {
      let count = 0;
      for (const _ of json.items()) {
        count++;
        if (json.peek() === '{') this.#object({ title, answerTitle: `${title}-${count}`, depth });
        else json.passOver();
      }
    } else json.passOver();
  }

  /** A series, an answer, its `data`, or answers by name: its keys tell. */
  #object({ title, answerTitle: given, depth }: { title: string; answerTitle: string; depth: number }): void {
    const json = this.#json;
    const line = json.line;
    const said: Record<string, unknown> = {};
    const series = new SeriesDraft(title, this.#queries.get(title));
    let answerTitle = given;
    for (const key of json.keys()) {
      const next = json.peek();
      if (key === 'metric' && next === '{') series.metric = labelsOf(json.value());
      else if (key === 'values' && next === '[') this.#values(series);
      else if (key === 'value' && next === '[') {
        series.isInstant = true;
        json.passOver();
      } else if (key === 'queries' && next === '{') this.#takeQueries(json.value());
      else if (queryKeys.has(key) && next === '"') this.#queries.set(answerTitle, String(json.value()));
      else if (nameKeys.has(key) && next === '"') {
        const query = this.#queries.get(answerTitle);
        answerTitle = String(json.value());
        if (query !== undefined) this.#queries.set(answerTitle, query);
      } else if (envelope.has(key)) said[key] = json.value();
      else if (key === 'data' || key === 'result') {
        const before = this.#collector.count;
        this.walk(answerTitle, depth + 1);
        if (key === 'result' && this.#collector.count === before)
          this.#warn(answerTitle, line, 'matched nothing', 'not recorded');
      } else this.walk(key, depth + 1);
    }
    if (series.isInstant)
      this.#warn(
        title,
        line,
        'is the answer of one instant (/api/v1/query)',
        'nothing of it (ask /api/v1/query_range)',
      );
    this.#samplesBeforeName(series);
    this.#heed(said, answerTitle, line);
  }

  #heed({ status, error, warnings }: Record<string, unknown>, title: string, line: number): void {
    const text = (value: unknown) => String(value).slice(0, 200);
    if (status === 'error')
      this.#warn(title, line, `is an error of Prometheus: ${text(error ?? 'no reason given')}`, 'not recorded');
    if (Array.isArray(warnings) && warnings.length > 0)
      this.#warn(title, line, `came with a warning of Prometheus: ${text(warnings[0])}`, 'whole all the same');
  }

  #warn(title: string, line: number, what: string, assumed: string): void {
    this.warnings.push({ code: 'answer', where: { file: this.#file, line }, what: `${title} ${what}`, assumed });
  }

  #takeQueries(queries: unknown): void {
    for (const [title, query] of Object.entries(queries ?? {})) this.#queries.set(title, String(query));
  }

  /** Prometheus writes the labels first, so that samples go where they belong at once. */
  #values(series: SeriesDraft): void {
    const sink = series.metric === undefined ? undefined : this.#begin(series);
    const isUnused = series.metric !== undefined && sink === undefined;
    if (isUnused) {
      this.#json.passOver();
      return;
    }
    const held = sink ?? series.hold();
    this.#json.pairs((seconds, value) => held.add(Number(seconds), this.#valueOf(value, series)));
  }

  #samplesBeforeName(series: SeriesDraft): void {
    const { held } = series;
    if (held === undefined) return;
    const sink = this.#begin({ ...series, metric: series.metric ?? {} });
    for (let index = 0; index < held.count; index++) sink?.add(held.seconds[index], held.values[index]);
  }

  #begin({ title, query, metric = {} }: Pick<SeriesDraft, 'title' | 'query' | 'metric'>): SeriesSink | undefined {
    const { __name__: name = '', ...labels } = metric;
    const asked = query === undefined ? {} : { query };
    return this.#collector.begin({ file: this.#file, name, labels, title, ...asked });
  }

  /** NaN for what Go's FormatFloat writes for no number: stale, or a division by nothing. */
  #valueOf(text: string, { title }: SeriesDraft): number {
    const value = parseDecimal(text);
    if (value !== undefined) return value;
    if (/^([+-]?inf|nan|null)$/i.test(text)) return Number.NaN;
    throw inputProblem(
      this.#file,
      {
        code: 'bad-value',
        what: `${title} has the value "${text.slice(0, 40)}", not a finite number`,
        why: 'A guessed value would change the load silently.',
        fix: 'save the answer of Prometheus as it is.',
      },
      this.#json.line,
    );
  }
}

/** A series whose parts come in any order. */
class SeriesDraft {
  readonly title: string;
  readonly query: string | undefined;
  metric: Readonly<Record<string, string>> | undefined;
  isInstant = false;
  held: SampleColumns | undefined;

  constructor(title: string, query: string | undefined) {
    this.title = title;
    this.query = query;
  }

  hold(): SampleColumns {
    this.held ??= new SampleColumns();
    return this.held;
  }
}

function labelsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(value ?? {}).map(([name, label]) => [name, String(label)]));
}
