import { exitCode } from '../../base/exitCode.js';
import { visibleJson } from '../../base/visible.js';
import { BLOCK_TOKENS } from '../../fleet/modelServer/settings.js';
import { architectures, type NamedArchitecture } from '../../fleet/models/architectures.js';
import { type Gpu, gpus } from '../../fleet/models/gpus.js';
import { type Preset, presets } from '../../fleet/models/presets.js';
import { gpuText, modelsText, modelText, presetText } from '../../report/modelsText.js';
import type { Command } from '../command.js';
import { unknownName } from '../usageError.js';

/** How language models run on GPUs: what comes along, and where each number is from. */
export const models: Command = {
  name: 'models',
  summary: 'List models, GPUs and presets of model servers, or work out the times and memory of one in words',
  operands: { name: 'name', min: 0, max: 1, describe: 'A preset, model or GPU, such as llama-2-70b-h100x4' },
  options: ['json'],
  async run({ operands: [name], options, output }) {
    const preset = presets.find((one) => one.name === name);
    const model = architectures.find((one) => one.name === name);
    const gpu = gpus.find((one) => one.name === name);
    if (name !== undefined && preset === undefined && model === undefined && gpu === undefined) {
      throw unknownName('dryscale models', name, modelNames());
    }
    if (options.json) {
      const all = name === undefined;
      const listed = {
        format: 'dryscale-models/1',
        presets: (all ? presets : [preset]).flatMap((one) => (one === undefined ? [] : [presetDocument(one)])),
        models: (all ? architectures : [model]).flatMap((one) => one ?? []),
        gpus: (all ? gpus : [gpu]).flatMap((one) => (one === undefined ? [] : [gpuDocument(one)])),
      };
      await output.write(`${visibleJson(listed, 2)}\n`);
      return exitCode.success;
    }
    await output.write(textOf({ preset, model, gpu }, output));
    return exitCode.success;
  },
};

/** What the command takes, and completion offers. */
export function modelNames(): string[] {
  return [presets, architectures, gpus].flatMap((list) => list.map(({ name }) => name));
}

interface Chosen {
  readonly preset: Preset | undefined;
  readonly model: NamedArchitecture | undefined;
  readonly gpu: Gpu | undefined;
}

function textOf(
  { preset, model, gpu }: Chosen,
  context: { readonly color: boolean; readonly columns?: number | undefined },
): string {
  if (preset !== undefined) return presetText(preset, context);
  if (model !== undefined) return modelText(model, { gpus, presets }, context);
  if (gpu !== undefined) return gpuText(gpu, { presets }, context);
  return modelsText({ presets, models: architectures, gpus }, context);
}

function presetDocument({ name, model, gpu, tensorParallel, datasheet, numbers, ...told }: Preset) {
  const { bytesPerWeight, bytesPerKv, generation } = datasheet;
  return {
    name,
    model: model.name,
    gpu: gpu.name,
    tensor_parallel: tensorParallel,
    bytes_per_weight: bytesPerWeight,
    bytes_per_kv: bytesPerKv,
    generation,
    fidelity: told.fidelity,
    source: told.source,
    dated: told.dated,
    accuracy: told.accuracy,
    step_us: numbers.step,
    overheads_us: numbers.overheads,
    lookahead: numbers.lookahead,
    kv_blocks: numbers.kvBlocks,
    kv_tokens: numbers.kvBlocks * BLOCK_TOKENS,
  };
}

function gpuDocument({ name, memoryBytes, operations, source, checked, ...rates }: Gpu) {
  return {
    name,
    memory_bytes: memoryBytes,
    memory_tb_per_second: rates.memoryBytesPerMicrosecond / 1e6,
    link_gb_per_second: rates.linkBytesPerMicrosecond / 1e3,
    tflops: { bits16: operations.bits16 / 1e6, bits8: tflops(operations.bits8), bits4: tflops(operations.bits4) },
    source,
    checked,
  };
}

const tflops = (rate: number | undefined) => (rate === undefined ? null : rate / 1e6);
