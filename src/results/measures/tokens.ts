import type { Histogram } from '../../stats/histogram.js';
import { type Measure, type Missing, ratioOf } from '../measure.js';
import type { QualityTotals, RunTotals, TokenTotals } from '../runTotals.js';
import { quantileFormula, quantileMs, usualQuantiles } from './latency.js';

const source = 'vLLM: benchmark_serving (TTFT, TPOT)';
const ours = 'no standard; defined here';
const noServers = { missing: 'no service has model servers' };

function tokenMeasure(
  words: Pick<Measure, 'name' | 'label' | 'unit' | 'better' | 'definition' | 'formula'> &
    Partial<Pick<Measure, 'source'>>,
  compute: (tokens: TokenTotals, totals: Parameters<Measure['compute']>[0]) => number | Missing,
): Measure {
  return {
    level: 'detail',
    source,
    ...words,
    compute: (totals) => totals.tokens && compute(totals.tokens, totals),
  };
}

/** Only where a model says how often it answers right. */
function qualityMeasure(
  words: Parameters<typeof tokenMeasure>[0],
  compute: (quality: QualityTotals, totals: RunTotals) => number | Missing,
): Measure {
  return {
    level: 'detail',
    source: ours,
    ...words,
    compute: (totals) => totals.tokens?.quality && compute(totals.tokens.quality, totals),
  };
}

interface TimeWords {
  readonly prefix: 'ttft' | 'itl';
  readonly label: string;
  readonly definition: string;
  of(tokens: TokenTotals): Histogram;
}

function times({ prefix, label, definition, of }: TimeWords): Measure[] {
  const common = { unit: 'ms', better: 'lower', definition } as const;
  const meanWords = { ...common, name: `${prefix}_mean_ms`, label: `mean ${label}`, formula: 'sum / count' };
  return [
    tokenMeasure(meanWords, (tokens) => {
      const histogram = of(tokens);
      return histogram.count > 0 ? (histogram.sumSeconds / histogram.count) * 1e3 : { missing: 'no samples' };
    }),
    ...usualQuantiles.map(([suffix, probability]) =>
      tokenMeasure(
        { ...common, name: `${prefix}_${suffix}_ms`, label: `${suffix} ${label}`, formula: quantileFormula },
        (tokens) => quantileMs(of(tokens), probability),
      ),
    ),
  ];
}

/** Tokens and their times; only of model servers and providers, and of requests answered well. */
export const tokenMeasures: readonly Measure[] = [
  ...times({
    prefix: 'ttft',
    label: 'TTFT',
    definition:
      'Intended arrival to the first token of the try that was answered, over requests answered well; of one out of a cache to its answer.',
    of: ({ firstToken }) => firstToken,
  }),
  ...times({
    prefix: 'itl',
    label: 'ITL',
    definition:
      'Mean time between two tokens of an answer, (latency - TTFT) / (output tokens - 1), over requests answered well with more than one.',
    of: ({ gap }) => gap,
  }),
  tokenMeasure(
    {
      name: 'normalised_latency_ms_per_token',
      label: 'latency a token',
      unit: 'ms',
      better: 'lower',
      definition: 'Latency of a request by the tokens of its answer, mean over requests answered well.',
      formula: 'mean of latency / output tokens',
      source: 'Kwon et al. 2023 (vLLM, PagedAttention): normalized latency',
    },
    ({ normalisedSeconds, answers }) => ratioOf(normalisedSeconds * 1e3, answers, 'no samples'),
  ),
  tokenMeasure(
    {
      name: 'goodput_per_second',
      label: 'goodput',
      unit: 'per_second',
      better: 'higher',
      definition: 'Requests a second of the span that were good: within the latency, the TTFT and the ITL of the SLO.',
      formula: 'requests_good / span',
      source: 'Zhong et al. 2024 (DistServe): goodput',
    },
    (_, { slo, requests, spanSeconds }) => (slo === undefined ? { missing: 'no slo' } : requests.good / spanSeconds),
  ),
  tokenMeasure(
    {
      name: 'prompt_tokens',
      label: 'prompt tokens',
      unit: 'count',
      better: 'none',
      definition: 'Tokens of the prompts of requests answered well. By intended arrival.',
      formula: 'sum over the requests',
    },
    ({ promptTokens }) => promptTokens,
  ),
  tokenMeasure(
    {
      name: 'output_tokens',
      label: 'output tokens',
      unit: 'count',
      better: 'higher',
      definition: 'Tokens of their answers.',
      formula: 'sum over the requests',
    },
    ({ outputTokens }) => outputTokens,
  ),
  tokenMeasure(
    {
      name: 'tokens_per_second',
      label: 'output tokens/s',
      unit: 'per_second',
      better: 'higher',
      definition: 'Tokens of answers a second of the span.',
      formula: 'output_tokens / span',
    },
    ({ outputTokens }, { spanSeconds }) => outputTokens / spanSeconds,
  ),
  tokenMeasure(
    {
      name: 'tokens_per_gpu_second',
      label: 'tokens/GPU-s',
      unit: 'per_second',
      better: 'higher',
      definition: 'Tokens of the answers of model servers a second that a GPU was ready.',
      formula: 'their output tokens / sum over services of ready instance-seconds x `gpus`',
      source: ours,
    },
    ({ servers }) =>
      servers === undefined ? noServers : ratioOf(servers.outputTokens, servers.gpuSeconds, 'no samples'),
  ),
  tokenMeasure(
    {
      name: 'preemptions',
      label: 'preemptions',
      unit: 'count',
      better: 'lower',
      definition:
        'Times that a model server took a request out of its batch because the KV memory was full; it computes the context again later.',
      formula: 'count in the span',
      source: 'vLLM: vllm:num_preemptions_total',
    },
    ({ servers }) => servers?.preemptions ?? noServers,
  ),
  tokenMeasure(
    {
      name: 'kv_peak_ratio',
      label: 'KV peak',
      unit: 'ratio',
      better: 'none',
      definition: 'Largest share of its KV memory that an instance held in the run, the warm-up included.',
      formula: 'max over instances of held blocks / blocks',
      source: ours,
    },
    ({ servers }) => servers?.kvPeakRatio ?? noServers,
  ),
  tokenMeasure(
    {
      name: 'cost_per_million_output_tokens_usd',
      label: '$/million tokens',
      unit: 'usd',
      better: 'lower',
      definition: 'Cost of a million tokens of answers; over all services that of the others, too.',
      formula: 'cost_usd / output_tokens x 10^6',
      source: ours,
    },
    ({ outputTokens }, { fleet }) => ratioOf(fleet.costUsd * 1e6, outputTokens, 'no tokens'),
  ),
  qualityMeasure(
    {
      name: 'quality',
      label: 'quality',
      unit: 'ratio',
      better: 'higher',
      definition:
        'Share of right answers among those of model servers, by `models.X.quality`; one out of a cache is right where its model is and it fits. By intended arrival.',
      formula: 'right answers / answers',
    },
    ({ right, judged }) => ratioOf(right, judged, 'no answers'),
  ),
  qualityMeasure(
    {
      name: 'quality_weighted_goodput_per_second',
      label: 'right goodput',
      unit: 'per_second',
      better: 'higher',
      definition: 'Requests a second of the span that were good, as goodput counts them, and answered right.',
      formula: 'right answers within all limits / span',
    },
    ({ rightAndGood }, { slo, spanSeconds }) =>
      slo === undefined ? { missing: 'no slo' } : rightAndGood / spanSeconds,
  ),
  qualityMeasure(
    {
      name: 'cost_per_right_answer_usd',
      label: '$/right answer',
      unit: 'usd',
      better: 'lower',
      definition: 'Cost of an answer that is right: wrong ones are paid for, too.',
      formula: 'cost_usd / right answers',
    },
    ({ right }, { fleet }) => ratioOf(fleet.costUsd, right, 'no right answers'),
  ),
];
