import { arrivedEntryRates, plannedEntryRates } from '../results/entryRates.js';
import type { PolicyResult } from '../results/results.js';
import { threeDigits } from './terminal/numbers.js';

/** Of the whole range: a smaller wobble is no turn, and a change within it no ramp. */
const turnShare = 0.05;
/** A curve that turns more often than this is noise, of a trace or of bursts: a ramp read off it would be chance. */
const turnLimit = 20;
/** A step belongs to the steepest ramp while it is at least so steep as a share of the steepest step; the ends of a straight ramp fill half a step. */
const slopeShare = 0.45;

/**
 * The traffic from outside in a few words, as the scenario plans it: `60 -> 600 req/s in 2 min`.
 *
 * With several ramps the steepest, beside the range; a curve that is not known in advance by its arrivals. Undefined without
 * timelines.
 */
export function trafficText(policies: readonly PolicyResult[]): string | undefined {
  const [first] = policies;
  const timelines = first?.timeline ?? [];
  if (timelines.length === 0 || timelines[0].rate.length === 0) return undefined;
  const planned = plannedEntryRates(first);
  return planned === undefined ? arrivedText(policies) : plannedText(planned, timelines[0].step_s);
}

function plannedText(rates: readonly number[], stepSeconds: number): string {
  const [least, most] = [rates.reduce((a, b) => Math.min(a, b)), rates.reduce((a, b) => Math.max(a, b))];
  if (most === 0) return 'no requests planned';
  if (most - least < most * 1e-3) return `${threeDigits(most)} req/s`;
  const turns = turnsOf(rates, (most - least) * turnShare);
  const rangeText = (low: number, high: number) => `${threeDigits(low)} .. ${threeDigits(high)} req/s`;
  if (turns.length > turnLimit) return rangeText(least, most);
  const rises = turns.filter((isRise) => isRise).length;
  const { fromRate, untilRate, steps } = steepest(rates, rises > 0 ? 1 : -1);
  const [low, high] = [Math.min(least, fromRate, untilRate), Math.max(most, fromRate, untilRate)];
  const when = steps === 0 ? 'at once' : `in ${roundSpan(steps * stepSeconds)}`;
  const text = `${threeDigits(fromRate)} -> ${threeDigits(untilRate)} req/s ${when}`;
  const isAll = rises < 2 && Math.abs(untilRate - fromRate) > (high - low) * 0.999;
  return isAll ? text : `${rangeText(low, high)}, steepest: ${text}`;
}

interface Ramp {
  readonly fromRate: number;
  readonly untilRate: number;
  readonly steps: number;
}

/** The rise (sign 1) or fall round the steepest step. */
function steepest(rates: readonly number[], sign: 1 | -1): Ramp {
  const slope = (step: number) => sign * (rates[step + 1] - rates[step]);
  let from = 0;
  for (let step = 1; step + 1 < rates.length; step++) if (slope(step) > slope(from) * (1 + 1e-6)) from = step;
  const least = slope(from) * slopeShare;
  let until = from + 1;
  while (until + 1 < rates.length && slope(until) >= least) until++;
  while (from > 0 && slope(from - 1) >= least) from--;
  const begin = endOf(rates, from, { inward: 1, length: until - from });
  const end = endOf(rates, until, { inward: -1, length: until - from });
  return { fromRate: begin.rate, untilRate: end.rate, steps: end.step - begin.step };
}

/**
 * Where a ramp really ends: rates are those of the middle of a step.
 *
 * Out of a plateau the first difference is half of the others, and the ramp begins between the two; out of a corner or the end of
 * the run it is as the others, and the ramp reaches half a step farther.
 */
function endOf(
  rates: readonly number[],
  step: number,
  { inward, length }: { readonly inward: 1 | -1; readonly length: number },
): { readonly rate: number; readonly step: number } {
  const first = rates[step + inward] - rates[step];
  const second = rates[step + 2 * inward] - rates[step + inward];
  const isCorner = length >= 3 && Math.abs(first - second) <= 0.1 * Math.abs(second);
  if (!isCorner) return { rate: rates[step], step: step + inward / 2 };
  return { rate: Math.max(0, rates[step] - first / 2), step: step - inward / 2 };
}

function roundSpan(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5400
    ? `${Number((seconds / 60).toPrecision(2))} min`
    : `${Number((seconds / 3600).toPrecision(2))} h`;
}

/** [turn] whether the curve rises between two of its turns; wobbles smaller than `least` are none. */
function turnsOf(rates: readonly number[], least: number): boolean[] {
  const turns: boolean[] = [];
  let [low, high] = [rates[0], rates[0]];
  for (const rate of rates) {
    [low, high] = [Math.min(low, rate), Math.max(high, rate)];
    const isRise = turns.at(-1);
    if (isRise !== true && rate - low > least) {
      turns.push(true);
      [low, high] = [rate, rate];
    } else if (isRise !== false && high - rate > least) {
      turns.push(false);
      [low, high] = [rate, rate];
    } else if (isRise === true && rate >= high) low = rate;
    else if (isRise === false && rate <= low) high = rate;
  }
  return turns;
}

/** Requests that came, where nobody knows them in advance: single requests of a trace, or users who wait for their answers. */
function arrivedText(policies: readonly PolicyResult[]): string {
  const [own, ...others] = policies.map(arrivalsOf);
  const seconds = policies[0].timeline[0].step_s * policies[0].timeline[0].rate.length;
  const isShared = others.every((other) => other === own);
  return `${threeDigits(own / seconds)} req/s on average${isShared ? '' : ` under ${policies[0].name}`}`;
}

/** Whole requests: sums of rates that were rounded differ in their last digits. */
function arrivalsOf(policy: PolicyResult): number {
  const [{ step_s }] = policy.timeline;
  return Math.round(arrivedEntryRates(policy).reduce((a, b) => a + b, 0) * step_s);
}
