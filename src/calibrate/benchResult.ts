import { lineAndColumn } from '../base/lineAndColumn.js';
import type { Problem } from '../base/problem.js';
import {
  type FieldsOfLoad,
  type LoadField,
  type MeasuredLoad,
  measuredLoad,
  placeOfKey,
  type ServerFacts,
} from './measuredLoad.js';

/** Our fields by the keys of `vllm bench serve --save-result`. Source: vllm/benchmarks/serve.py. */
const keys: Readonly<Record<string, LoadField>> = {
  request_rate: 'rate_per_s',
  max_concurrency: 'concurrency',
  completed: 'requests',
  mean_e2el_ms: 'e2e_mean_ms',
  mean_ttft_ms: 'ttft_mean_ms',
  mean_tpot_ms: 'tpot_mean_ms',
  request_throughput: 'throughput_per_s',
};

export interface BenchResults {
  readonly loads: readonly MeasuredLoad[];
  readonly facts: ServerFacts;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** The results of `vllm bench serve`: one document, or one a line (`--append-result`). */
export function readBenchResults(text: string, file: string): BenchResults {
  const whole = parsed(text);
  const entries =
    whole === undefined
      ? text
          .split('\n')
          .map((line, index) => ({ line, value: line.trim() === '' ? null : parsed(line), number: index + 1 }))
      : [{ line: text, value: whole, number: 1 }];
  const loads: MeasuredLoad[] = [];
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  let facts: ServerFacts = {};
  for (const { line, value, number } of entries) {
    if (value === null) continue;
    if (!isMap(value)) {
      problems.push(notJson(file, number));
      continue;
    }
    const place = whole === undefined ? { file, line: number } : { file, ...lineAndColumn(text, 0) };
    const read = measuredLoad(fieldsOf(value, file, line, whole === undefined ? number : undefined), place);
    if (Array.isArray(read)) problems.push(...read);
    else loads.push(read);
    if (typeof value.model_id === 'string') facts = { modelId: value.model_id };
    if (isNumber(value.burstiness) && value.burstiness !== 1)
      warnings.push(unevenArrivals(value.burstiness, placeOfKey(file, text, 'burstiness')));
  }
  return { loads, facts, problems, warnings };
}

function fieldsOf(value: Record<string, unknown>, file: string, text: string, line: number | undefined): FieldsOfLoad {
  const { completed } = value;
  const fields: Partial<Record<LoadField, { text: string; place: Problem['where'] }>> = {};
  const give = (field: LoadField, given: unknown, key: string) => {
    // An infinite rate sends as fast as max_concurrency lets it.
    if (given === undefined || given === null || given === 'inf' || given === Number.POSITIVE_INFINITY) return;
    const place = line === undefined ? placeOfKey(file, text, key) : { file, line };
    fields[field] = { text: String(given), place };
  };
  for (const [key, field] of Object.entries(keys)) give(field, value[key], key);
  const each = (total: unknown) =>
    isNumber(total) && isNumber(completed) && completed > 0 ? total / completed : undefined;
  give('prompt_tokens', each(value.total_input_tokens), 'total_input_tokens');
  give('output_tokens', each(value.total_output_tokens), 'total_output_tokens');
  return fields;
}

function parsed(text: string): unknown {
  try {
    // Python writes infinities as no JSON has them.
    return JSON.parse(text.replace(/:\s*Infinity\b/g, ': "inf"').replace(/:\s*NaN\b/g, ': null'));
  } catch {
    return undefined;
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notJson(file: string, line: number): Problem {
  return {
    code: 'not-json',
    where: { file, line },
    what: 'is neither a JSON object nor one on this line',
    why: 'Results of a benchmark are one object, or one a line.',
    fix: 'give the file that vllm bench serve --save-result wrote.',
  };
}

function unevenArrivals(burstiness: number, where: Problem['where']): Problem {
  return {
    code: 'burstiness',
    where,
    what: `burstiness is ${burstiness}: arrivals were not Poisson`,
    why: 'They are played as Poisson arrivals, so time to first token and the tail differ.',
    fix: 'measure with --burstiness 1.',
  };
}
