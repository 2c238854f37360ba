import { BLOCK_TOKENS } from '../modelServer/settings.js';
import type { Overheads, StepTimes } from '../modelServer/stepTime.js';
import type { Architecture } from './architectures.js';
import type { Gpu } from './gpus.js';

/** A model on its GPUs, before anything was measured. */
export interface Datasheet {
  readonly architecture: Architecture;
  readonly gpu: Gpu;
  /** GPUs over which each layer is split. */
  readonly tensorParallel: number;
  /** 2, 1 for FP8, 0.5625 for 4 bits with their scales. */
  readonly bytesPerWeight: number;
  /** Of a number in the KV memory. */
  readonly bytesPerKv: number;
  readonly generation: Generation;
}

/** vLLM with asynchronous scheduling, from 0.14 on, or before it. Their constants differ; a mean of both fits neither. */
export const generations = ['2026', '2025'] as const;
export type Generation = (typeof generations)[number];

/** How a replica runs a model: all that the GPU and the model decide. */
export interface ReplicaNumbers {
  readonly step: StepTimes;
  readonly overheads: Overheads;
  readonly lookahead: 0 | 1;
  readonly kvBlocks: number;
}

/** Amounts of a model on its GPUs that the times are made of. */
export interface ModelAmounts {
  /** Parameters of all attention layers, of one expert of all feed-forward layers, and of the head. */
  readonly attention: number;
  readonly ffn: number;
  readonly head: number;
  /** Of all GPUs together. */
  readonly weightBytes: number;
  readonly kvBytesPerToken: number;
  readonly kvBytes: number;
  /** A microsecond, of one GPU, for numbers as wide as the weights. */
  readonly operations: number;
}

/** How a measured generation of servers falls short of the data sheets. */
interface Shortfall {
  /** Shares of the best rates that kernels reach. */
  readonly weightStream: number;
  readonly kvStream: number;
  readonly arithmetic: number;
  readonly expertArithmetic: number;
  readonly attention: number;
  readonly link: number;
  /** Microseconds of an iteration: as such, a layer, a decoding request, and an all-reduce. */
  readonly step: number;
  readonly layer: number;
  readonly request: number;
  readonly allReduce: number;
  /** Bytes of a GPU for activations, graphs and the rest; of a mixture of experts. */
  readonly otherBytes: number;
  readonly otherBytesOfExperts: number;
  /** Arithmetic hides under the streaming of the weights. */
  readonly hides: boolean;
  /** Bytes of a number of the head; as wide as the weights where undefined. */
  readonly headBytes: number | undefined;
  readonly lookahead: 0 | 1;
}

const gibibyte = 2 ** 30;

/**
 * 2026: shares of the best rates are those of kernels on an H100 with vLLM 0.19 in NVIDIA's aiconfigurator database
 * (Apache-2.0); 32.1, 126 and 4.4 us are the published fit of inference-sim (iteration 29).
 * 2025: fitted to 124 points of vLLM 0.11 and 0.12 (Llama-3.1-70B FP8, Qwen3-32B) in its table silicon_sample.csv; nothing was
 * fitted to mixtures of experts, which take the share of dense ones.
 */
export const shortfalls: Readonly<Record<Generation, Shortfall>> = {
  2026: {
    weightStream: 0.82,
    kvStream: 0.93,
    arithmetic: 0.7,
    expertArithmetic: 0.43,
    attention: 0.6,
    link: 0.55,
    step: 126,
    layer: 32.1,
    request: 4.4,
    allReduce: 4.5,
    otherBytes: 2 * gibibyte,
    otherBytesOfExperts: 7.5 * gibibyte,
    hides: true,
    headBytes: undefined,
    lookahead: 1,
  },
  2025: {
    weightStream: 1 / 1.082,
    kvStream: 1 / 1.389,
    arithmetic: 0.806,
    expertArithmetic: 0.806,
    attention: 0.806,
    link: 0.55,
    step: 0,
    layer: 67.8,
    request: 46.3,
    allReduce: 0.85,
    otherBytes: 5.5 * gibibyte,
    otherBytesOfExperts: 5.5 * gibibyte,
    hides: false,
    headBytes: 2,
    lookahead: 0,
  },
};

/** Microseconds: 5 to 10 ms before the queue give nearly the same error; the others as inference-sim measured them. */
const measuredOverheads: Overheads = { overheadIn: 8000, overheadOut: 1850, perOutputToken: 2 };

/** Share of a GPU's memory that vLLM takes (gpu_memory_utilization). */
export const MEMORY_SHARE = 0.9;

export function amountsOf({ architecture, gpu, tensorParallel, bytesPerWeight, ...rest }: Datasheet): ModelAmounts {
  const { layers, hidden, heads, kvHeads, headDim, ffn: width, experts, vocabulary } = architecture;
  const { otherBytes, otherBytesOfExperts } = shortfalls[rest.generation];
  const attention = layers * hidden * 2 * headDim * (heads + kvHeads);
  const ffn = 3 * layers * hidden * width;
  const head = hidden * vocabulary;
  // Input and output embeddings are two matrices.
  const weightBytes = bytesPerWeight * (attention + experts * ffn + 2 * head);
  const freeOfGpu = MEMORY_SHARE * gpu.memoryBytes - (experts > 1 ? otherBytesOfExperts : otherBytes);
  const { bits16, bits8 = bits16, bits4 = bits16 } = gpu.operations;
  return {
    attention,
    ffn,
    head,
    weightBytes,
    kvBytesPerToken: 2 * layers * kvHeads * headDim * rest.bytesPerKv,
    kvBytes: tensorParallel * freeOfGpu - weightBytes,
    operations: bytesPerWeight > 1 ? bits16 : bytesPerWeight === 1 ? bits8 : bits4,
  };
}

/**
 * Times and memory of a replica by what its GPU can do at best and how much of that servers reach.
 *
 * An iteration streams the weights once and the KV memory of all decoding requests, computes for each of its tokens, and
 * talks to the other GPUs twice a layer; launching kernels costs a time a layer.
 */
export function numbersOf(sheet: Datasheet): ReplicaNumbers {
  const { architecture, gpu, tensorParallel, bytesPerWeight } = sheet;
  const { layers, hidden, heads, headDim, experts, activeExperts } = architecture;
  const short = shortfalls[sheet.generation];
  const { attention, ffn, head, kvBytesPerToken, kvBytes, operations } = amountsOf(sheet);
  const bandwidth = tensorParallel * gpu.memoryBytesPerMicrosecond;
  const streamed = bandwidth * short.weightStream;
  const weights = (bytesPerWeight * (attention + experts * ffn)) / streamed;
  const isSplit = tensorParallel > 1;
  const efficiency = experts > 1 ? short.expertArithmetic : short.arithmetic;
  const perToken = (2 * (attention + activeExperts * ffn)) / (tensorParallel * operations * efficiency);
  // The two-bit factor: every all-reduce sends 2 (tp - 1) / tp of 2 bytes a number.
  const perTokenSent = ((2 * layers * hidden * 2 * 2) / (gpu.linkBytesPerMicrosecond * short.link)) * splitShare(sheet);
  return {
    step: {
      base:
        weights +
        (head * (short.headBytes ?? bytesPerWeight)) / streamed +
        short.layer * layers +
        short.step +
        (isSplit ? 2 * layers * short.allReduce : 0),
      perSequence: short.request,
      perPrefillToken: perToken,
      perDecodeToken: short.hides ? perToken : 0,
      hidden: short.hides ? weights : 0,
      attention: (4 * layers * heads * headDim) / (tensorParallel * operationsOfAttention(sheet) * short.attention),
      perContextToken: kvBytesPerToken / (bandwidth * short.kvStream),
      allReduce: perTokenSent,
    },
    overheads: measuredOverheads,
    lookahead: short.lookahead,
    kvBlocks: Math.max(0, Math.floor(kvBytes / (kvBytesPerToken * BLOCK_TOKENS))),
  };
}

const splitShare = ({ tensorParallel }: Datasheet) => (tensorParallel - 1) / tensorParallel;

/** The older fit has attention at 16 bits whatever the weights are. */
function operationsOfAttention(sheet: Datasheet): number {
  return sheet.generation === '2025' ? sheet.gpu.operations.bits16 : amountsOf(sheet).operations;
}
