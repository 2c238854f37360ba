import { type Load, type PlayedLoad, playLoads } from '../../../src/calibrate/playLoads.js';
import type { ModelServerSettings } from '../../../src/fleet/modelServer/settings.js';
import { architectures } from '../../../src/fleet/models/architectures.js';
import {
  type Datasheet,
  type Generation,
  numbersOf,
  type ReplicaNumbers,
} from '../../../src/fleet/models/datasheet.js';
import { gpus } from '../../../src/fleet/models/gpus.js';

/** A run of `vllm-h100.json`: a server, and the loads that came one after the other. */
export interface MeasuredRun {
  readonly id: string;
  readonly model: string;
  readonly tp: number;
  readonly max_num_seqs: number;
  readonly max_num_batched_tokens: number;
  readonly kv_blocks: number | null;
  readonly distinct_prompts: number;
  readonly stages: readonly MeasuredStage[];
  readonly note?: string;
}

export interface MeasuredStage {
  readonly rate_per_s: number;
  readonly requests: number;
  readonly prompt_tokens_min?: number;
  readonly prompt_tokens_max?: number;
  readonly prompt_tokens_nominal?: number;
  readonly output_tokens: number;
  readonly measured: Readonly<Record<string, number>>;
  readonly judge?: string;
}

/** A row of `silicon-vllm.csv`. */
export interface SiliconRow {
  readonly model: string;
  readonly gpu: string;
  readonly precision: string;
  readonly prompt_tokens: number;
  readonly output_tokens: number;
  readonly length_spread: string;
  readonly concurrency: number;
  readonly tensor_parallel: number;
  readonly tpot_mean_ms: number;
  readonly ttft_mean_ms: number;
  readonly kind: string;
}

export function sheetOf(model: string, tensorParallel: number, changed: Partial<Datasheet> = {}): Datasheet {
  const architecture = architectures.find(({ name }) => name === model);
  if (architecture === undefined) throw new Error(`no ${model}`);
  const generation: Generation = '2026';
  return { architecture, gpu: gpus[0], tensorParallel, bytesPerWeight: 2, bytesPerKv: 2, generation, ...changed };
}

export function serverOf(
  numbers: ReplicaNumbers,
  { maxSequences, tokenBudget }: { readonly maxSequences: number; readonly tokenBudget: number },
): ModelServerSettings {
  return {
    ...numbers,
    maxSequences,
    tokenBudget,
    admit: 'prompt',
    policy: 'fcfs',
    prefixCache: true,
    maxModelTokens: Number.POSITIVE_INFINITY,
  };
}

export function loadOf(run: MeasuredRun, stage: MeasuredStage): Load {
  const { prompt_tokens_nominal: nominal = 0, prompt_tokens_min: least = nominal, output_tokens: output } = stage;
  return {
    arrivals: { ratePerSecond: stage.rate_per_s },
    requests: stage.requests,
    promptTokens: [least, stage.prompt_tokens_max ?? nominal],
    outputTokens: [output, output],
    distinctPrompts: run.distinct_prompts,
  };
}

/** The figures of each stage, averaged over seeds. */
export function playedStages(run: MeasuredRun, numbers: ReplicaNumbers, seeds: readonly number[]): PlayedLoad[] {
  const { max_num_seqs: maxSequences, max_num_batched_tokens: tokenBudget, stages } = run;
  const settings = serverOf(numbers, { maxSequences, tokenBudget });
  const all = seeds.map((seed) =>
    playLoads(
      settings,
      stages.map((stage) => loadOf(run, stage)),
      seed,
    ),
  );
  return stages.map((_, index) => meanOf(all.map((one) => one[index])));
}

function meanOf(all: readonly PlayedLoad[]): PlayedLoad {
  const mean = (of: (one: PlayedLoad) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  const figures = (of: 'e2eMilliseconds' | 'ttftMilliseconds') => ({
    mean: mean((one) => one[of].mean),
    p50: mean((one) => one[of].p50),
    p90: mean((one) => one[of].p90),
    p99: mean((one) => one[of].p99),
  });
  return {
    e2eMilliseconds: figures('e2eMilliseconds'),
    ttftMilliseconds: figures('ttftMilliseconds'),
    tpotMeanMilliseconds: mean((one) => one.tpotMeanMilliseconds),
    throughputPerSecond: mean((one) => one.throughputPerSecond),
    insideMean: mean((one) => one.insideMean),
  };
}

export function siliconRows(text: string): SiliconRow[] {
  const [head, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return lines.map((cells) => {
    const entries = head.map((name, column) => {
      const value = Number(cells[column]);
      return [name, cells[column] !== '' && Number.isFinite(value) && name !== 'length_spread' ? value : cells[column]];
    });
    return Object.fromEntries(entries) as SiliconRow;
  });
}

const namesOfRows: Readonly<Record<string, string>> = {
  'meta-llama/Llama-3.1-70B': 'llama-3.1-70b',
  'Qwen/Qwen3-32B': 'qwen3-32b',
  'nvidia/Llama-3.1-8B-Instruct-FP8': 'llama-3.1-8b',
};

/** The server of a row; its KV is as wide as its weights. */
export function numbersOfRow(row: SiliconRow, generation: Generation = '2025'): ReplicaNumbers {
  const bytes = row.precision === 'bf16' ? 2 : 1;
  const gpu = gpus.find(({ name }) => name.startsWith(row.gpu.split('_')[0]));
  if (gpu === undefined) throw new Error(`no ${row.gpu}`);
  const changed = { gpu, bytesPerWeight: bytes, bytesPerKv: bytes, generation };
  return numbersOf(sheetOf(namesOfRows[row.model], row.tensor_parallel, changed));
}

/** Mean of the lengths drawn for a row, as a share of those asked for. */
export const meanShare = ({ length_spread: spread }: SiliconRow): number => (spread === '1.0' ? 1 : 0.9);

/** Whether all requests of a row fit into the memory of the server at once. */
export function fits(row: SiliconRow): boolean {
  const tokens = row.concurrency * meanShare(row) * (row.prompt_tokens + row.output_tokens);
  return tokens <= numbersOfRow(row).kvBlocks * 16;
}

/** Time a token, milliseconds, if prompts ride along evenly: without a queue the mean over a cycle. */
export function closedForm(row: SiliconRow, { step }: ReplicaNumbers): number {
  const prompt = row.prompt_tokens * meanShare(row);
  const output = row.output_tokens * meanShare(row);
  const each = step.perSequence + step.allReduce + step.perContextToken * (prompt + output / 2);
  const prefill = (step.perPrefillToken + step.allReduce) * prompt + (step.attention * prompt * prompt) / 2;
  return (step.base + row.concurrency * (each + prefill / output)) / 1000;
}

/** Clients that begin over the time of one answer, so that their prompts do not come together for ever. */
export function playedRow(row: SiliconRow): PlayedLoad {
  const least = row.length_spread === '1.0' ? 1 : 0.8;
  const lengths = (tokens: number): [number, number] => [Math.round(tokens * least), tokens];
  const rampSeconds = ((row.tpot_mean_ms * row.output_tokens + row.ttft_mean_ms) / 1000) * meanShare(row);
  const load: Load = {
    arrivals: { concurrency: row.concurrency, rampSeconds },
    requests: 12 * row.concurrency,
    promptTokens: lengths(row.prompt_tokens),
    outputTokens: lengths(row.output_tokens),
  };
  return playLoads(serverOf(numbersOfRow(row), { maxSequences: 1024, tokenBudget: 8192 }), [load], 1)[0];
}
