import type { ModelServerSettings } from '../fleet/modelServer/settings.js';
import type { ReplicaNumbers } from '../fleet/models/datasheet.js';
import type { MeasuredLoad } from './measuredLoad.js';
import { type PlayedLoad, playLoads } from './playLoads.js';

/** Two loads and the server that was measured. */
export interface FitInput {
  readonly low: MeasuredLoad;
  readonly high: MeasuredLoad;
  readonly numbers: ReplicaNumbers;
  readonly server: (numbers: ReplicaNumbers) => ModelServerSettings;
}

export interface Fit {
  readonly numbers: ReplicaNumbers;
  /** How far the played loads still are from the measured ones, of these. */
  readonly residual: number;
  /** A request more would have to make an iteration shorter: the loads contradict the model. */
  readonly isFlat: boolean;
}

const seed = 1;
const roundLimit = 12;
/** Of the measured figure: far below what a benchmark repeats to. */
const enough = 1e-4;
/** Below it the slopes hardly change. */
const nearEnd = 0.01;

/**
 * base and perSequence from two measured loads, overheadIn from the time to first token of the lower one.
 *
 * Newton's method on the played loads, with the same random numbers in every round, so that the difference of two plays is
 * that of their coefficients alone. The higher load may hold a queue, so its time to first token tells nothing of overheadIn.
 */
export function fitLoads({ low, high, numbers: start, server }: FitInput): Fit {
  let numbers = start;
  let residual = Number.POSITIVE_INFINITY;
  let isFlat = false;
  let slopes: Slopes | undefined;
  for (let round = 0; round < roundLimit; round++) {
    const played = [low, high].map((one) => playOne(one, numbers, server));
    const off: Pair = [offOf(low, played[0]), offOf(high, played[1])];
    residual = Math.max(Math.abs(off[0]), Math.abs(off[1]));
    const overheadIn = overheadOf(low, played[0], numbers);
    if (residual < enough && Math.abs(overheadIn - numbers.overheads.overheadIn) < 1) break;
    // Near the end the slopes of before are good enough, and cost nothing.
    if (slopes === undefined || residual > nearEnd) slopes = slopesAt(off, { low, high, numbers, server });
    const step = stepOf(off, slopes, numbers);
    isFlat = step.perSequence === 0;
    numbers = {
      ...numbers,
      step: { ...numbers.step, ...step },
      overheads: { ...numbers.overheads, overheadIn },
    };
  }
  return { numbers, residual, isFlat };
}

/** What is fitted: the mean latency, or the mean time a token where that is all there is. */
export function offOf(measured: MeasuredLoad, played: PlayedLoad): number {
  if (measured.e2eMeanMs !== undefined) return played.e2eMilliseconds.mean / measured.e2eMeanMs - 1;
  return played.tpotMeanMilliseconds / (measured.tpotMeanMs ?? Number.NaN) - 1;
}

export function playOne(
  { load }: MeasuredLoad,
  numbers: ReplicaNumbers,
  server: (numbers: ReplicaNumbers) => ModelServerSettings,
): PlayedLoad {
  return playLoads(server(numbers), [load], seed)[0];
}

function overheadOf({ ttftMeanMs }: MeasuredLoad, played: PlayedLoad, { overheads }: ReplicaNumbers): number {
  if (ttftMeanMs === undefined) return overheads.overheadIn;
  return Math.max(0, overheads.overheadIn + (ttftMeanMs - played.ttftMilliseconds.mean) * 1000);
}

type Pair = readonly [low: number, high: number];

/** How both loads' distance changes with base, and with perSequence. */
interface Slopes {
  readonly byBase: Pair;
  readonly bySequence: Pair;
}

function slopesAt(here: Pair, { low, high, numbers, server }: FitInput): Slopes {
  const { base, perSequence } = numbers.step;
  const slope = (changed: { readonly base?: number; readonly perSequence?: number }, by: number): Pair => {
    const other = { ...numbers, step: { ...numbers.step, ...changed } };
    const [first, second] = [low, high].map((one) => offOf(one, playOne(one, other, server)));
    return [(first - here[0]) / by, (second - here[1]) / by];
  };
  const baseStep = base * 0.005;
  const sequenceStep = Math.max(1, perSequence * 0.05);
  return {
    byBase: slope({ base: base + baseStep }, baseStep),
    bySequence: slope({ perSequence: perSequence + sequenceStep }, sequenceStep),
  };
}

/** One Newton step; neither coefficient falls below 0, and base at most halves or doubles. */
function stepOf(off: Pair, { byBase, bySequence }: Slopes, { step: { base, perSequence } }: ReplicaNumbers) {
  const determinant = byBase[0] * bySequence[1] - byBase[1] * bySequence[0];
  const clamped = (wanted: number) => Math.min(base * 2, Math.max(base / 2, wanted));
  const wantedSequence = perSequence - (byBase[0] * off[1] - byBase[1] * off[0]) / determinant;
  if (Number.isFinite(wantedSequence) && wantedSequence > 0) {
    return {
      base: clamped(base - (off[0] * bySequence[1] - off[1] * bySequence[0]) / determinant),
      perSequence: wantedSequence,
    };
  }
  // Nothing for each request is the least there is; then base alone, from the lower load.
  return { base: clamped(base - off[0] / byBase[0]), perSequence: 0 };
}
