import { z } from 'zod';
import { microsecondsSchema } from '../../base/microseconds.js';
import { generations } from './datasheet.js';
import { qualitySchema } from './quality.js';

const time = (description: string) => microsecondsSchema().optional().meta({ description });
const count = () => z.int().min(1);

/** How long an iteration takes, by what is in it; what is left out is 0. */
const stepSchema = z.strictObject({
  base: time('An iteration as such'),
  perSequence: time('For each request that decodes'),
  perPrefillToken: time('Arithmetic of a prompt token'),
  perDecodeToken: time('Arithmetic of a token of an answer'),
  hidden: time('Arithmetic that hides under the streaming of the weights'),
  attention: time('For each pair of tokens of a prompt'),
  perContextToken: time('Reading what is stored of a token of context'),
  allReduce: time('Between GPUs, for each token'),
  overheadIn: time('From the request to the queue of the server'),
  overheadOut: time('After the last token'),
  perOutputToken: time('After the last token, for each of the answer'),
  lookahead: z
    .union([z.literal(0), z.literal(1)])
    .default(0)
    .meta({ description: '1: an iteration is planned while the one before it runs, as vLLM from 0.14 on' }),
});

/** A model on its GPUs by the data sheets. */
const datasheetSchema = z.strictObject({
  layers: count(),
  hidden: count(),
  heads: count(),
  kvHeads: count(),
  headDim: count(),
  ffn: count().meta({ description: 'Width of the feed-forward part, of one expert where there are several' }),
  experts: count().default(1),
  activeExperts: count().default(1),
  vocabulary: count().default(32_000),
  maxModelTokens: count().optional().meta({ description: 'Longest prompt and answer together' }),
  bytesPerWeight: z.number().positive().default(2).meta({ description: '2, 1 for FP8, 0.5625 for 4 bits' }),
  bytesPerKv: z.number().positive().optional().meta({ description: 'As a weight, at least 1, when left out' }),
  gpu: z.string().meta({ description: 'As `dryscale models` lists it' }),
  tensorParallel: count().default(1).meta({ description: 'GPUs over which each layer is split' }),
  era: z
    .enum(generations)
    .default('2026')
    .meta({ description: 'Generation of servers: 2025 is vLLM 0.11 to 0.13, 2026 is 0.14 and later' }),
});

/** How a model runs on its GPUs: one of `preset`, `datasheet` and `step`. */
export const modelSchema = z.strictObject({
  preset: z
    .string()
    .optional()
    .meta({ description: 'As `dryscale models` lists it, or MODEL@GPU such as llama-2-70b@4xh100,fp8' }),
  datasheet: datasheetSchema.optional(),
  step: stepSchema.optional(),
  kvTokens: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'Tokens that the KV memory of one replica holds; needed with `step`' }),
  quality: qualitySchema.optional(),
  pricePerMillion: z
    .strictObject({ input: z.number().min(0).default(0), output: z.number().min(0).default(0) })
    .optional()
    .meta({ description: 'USD for a million tokens of prompts and of answers, as budgets of consumers count them' }),
});

export type ModelSettings = z.output<typeof modelSchema>;

/** What an instance says of the model server in it; vLLM's defaults on GPUs below an H100. */
export const modelServerShape = {
  gpus: count().optional().meta({
    description: 'GPUs of an instance; with `model` those over which it is split when left out',
  }),
  model: z.string().optional().meta({ description: 'One of `models`: the instance is a server of it' }),
  maxSequences: count().optional().meta({ description: 'With `model`: requests that run at once; 256 when left out' }),
  tokenBudget: count()
    .optional()
    .meta({ description: 'With `model`: tokens of an iteration, at least maxSequences; 2048 when left out' }),
  admit: z.enum(['prompt', 'reserve']).optional().meta({
    description:
      'With `model`: prompt (default) takes the KV memory of the prompt and preempts when it runs out | reserve takes that of the answer, too',
  }),
  prefixCache: z
    .boolean()
    .optional()
    .meta({ description: 'With `model`: keeps prefixes of prompts in free memory; true when left out' }),
  discipline: z.enum(['fifo', 'priority']).optional().meta({
    description: 'With `model`: who is admitted next and keeps its memory: fifo (default) | priority of the class',
  }),
};
