import { ProblemError } from '../base/problem.js';
import { BLOCK_TOKENS, type ModelServerSettings, neverFits } from '../fleet/modelServer/settings.js';
import { type Datasheet, numbersOf, type ReplicaNumbers } from '../fleet/models/datasheet.js';
import type { CalibratedLoad, CalibratedNumbers, CalibrationResult, Compared } from '../results/calibrationResult.js';
import { fitLoads, playOne } from './fit.js';
import { loadLabel, type MeasuredLoad, type ServerFacts } from './measuredLoad.js';
import { modelStanza, stanzaName } from './modelStanza.js';
import { notEnough } from './notEnough.js';
import { capacityPerSecond, insideMean, isSaturated } from './saturation.js';

/** How the measured server ran. */
export interface ServerSettings {
  readonly maxSequences: number;
  readonly tokenBudget: number;
  readonly prefixCache: boolean;
}

export interface CalibrationInput {
  /** As the user wrote it. */
  readonly model: string;
  readonly sheet: Datasheet;
  readonly server: ServerSettings;
  readonly loads: readonly MeasuredLoad[];
  readonly facts: ServerFacts;
}

/** Two loads tell base from perSequence when one has this much more inside than the other. */
export const leastRatio = 1.5;
/** Of the measured figure: what two loads must differ by, so that noise is not what is fitted. */
const weakDifference = 0.05;
/** Of the measured figure: a fit that is farther off than this has failed. */
const largestResidual = 0.01;

/**
 * What was measured becomes what the model runs on: base and perSequence from two loads, overheadIn from one, the rest stays the
 * data sheet's. All other loads are foretold.
 *
 * @throws ProblemError where the loads cannot tell, with the measurement that would
 */
export function calibrate(input: CalibrationInput): CalibrationResult {
  const { sheet, facts, loads } = input;
  const ofSheet = numbersOf(sheet);
  const start: ReplicaNumbers = { ...ofSheet, kvBlocks: facts.kvBlocks ?? ofSheet.kvBlocks };
  const server = (numbers: ReplicaNumbers): ModelServerSettings => ({
    ...numbers,
    ...input.server,
    admit: 'prompt',
    policy: 'fcfs',
    maxModelTokens: Number.POSITIVE_INFINITY,
  });
  rejectUnservable(loads, server(start));
  const saturated = loads.filter((one) => isSaturated(one, server(start)));
  const pair = bestPair(loads.filter((one) => !saturated.includes(one)));
  if (pair === undefined || insideMean(pair[1]) < leastRatio * insideMean(pair[0])) {
    throw new ProblemError([notEnough({ loads, saturated, server: server(start), numbers: start })]);
  }
  const [low, high] = pair;
  const fit = fitLoads({ low, high, numbers: start, server });
  const useOf = (one: MeasuredLoad) =>
    pair.includes(one) ? 'fitted' : saturated.includes(one) ? 'saturated' : 'foretold';
  const kept = loads.filter((one) => !saturated.includes(one)).toSorted((a, b) => insideMean(a) - insideMean(b));
  const lowestSaturated = saturated.toSorted((a, b) => insideMean(a) - insideMean(b))[0];
  return {
    format: 'dryscale-calibration/1',
    model: input.model,
    generation: sheet.generation,
    fitted: numbersAsResult(fit.numbers),
    datasheet: numbersAsResult(ofSheet),
    kv_tokens: start.kvBlocks * BLOCK_TOKENS,
    kv_from: facts.kvBlocks === undefined ? 'datasheet' : 'server',
    loads: loads.map((one) => comparedLoad(one, useOf(one), fit.numbers, server)),
    saturation: {
      kept: loadLabel(kept[kept.length - 1]),
      saturated: lowestSaturated === undefined ? null : loadLabel(lowestSaturated),
      capacity_per_s: capacityPerSecond(loads[0].load, server(fit.numbers), fit.numbers),
    },
    not_identified: notIdentified(input, low),
    warnings: warningsOf(input, { low, high, ...fit }),
    models: { [stanzaName(input.model)]: modelStanza(fit.numbers) },
  };
}

/** @throws ProblemError for requests that no replica can ever serve: played, they would give no figures */
function rejectUnservable(loads: readonly MeasuredLoad[], server: ModelServerSettings): void {
  const problems = loads
    .filter(({ load }) => neverFits(server, load.promptTokens[1], load.outputTokens[1]))
    .map((one) => ({
      code: 'never-fits',
      where: one.place,
      what: `requests of ${one.load.promptTokens[1]} + ${one.load.outputTokens[1]} tokens fit nowhere`,
      why: `The KV memory of this server holds ${server.kvBlocks * BLOCK_TOKENS} tokens.`,
      fix: "name the GPUs that were measured in --model, or add the server's /metrics.",
    }));
  if (problems.length > 0) throw new ProblemError(problems);
}

/** The lowest and the highest load of one workload; of all, where no workload has two that differ. */
function bestPair(loads: readonly MeasuredLoad[]): readonly [MeasuredLoad, MeasuredLoad] | undefined {
  const sorted = loads.toSorted((a, b) => insideMean(a) - insideMean(b));
  const workloads = [...new Set(sorted.map(workloadOf))].map((workload) =>
    sorted.filter((one) => workloadOf(one) === workload),
  );
  const ratio = (some: readonly MeasuredLoad[]) => insideMean(some[some.length - 1]) / insideMean(some[0]);
  const best = [...workloads].sort((a, b) => ratio(b) - ratio(a))[0];
  const chosen = best !== undefined && ratio(best) >= leastRatio ? best : sorted;
  return chosen.length < 2 ? undefined : [chosen[0], chosen[chosen.length - 1]];
}

/** Lengths that differ by a few percent are the same workload. */
function workloadOf({ load: { promptTokens, outputTokens, distinctPrompts } }: MeasuredLoad): string {
  const coarse = (tokens: number) => Math.round(Math.log(tokens) * 10);
  return `${coarse(promptTokens[0])} ${coarse(outputTokens[0])} ${distinctPrompts ?? 0}`;
}

function numbersAsResult({ step, overheads }: ReplicaNumbers): CalibratedNumbers {
  return { base_us: step.base, per_sequence_us: step.perSequence, overhead_in_us: overheads.overheadIn };
}

function comparedLoad(
  one: MeasuredLoad,
  use: CalibratedLoad['use'],
  numbers: ReplicaNumbers,
  server: (numbers: ReplicaNumbers) => ModelServerSettings,
): CalibratedLoad {
  const played = playOne(one, numbers, server);
  const compared = (measured: number | undefined, simulated: number): Compared | null =>
    measured === undefined ? null : { measured, simulated, error_ratio: simulated / measured - 1 };
  return {
    label: loadLabel(one),
    file: one.place.file ?? '',
    line: one.place.line ?? null,
    use,
    inside_mean: insideMean(one),
    e2e_mean_ms: compared(one.e2eMeanMs, played.e2eMilliseconds.mean),
    ttft_mean_ms: compared(one.ttftMeanMs, played.ttftMilliseconds.mean),
    tpot_mean_ms: compared(one.tpotMeanMs, played.tpotMeanMilliseconds),
    throughput_per_s: compared(one.throughputPerSecond, played.throughputPerSecond),
  };
}

function notIdentified({ facts }: CalibrationInput, low: MeasuredLoad): string[] {
  return [
    'perPrefillToken, perDecodeToken, hidden, attention, perContextToken, allReduce: loads of other prompt lengths tell them, with fresh prompts',
    ...(facts.kvBlocks === undefined ? ["kvTokens: the server's /metrics says num_gpu_blocks"] : []),
    ...(low.ttftMeanMs === undefined ? ['overheadIn: a mean time to first token at the lower load tells it'] : []),
    'overheadOut, perOutputToken: hidden in base',
  ];
}

interface Judged {
  readonly low: MeasuredLoad;
  readonly high: MeasuredLoad;
  readonly numbers: ReplicaNumbers;
  readonly residual: number;
  readonly isFlat: boolean;
}

function warningsOf({ facts, loads }: CalibrationInput, { low, high, numbers, residual, isFlat }: Judged): string[] {
  const figure = ({ e2eMeanMs, tpotMeanMs }: MeasuredLoad) => e2eMeanMs ?? tpotMeanMs ?? Number.NaN;
  const difference = figure(high) / figure(low) - 1;
  const percent = (ratio: number) => `${(ratio * 100).toFixed(1)} %`;
  const isFresh = loads.some(({ load }) => load.distinctPrompts === undefined);
  return [
    ...(residual > largestResidual
      ? [`the fit is still ${percent(residual)} off: these loads are not of one such server`]
      : []),
    ...(isFlat
      ? [
          'a request more does not make an iteration longer in these loads: perSequence is 0, and base is of the lower load alone',
        ]
      : []),
    ...(!isFlat && difference < weakDifference
      ? [
          `perSequence is weak: the two loads differ by only ${percent(difference)}; one with four times as many inside would tell it`,
        ]
      : []),
    ...(numbers.overheads.overheadIn === 0
      ? ['overheadIn came out at 0: prompts were found in the cache, or are shorter than stated']
      : []),
    ...(isFresh && (facts.hitRatio ?? 0) > 0.1
      ? [
          `the server found ${percent(facts.hitRatio ?? 0)} of the prompt tokens in its cache, and prompts are taken as new: give distinct_prompts`,
        ]
      : []),
    ...((facts.preemptions ?? 0) > 0
      ? [`the server ran out of KV memory ${facts.preemptions} times: loads with preemption tell no times`]
      : []),
  ];
}
