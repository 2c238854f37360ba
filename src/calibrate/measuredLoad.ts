import { lineAndColumn } from '../base/lineAndColumn.js';
import type { Place, Problem } from '../base/problem.js';
import type { Load } from './playLoads.js';
import type { TokenLengths } from './tokenLengths.js';

/** One load of a benchmark, and what its client measured. */
export interface MeasuredLoad {
  readonly place: Place;
  readonly load: Load;
  readonly e2eMeanMs?: number | undefined;
  readonly ttftMeanMs?: number | undefined;
  readonly tpotMeanMs?: number | undefined;
  readonly throughputPerSecond?: number | undefined;
}

/** What a server says of itself. */
export interface ServerFacts {
  readonly kvBlocks?: number;
  /** Prompt tokens found in the prefix cache, of those asked for. */
  readonly hitRatio?: number;
  readonly preemptions?: number;
  /** As it was started with: `meta-llama/Llama-3.1-8B-Instruct`. */
  readonly modelId?: string;
  readonly promptTokens?: TokenLengths;
  readonly outputTokens?: TokenLengths;
}

/** The columns of a table, and what other forms are translated to. Times in milliseconds. */
export const loadFields = [
  'rate_per_s',
  'concurrency',
  'requests',
  'prompt_tokens',
  'output_tokens',
  'distinct_prompts',
  'e2e_mean_ms',
  'ttft_mean_ms',
  'tpot_mean_ms',
  'throughput_per_s',
] as const;
export type LoadField = (typeof loadFields)[number];

/** A text of a field and where it stands. */
export type FieldsOfLoad = Readonly<Partial<Record<LoadField, { readonly text: string; readonly place: Place }>>>;

/** Where a benchmark says nothing of it. */
const defaultRequests = 1000;
/** More would take minutes and tell nothing new. */
const requestLimit = 5000;
/** What no benchmark of one server reaches: a slip of the pen, or another unit. */
const largest: Readonly<Record<LoadField, number>> = {
  rate_per_s: 1e6,
  concurrency: 100_000,
  requests: 1e9,
  prompt_tokens: 10_000_000,
  output_tokens: 1_000_000,
  distinct_prompts: 1e9,
  e2e_mean_ms: 1e9,
  ttft_mean_ms: 1e9,
  tpot_mean_ms: 1e7,
  throughput_per_s: 1e6,
};

const wholeFields: readonly LoadField[] = [
  'concurrency',
  'requests',
  'prompt_tokens',
  'output_tokens',
  'distinct_prompts',
];

/** Reads one load. @returns the load, or all that is wrong with it */
export function measuredLoad(fields: FieldsOfLoad, place: Place): MeasuredLoad | Problem[] {
  const problems: Problem[] = [];
  const value = (name: LoadField): number | undefined => {
    const given = fields[name];
    if (given === undefined || given.text === '') return undefined;
    const number = Number(given.text);
    if (number > 0 && number <= largest[name])
      return wholeFields.includes(name) ? Math.max(1, Math.round(number)) : number;
    problems.push({
      code: 'bad-value',
      where: { ...given.place, path: name },
      what: `got "${given.text}", which is not a number above 0, at most ${largest[name]}`,
      why: 'A load without it cannot be played again.',
      fix: `write for example ${name} ${name.endsWith('_ms') ? '1240.5' : '10'}; times are in milliseconds.`,
    });
    return undefined;
  };
  const read = Object.fromEntries(loadFields.map((name) => [name, value(name)])) as Record<
    LoadField,
    number | undefined
  >; // safe: of these names
  if (problems.length > 0) return problems;
  const missing = missingOf(read);
  if (missing !== undefined) return [{ code: 'missing-figure', where: place, ...missing }];
  return { place, ...loadOf(read) };
}

function missingOf(read: Readonly<Record<LoadField, number | undefined>>): Omit<Problem, 'code' | 'where'> | undefined {
  if (read.rate_per_s === undefined && read.concurrency === undefined) {
    return {
      what: 'says neither how many requests came a second nor how many were inside',
      why: 'The same latency means another server at another load.',
      fix: 'give rate_per_s, or concurrency for a fixed number of clients (vllm bench serve: --request-rate, --max-concurrency).',
    };
  }
  if (read.prompt_tokens === undefined || read.output_tokens === undefined) {
    return {
      what: 'does not say how long prompts and answers were',
      why: 'Their lengths decide how many iterations a request takes.',
      fix: 'give prompt_tokens and output_tokens, the means.',
    };
  }
  if (read.e2e_mean_ms === undefined && read.tpot_mean_ms === undefined) {
    return {
      what: 'has neither a mean latency nor a mean time a token',
      why: 'One of them is what is fitted.',
      fix: 'give e2e_mean_ms or tpot_mean_ms (vllm bench serve: --percentile-metrics ttft,tpot,e2el).',
    };
  }
  if (read.e2e_mean_ms === undefined && read.output_tokens === 1) {
    return {
      what: 'has answers of one token, and no mean latency',
      why: 'A time a token is between tokens.',
      fix: 'give e2e_mean_ms, or a load with longer answers.',
    };
  }
  if (read.e2e_mean_ms !== undefined && read.ttft_mean_ms !== undefined && read.e2e_mean_ms < read.ttft_mean_ms) {
    return {
      what: `has a mean latency of ${read.e2e_mean_ms} ms below its mean time to first token of ${read.ttft_mean_ms} ms`,
      why: 'An answer ends after its first token.',
      fix: 'give both in milliseconds.',
    };
  }
  return undefined;
}

function loadOf(read: Readonly<Record<LoadField, number | undefined>>): Omit<MeasuredLoad, 'place'> {
  const { rate_per_s: ratePerSecond, concurrency = 1, prompt_tokens: prompt = 1, output_tokens: output = 1 } = read;
  const { ttft_mean_ms: ttftMeanMs, tpot_mean_ms: tpotMeanMs } = read;
  const isWhole = ttftMeanMs !== undefined && tpotMeanMs !== undefined;
  return {
    load: {
      arrivals: ratePerSecond === undefined ? { concurrency } : { ratePerSecond },
      requests: Math.min(requestLimit, Math.max(read.requests ?? defaultRequests, 1)),
      promptTokens: [prompt, prompt],
      outputTokens: [output, output],
      distinctPrompts: read.distinct_prompts,
    },
    e2eMeanMs: read.e2e_mean_ms ?? (isWhole ? ttftMeanMs + tpotMeanMs * (output - 1) : undefined),
    ttftMeanMs,
    tpotMeanMs,
    throughputPerSecond: read.throughput_per_s,
  };
}

/** `10 requests/s`, `32 inside`. */
export function loadLabel({ load: { arrivals, promptTokens, outputTokens } }: MeasuredLoad): string {
  const how = 'ratePerSecond' in arrivals ? `${arrivals.ratePerSecond} requests/s` : `${arrivals.concurrency} inside`;
  return `${how}, ${promptTokens[0]} + ${outputTokens[0]} tokens`;
}

/** The place of a name in a text. */
export function placeOfKey(file: string, text: string, key: string): Place {
  return { file, ...lineAndColumn(text, text.indexOf(JSON.stringify(key))) };
}
