import { BLOCK_TOKENS, type ModelServerSettings } from '../modelServer/settings.js';
import { noOverheads, noStepTimes } from '../modelServer/stepTime.js';
import { type Datasheet, numbersOf, type ReplicaNumbers } from './datasheet.js';
import { gpus } from './gpus.js';
import { datasheetOf, type UnknownPart } from './onGpus.js';
import { presets } from './presets.js';
import type { ModelSettings } from './settings.js';

/** What the `instance` of a model server says of it. */
export interface ModelServerChoice {
  readonly maxSequences?: number | undefined;
  readonly tokenBudget?: number | undefined;
  readonly admit?: 'prompt' | 'reserve' | undefined;
  readonly prefixCache?: boolean | undefined;
  readonly discipline?: 'fifo' | 'priority' | undefined;
}

/** What vLLM takes on GPUs with less memory than an H100 (vllm/engine/arg_utils.py). */
export const defaultSequences = 256;
export const defaultTokenBudget = 2048;

/** The server of a model that passed the checks of a scenario. */
export function modelServerOf(model: ModelSettings, choice: ModelServerChoice): ModelServerSettings {
  const { step, overheads, lookahead, kvBlocks } = replicaNumbersOf(model);
  const sheet = sheetOf(model);
  return {
    step,
    overheads,
    lookahead,
    kvBlocks,
    maxSequences: choice.maxSequences ?? defaultSequences,
    tokenBudget: choice.tokenBudget ?? defaultTokenBudget,
    prefixCache: choice.prefixCache ?? true,
    admit: choice.admit ?? 'prompt',
    policy: choice.discipline === 'priority' ? 'priority' : 'fcfs',
    maxModelTokens:
      sheet === undefined || 'part' in sheet ? Number.POSITIVE_INFINITY : sheet.architecture.maxModelTokens,
  };
}

/** Its data sheet, where it has one; what is unknown of it. */
export function sheetOf({ preset, datasheet }: ModelSettings): Datasheet | UnknownPart | undefined {
  if (preset !== undefined) return datasheetOf(preset);
  if (datasheet === undefined) return undefined;
  const { gpu: gpuName, tensorParallel, bytesPerWeight, era, ...shape } = datasheet;
  const gpu = gpus.find(({ name }) => name === gpuName || name.split('-')[0] === gpuName);
  if (gpu === undefined) return { part: gpuName, known: gpus.map(({ name }) => name) };
  return {
    architecture: { ...shape, maxModelTokens: shape.maxModelTokens ?? Number.POSITIVE_INFINITY },
    gpu,
    tensorParallel,
    bytesPerWeight,
    bytesPerKv: shape.bytesPerKv ?? Math.max(1, bytesPerWeight),
    generation: era,
  };
}

/** Times and memory of one replica; none where nothing of the model is known. */
export function replicaNumbersOf(model: ModelSettings): ReplicaNumbers {
  const numbers = presets.find(({ name }) => name === model.preset)?.numbers ?? numbersFrom(model);
  return model.kvTokens === undefined ? numbers : { ...numbers, kvBlocks: Math.floor(model.kvTokens / BLOCK_TOKENS) };
}

function numbersFrom(model: ModelSettings): ReplicaNumbers {
  const sheet = sheetOf(model);
  if (sheet !== undefined && !('part' in sheet)) return numbersOf(sheet);
  const { overheadIn = 0, overheadOut = 0, perOutputToken = 0, lookahead = 0, ...step } = model.step ?? {};
  const given = Object.fromEntries(Object.entries(step).filter(([, time]) => time !== undefined));
  return {
    step: { ...noStepTimes, ...given },
    overheads: { ...noOverheads, overheadIn, overheadOut, perOutputToken },
    lookahead,
    kvBlocks: 0,
  };
}
