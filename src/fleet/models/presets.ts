import { invariant } from '../../base/invariant.js';
import { noOverheads, noStepTimes, type StepTimes } from '../modelServer/stepTime.js';
import { architectures, type NamedArchitecture } from './architectures.js';
import { type Datasheet, numbersOf, type ReplicaNumbers } from './datasheet.js';
import { type Gpu, gpus } from './gpus.js';

/** Numbers of a model on its GPUs that come along, with where they are from. */
export interface Preset {
  readonly name: string;
  readonly model: NamedArchitecture;
  readonly gpu: Gpu;
  readonly tensorParallel: number;
  /**
   * linear: a published fit of base, perSequence and perPrefillToken, nothing else; calibrated: a data sheet whose base,
   * perSequence and overheadIn are from measured loads; datasheet: nothing of it was measured on this model.
   */
  readonly fidelity: 'linear' | 'calibrated' | 'datasheet';
  readonly source: string;
  /** Of the source: figures age. */
  readonly dated: string;
  readonly accuracy: string;
  readonly datasheet: Datasheet;
  readonly numbers: ReplicaNumbers;
}

/** What a preset has of its own; microseconds. */
interface Given {
  readonly model: string;
  readonly gpu?: string;
  readonly gpuCount?: number;
  readonly generation?: Datasheet['generation'];
  readonly bytesPerWeight?: number;
  readonly bytesPerKv?: number;
}

const inferenceSim = 'inference-sim/inference-sim, fits a model for vLLM 0.11 (before its commit 39287d6f)';
const trainingRuns = 'runs `general` of inference-sim/training and sim-to-real-accuracy-validation on GitHub';

export const presets: readonly Preset[] = [
  calibrated({ model: 'llama-2-7b' }, { base: 5995, perSequence: 10.4, overheadIn: 6680 }),
  calibrated({ model: 'llama-2-70b', gpuCount: 4 }, { base: 16740, perSequence: 14.4, overheadIn: 9753 }),
  calibrated({ model: 'mixtral-8x7b', gpuCount: 2 }, { base: 18304, perSequence: 4.8, overheadIn: 8000 }),
  calibrated(
    { model: 'llama-3.1-70b', gpuCount: 4 },
    { base: 15583, perSequence: 68.6, overheadIn: 8467 },
    'low loads only, at most 30 requests at once: perSequence is weak',
  ),
  ofDatasheet({ model: 'mistral-nemo-12b' }),
  ofDatasheet({ model: 'mistral-nemo-12b', gpuCount: 2 }),
  ofDatasheet({ model: 'qwen3-32b', gpuCount: 2, generation: '2025' }),
  ofDatasheet({ model: 'llama-3.1-70b', gpuCount: 4, generation: '2025', bytesPerWeight: 1, bytesPerKv: 1 }),
  ofDatasheet({
    ...{ model: 'llama-3.1-70b', gpu: 'h200-sxm-141gb', gpuCount: 2 },
    ...{ generation: '2025', bytesPerWeight: 1, bytesPerKv: 1 },
  }),
  linear('llama-3.1-8b', { base: 6472, perSequence: 304.4, perPrefillToken: 19.8, overheadIn: 10326, kvBlocks: 29205 }),
  linear('qwen2.5-7b', { base: 7052, perSequence: 25.4, perPrefillToken: 19.54, overheadIn: 4680, kvBlocks: 67659 }),
  linear('qwen3-14b', { base: 13578, perSequence: 27.3, perPrefillToken: 39.45, overheadIn: 8888, kvBlocks: 17600 }),
  linear('codellama-34b', {
    base: 26595,
    perSequence: 56.6,
    perPrefillToken: 96.28,
    overheadIn: 13451,
    kvBlocks: 2537,
  }),
];

function calibrated(
  given: Given,
  { overheadIn, ...step }: Pick<StepTimes, 'base' | 'perSequence'> & { readonly overheadIn: number },
  weakness?: string,
): Preset {
  const sheet = sheetOf(given);
  const { numbers } = sheet;
  return {
    ...sheet,
    fidelity: 'calibrated',
    source: `base, perSequence and overheadIn from two loads of the ${trainingRuns}; the rest from the data sheets`,
    dated: '2026-03',
    accuracy: weakness ?? 'other workloads of the same servers: mean latency within 5 %, mean TTFT within 15 %',
    numbers: {
      ...numbers,
      step: { ...numbers.step, ...step },
      overheads: { ...numbers.overheads, overheadIn },
    },
  };
}

function ofDatasheet(given: Given): Preset {
  const sheet = sheetOf(given);
  const isOld = sheet.datasheet.generation === '2025';
  return {
    ...sheet,
    fidelity: 'datasheet',
    source: isOld
      ? 'data sheets, with what servers reach of them fitted to silicon_sample.csv of ai-dynamo/aiconfigurator at 095f58a5 (vLLM 0.11 and 0.12)'
      : 'data sheets, with what servers reach of them from kernels measured with vLLM 0.19 (ai-dynamo/aiconfigurator) and inference-sim',
    dated: isOld ? '2025-10' : '2026-03',
    accuracy: isOld
      ? 'time a token on the servers it was fitted to: median error 2 to 6 %, one in ten above 14 %'
      : 'mean latency of measured servers with other models: median error 4 %, at most 15 %',
  };
}

function linear(
  model: string,
  {
    overheadIn,
    kvBlocks,
    ...step
  }: Pick<StepTimes, 'base' | 'perSequence' | 'perPrefillToken'> & {
    readonly overheadIn: number;
    readonly kvBlocks: number;
  },
): Preset {
  const sheet = sheetOf({ model, generation: '2025' });
  return {
    ...sheet,
    name: `${sheet.name.replace(/-2025$/, '')}-linear`,
    fidelity: 'linear',
    source: inferenceSim,
    dated: '2025-12',
    accuracy: 'a straight line: context costs nothing, and only loads like those of the fit are near',
    numbers: {
      step: { ...noStepTimes, ...step },
      overheads: { ...noOverheads, overheadIn },
      lookahead: 0,
      kvBlocks,
    },
  };
}

function sheetOf({
  model: modelName,
  gpu: gpuName = 'h100-sxm-80gb',
  gpuCount: tensorParallel = 1,
  generation = '2026',
  bytesPerWeight = 2,
  bytesPerKv = 2,
}: Given) {
  const model = architectures.find(({ name }) => name === modelName);
  const gpu = gpus.find(({ name }) => name === gpuName);
  invariant(model !== undefined && gpu !== undefined, 'a preset is of a model and a GPU of the lists');
  const datasheet = { architecture: model, gpu, tensorParallel, bytesPerWeight, bytesPerKv, generation };
  const shortGpu = gpu.name.split('-')[0];
  const name = [
    modelName,
    ...(bytesPerWeight === 1 ? ['fp8'] : []),
    tensorParallel === 1 ? shortGpu : `${shortGpu}x${tensorParallel}`,
    ...(generation === '2025' ? ['2025'] : []),
  ].join('-');
  return { name, model, gpu, tensorParallel, datasheet, numbers: numbersOf(datasheet) };
}
