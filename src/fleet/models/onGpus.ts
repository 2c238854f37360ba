import { architectures } from './architectures.js';
import { type Datasheet, generations } from './datasheet.js';
import { gpus } from './gpus.js';
import { presets } from './presets.js';

/** What a text of a model on its GPUs is not, and what it may be. */
export interface UnknownPart {
  readonly part: string;
  readonly known: readonly string[];
}

const flags = ['fp8', ...generations];
const gpuCounts = [1, 2, 4, 8];

/**
 * The data sheet that a text names: a preset's, or `MODEL@GPU`, `MODEL@4xGPU,fp8,2025`.
 *
 * A GPU is named in full or by what stands before the first dash. FP8 weights have KV of one byte, as their checkpoints say.
 */
export function datasheetOf(text: string): Datasheet | UnknownPart {
  const preset = presets.find(({ name }) => name === text);
  if (preset !== undefined) return preset.datasheet;
  const [modelName, rest] = text.split('@');
  if (rest === undefined) return { part: text, known: presets.map(({ name }) => name) };
  const [place, ...given] = rest.split(',');
  const [, count = '1', gpuName] = /^(?:(\d+)x)?(.*)$/.exec(place) ?? [];
  const architecture = architectures.find(({ name }) => name === modelName);
  const gpu = gpus.find(({ name }) => name === gpuName || name.split('-')[0] === gpuName);
  const wrongFlag = given.find((flag) => !flags.includes(flag));
  if (architecture === undefined) return { part: modelName, known: architectures.map(({ name }) => name) };
  if (gpu === undefined) return { part: gpuName ?? '', known: gpus.map(({ name }) => name) };
  if (!gpuCounts.includes(Number(count))) return { part: `${count}x`, known: gpuCounts.map((one) => `${one}x`) };
  if (wrongFlag !== undefined) return { part: wrongFlag, known: flags };
  const bytes = given.includes('fp8') ? 1 : 2;
  return {
    architecture,
    gpu,
    tensorParallel: Number(count),
    bytesPerWeight: bytes,
    bytesPerKv: bytes,
    generation: given.includes('2025') ? '2025' : '2026',
  };
}
