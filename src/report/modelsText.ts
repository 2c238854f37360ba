import { BLOCK_TOKENS } from '../fleet/modelServer/settings.js';
import { stepMicroseconds } from '../fleet/modelServer/stepTime.js';
import type { NamedArchitecture } from '../fleet/models/architectures.js';
import { amountsOf, type Datasheet, type Generation, numbersOf, shortfalls } from '../fleet/models/datasheet.js';
import type { Gpu } from '../fleet/models/gpus.js';
import type { Preset } from '../fleet/models/presets.js';
import { type Column, gridLines } from './terminal/grid.js';
import { inkOf } from './terminal/ink.js';
import { threeDigits } from './terminal/numbers.js';
import { wrap } from './terminal/wrap.js';

interface TextContext {
  readonly color: boolean;
  readonly columns?: number | undefined;
}

const gibibyte = 2 ** 30;
const microsecondsPerSecond = 1e6;

/** All that comes along: presets, models, GPUs. */
export function modelsText(
  {
    presets,
    models,
    gpus,
  }: {
    readonly presets: readonly Preset[];
    readonly models: readonly NamedArchitecture[];
    readonly gpus: readonly Gpu[];
  },
  { color }: TextContext,
): string {
  const tables = [presetColumns(presets), modelColumns(models, gpus[0]), gpuColumns(gpus)];
  const lines = tables.flatMap((columns) => [...gridLines(columns, inkOf(color)), '']);
  return `${[...lines, 'dryscale models NAME works out one of them in words.'].join('\n')}\n`;
}

function presetColumns(presets: readonly Preset[]): Column[] {
  const column = columnOf(presets);
  return [
    column('preset', ({ name }) => name, true),
    column('from', ({ fidelity, dated }) => `${fidelity} ${dated}`, true),
    column('iteration', ({ numbers }) => timeText(numbers.step.base)),
    column('KV tokens', ({ numbers }) => countText(numbers.kvBlocks * BLOCK_TOKENS)),
  ];
}

function modelColumns(models: readonly NamedArchitecture[], gpu: Gpu): Column[] {
  const column = columnOf(models);
  return [
    column('model', ({ name }) => name, true),
    column('layers', ({ layers }) => String(layers)),
    column('hidden', ({ hidden }) => String(hidden)),
    column('weights, 16 bits', (model) => sizeText(plainAmounts(model, gpu).weightBytes)),
    column('KV a token', (model) => sizeText(plainAmounts(model, gpu).kvBytesPerToken)),
    column('longest', ({ maxModelTokens }) => countText(maxModelTokens)),
  ];
}

function gpuColumns(gpus: readonly Gpu[]): Column[] {
  const column = columnOf(gpus);
  return [
    column('GPU', ({ name }) => name, true),
    column('memory', ({ memoryBytes }) => sizeText(memoryBytes)),
    column('TB/s', ({ memoryBytesPerMicrosecond: rate }) => threeDigits(rate / 1e6)),
    column('TFLOPS 16 bits', ({ operations }) => threeDigits(operations.bits16 / 1e6)),
    column('8 bits', ({ operations: { bits8 } }) => (bits8 === undefined ? '-' : threeDigits(bits8 / 1e6))),
    column('link GB/s', ({ linkBytesPerMicrosecond: rate }) => threeDigits(rate / 1e3)),
  ];
}

function columnOf<Row>(rows: readonly Row[]) {
  return (head: string, cell: (row: Row) => string, isText = false): Column => ({
    head,
    cells: rows.map(cell),
    isText,
  });
}

/** A preset: where its numbers are from, worked out. */
export function presetText(preset: Preset, { color, columns = 80 }: TextContext): string {
  const { name, model, gpu, tensorParallel, fidelity, datasheet, numbers } = preset;
  const width = Math.min(columns, 100);
  const say = (head: string, text: string) => fact(head, text, width);
  const { step, overheads } = numbers;
  const lines = [
    inkOf(color).bold(name),
    ...say('runs', `${model.name} (${model.config}) on ${tensorParallel} x ${gpu.name}`),
    ...say('from', `${fidelity}: ${preset.source}; ${preset.dated}`),
    ...say('good to', preset.accuracy),
    '',
    ...say('iteration', iterationText(preset)),
    '  for n decoding requests that hold S tokens of context, and P prompt tokens',
    ...(fidelity === 'linear' ? [] : say('base', baseText(datasheet, step.base))),
    ...say('memory', fidelity === 'linear' ? loggedText(preset) : memoryText(datasheet)),
    ...say(
      'beside it',
      `${timeText(overheads.overheadIn)} before the queue, ${timeText(overheads.overheadOut)} after the last token and ${timeText(overheads.perOutputToken)} for each`,
    ),
    ...say(
      'plans',
      numbers.lookahead === 1
        ? 'an iteration ahead (asynchronous scheduling, vLLM from 0.14 on)'
        : 'iteration by iteration (vLLM before 0.14)',
    ),
    '',
    ...exampleLines(preset),
  ];
  return `${lines.join('\n')}\n`;
}

/** A model: on which GPUs it fits, and how fast it is there by the data sheets. */
export function modelText(
  model: NamedArchitecture,
  { gpus, presets }: { readonly gpus: readonly Gpu[]; readonly presets: readonly Preset[] },
  { color, columns = 80 }: TextContext,
): string {
  const width = Math.min(columns, 100);
  const fitting = gpus.flatMap((gpu) => smallestThatHolds(model, gpu) ?? []);
  const all = fitting.map((sheet) => ({ sheet, numbers: numbersOf(sheet) }));
  const lines = [
    inkOf(color).bold(model.name),
    ...fact('config', `${model.config}: ${shapeText(model)}`, width),
    ...fact(
      'weights',
      `${sizeText(plainAmounts(model, gpus[0]).weightBytes)} at 16 bits; ${sizeText(plainAmounts(model, gpus[0]).kvBytesPerToken)} of KV a token`,
      width,
    ),
    ...fact(
      'presets',
      presets
        .filter((preset) => preset.model === model)
        .map(({ name }) => name)
        .join(', ') || 'none',
      width,
    ),
    '',
    ...gridLines(
      [
        {
          head: 'fewest GPUs, 16 bits',
          cells: all.map(({ sheet }) => `${sheet.tensorParallel} x ${sheet.gpu.name}`),
          isText: true,
        },
        { head: 'iteration', cells: all.map(({ numbers }) => timeText(numbers.step.base)) },
        { head: 'prompt token', cells: all.map(({ numbers }) => timeText(numbers.step.perPrefillToken)) },
        { head: 'KV tokens', cells: all.map(({ numbers }) => countText(numbers.kvBlocks * BLOCK_TOKENS)) },
      ],
      inkOf(color),
    ),
    '',
    ...wrap(
      'By the data sheets, as vLLM from 0.14 on reaches them. Only NVIDIA H100 was checked: others may be 20 % off.',
      { width },
    ),
  ];
  return `${lines.join('\n')}\n`;
}

export function gpuText(
  gpu: Gpu,
  { presets }: { readonly presets: readonly Preset[] },
  { color, columns = 80 }: TextContext,
): string {
  const width = Math.min(columns, 100);
  const { bits16, bits8, bits4 } = gpu.operations;
  const rates = [
    ['16', bits16],
    ['8', bits8],
    ['4', bits4],
  ] as const;
  const lines = [
    inkOf(color).bold(gpu.name),
    ...fact(
      'memory',
      `${sizeText(gpu.memoryBytes)} at ${threeDigits(gpu.memoryBytesPerMicrosecond / 1e6)} TB/s`,
      width,
    ),
    ...fact(
      'computes',
      rates
        .flatMap(([bits, rate]) => (rate === undefined ? [] : [`${threeDigits(rate / 1e6)} TFLOPS at ${bits} bits`]))
        .join(', '),
      width,
    ),
    ...fact('link', `${threeDigits(gpu.linkBytesPerMicrosecond / 1e3)} GB/s one way`, width),
    ...fact('from', gpu.source, width),
    ...fact('good to', gpu.checked, width),
    ...fact(
      'presets',
      presets
        .filter((preset) => preset.gpu === gpu)
        .map(({ name }) => name)
        .join(', ') || 'none',
      width,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function fact(head: string, text: string, width: number): string[] {
  return wrap(text, { width, indent: ' '.repeat(12) }).map((line, index) =>
    index === 0 ? `${`  ${head}`.padEnd(12)}${line.slice(12)}` : line,
  );
}

/** The formula with its numbers; what is 0 is left out. */
function iterationText({ numbers: { step } }: Preset): string {
  const hides = step.hidden > 0;
  const tokens = hides
    ? [`max(0, ${timeText(step.perPrefillToken)} x (P + n) - ${timeText(step.hidden)})`]
    : [`${timeText(step.perPrefillToken)} x P`];
  const parts = [
    timeText(step.base),
    `${timeText(step.perSequence)} x n`,
    ...tokens,
    ...(step.attention === 0 ? [] : [`${timeText(step.attention)} for each pair of prompt tokens`]),
    ...(step.perContextToken === 0 ? [] : [`${timeText(step.perContextToken)} x (S + n)`]),
    ...(step.allReduce === 0 ? [] : [`${timeText(step.allReduce)} x (P + n)`]),
  ];
  return parts.join(' + ');
}

function baseText(sheet: Datasheet, base: number): string {
  const { architecture, gpu, tensorParallel, bytesPerWeight, generation } = sheet;
  const short = shortfalls[generation];
  const { attention, ffn, head } = amountsOf(sheet);
  const streamed = tensorParallel * gpu.memoryBytesPerMicrosecond * short.weightStream;
  const layerBytes = bytesPerWeight * (attention + architecture.experts * ffn);
  const headBytes = (short.headBytes ?? bytesPerWeight) * head;
  const parts = [
    `${sizeText(layerBytes)} of weights and ${sizeText(headBytes)} of the head at ${threeDigits(streamed / 1e6)} TB/s (${tensorParallel} x ${threeDigits(gpu.memoryBytesPerMicrosecond / 1e6)} x ${threeDigits(short.weightStream)}): ${timeText((layerBytes + headBytes) / streamed)}`,
    `${architecture.layers} layers x ${timeText(short.layer)}${short.step > 0 ? ` + ${timeText(short.step)}` : ''}`,
    ...(tensorParallel > 1 ? [`${2 * architecture.layers} all-reduces x ${timeText(short.allReduce)}`] : []),
  ];
  const worked = numbersOf(sheet).step.base;
  const measured = base === worked ? '' : `; measured ${timeText(base)}`;
  return `by the data sheet ${timeText(worked)}: ${parts.join('; ')}${measured}`;
}

function memoryText(sheet: Datasheet): string {
  const { gpu, tensorParallel, generation, architecture } = sheet;
  const { otherBytes, otherBytesOfExperts } = shortfalls[generation];
  const { weightBytes, kvBytes, kvBytesPerToken } = amountsOf(sheet);
  const other = architecture.experts > 1 ? otherBytesOfExperts : otherBytes;
  const blocks = numbersOf(sheet).kvBlocks;
  return `${tensorParallel} x (0.9 x ${sizeText(gpu.memoryBytes)} - ${sizeText(other)}) - ${sizeText(weightBytes)} of weights = ${sizeText(kvBytes)}; at ${sizeText(kvBytesPerToken)} a token ${countText(blocks * BLOCK_TOKENS)} tokens in ${countText(blocks)} blocks`;
}

function loggedText({ numbers: { kvBlocks } }: Preset): string {
  return `${countText(kvBlocks * BLOCK_TOKENS)} tokens in ${countText(kvBlocks)} blocks, as the server logged`;
}

/** What the numbers mean: one request alone, and as many as fit, up to 64. */
function exampleLines({ numbers }: Preset): string[] {
  const contextTokens = 1000;
  const most = Math.min(64, Math.floor((numbers.kvBlocks * BLOCK_TOKENS) / contextTokens));
  return [...new Set([1, most])].map((decoding) => {
    const work = { decoding, contextTokens: decoding * contextTokens, promptTokens: 0, attentionPairs: 0 };
    const each = stepMicroseconds(numbers.step, work);
    const perSecond = threeDigits((decoding * microsecondsPerSecond) / each);
    return `  ${decoding === 1 ? '1 request alone' : `${decoding} requests`} with 1,000 tokens of context: ${timeText(each)} a token, ${perSecond} tokens/s`;
  });
}

function shapeText({
  layers,
  hidden,
  heads,
  kvHeads,
  headDim,
  ffn,
  experts,
  activeExperts,
}: NamedArchitecture): string {
  const mixture = experts > 1 ? `, ${activeExperts} of ${experts} experts` : '';
  return `${layers} layers, hidden ${hidden}, ${heads} heads and ${kvHeads} of KV, each ${headDim} wide, feed-forward ${ffn}${mixture}`;
}

const generation: Generation = '2026';

function sheetOn(architecture: NamedArchitecture, gpu: Gpu, tensorParallel: number): Datasheet {
  return { architecture, gpu, tensorParallel, bytesPerWeight: 2, bytesPerKv: 2, generation };
}

function plainAmounts(model: NamedArchitecture, gpu: Gpu) {
  return amountsOf(sheetOn(model, gpu, 1));
}

function smallestThatHolds(model: NamedArchitecture, gpu: Gpu): Datasheet | undefined {
  return [1, 2, 4, 8].map((count) => sheetOn(model, gpu, count)).find((sheet) => numbersOf(sheet).kvBlocks > 0);
}

/** Microseconds with a fitting unit. */
export function timeText(microseconds: number): string {
  if (microseconds === 0) return '0 us';
  if (microseconds >= 1000) return `${threeDigits(microseconds / 1000)} ms`;
  return microseconds >= 0.01 ? `${threeDigits(microseconds)} us` : `${threeDigits(microseconds * 1000)} ns`;
}

function sizeText(bytes: number): string {
  if (bytes >= gibibyte) return `${threeDigits(bytes / gibibyte)} GiB`;
  return bytes >= 2 ** 20 ? `${threeDigits(bytes / 2 ** 20)} MiB` : `${threeDigits(bytes / 1024)} KiB`;
}

function countText(count: number): string {
  return count.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',');
}
