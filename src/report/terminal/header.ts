import type { PolicyResult, ScenarioResult, Timeline } from '../../results/results.js';
import { threeDigits } from './numbers.js';

/** `60 -> 600 req/s in 2 min`, from the rate of the first policy's run; undefined without a timeline. */
export function trafficText(policies: readonly PolicyResult[]): string | undefined {
  const timelines = policies[0]?.timeline ?? [];
  if (timelines.length === 0 || timelines[0].rate.length < 10) return undefined;
  const rates = smooth(timelines);
  const [low, high] = [rates[0], Math.max(...rates)];
  const twoDigits = (rate: number) => threeDigits(Number(rate.toPrecision(2)));
  // Within a quarter the noise of arrivals and a real change look alike.
  if (high < low * 1.25) return `${twoDigits(mean(rates))} req/s`;
  const top = rates.findIndex((rate) => rate >= high * 0.9);
  const foot = rates.findLastIndex((rate, index) => index < top && rate <= low + (high - low) * 0.1);
  // From a tenth to nine tenths of the way; the smoothing alone would make a jump look `window` steps long.
  const window = 2 * halfWindow(rates.length) + 1;
  const seenSteps = top - Math.max(0, foot);
  const riseSeconds = (Math.sqrt(Math.max(0, seenSteps ** 2 - window ** 2)) / 0.8) * timelines[0].step_s;
  return `${twoDigits(low)} -> ${twoDigits(high)} req/s ${riseSeconds === 0 ? 'at once' : `in ${roundSpan(riseSeconds)}`}`;
}

/** One unit is as exact as a rise read off a smoothed curve can be. */
function roundSpan(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** Steps on either side that a smoothed rate covers: a sixtieth of the run in all. */
function halfWindow(stepCount: number): number {
  return Math.max(1, Math.round(stepCount / 120));
}

/** The rate of all services, smoothed: single steps of a random process say little. */
function smooth(timelines: readonly Timeline[]): number[] {
  const total = timelines[0].rate.map((_, step) => timelines.reduce((sum, { rate }) => sum + rate[step], 0));
  const half = halfWindow(total.length);
  return total.map((_, step) => mean(total.slice(Math.max(0, step - half), step + half + 1)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** `inputs: 4 measured, 2 guessed (startup, cpu)`; undefined when the scenario says nothing of its inputs. */
export function inputsText({ assumptions }: ScenarioResult): string | undefined {
  if (assumptions.length === 0) return undefined;
  const words: Record<string, string> = { guess: 'guessed', default: 'by default' };
  const byBasis = new Map<string, string[]>();
  for (const { basis, path } of assumptions) {
    byBasis.set(basis, [...(byBasis.get(basis) ?? []), path.slice(path.lastIndexOf('.') + 1)]);
  }
  const parts = [...byBasis].map(([basis, names]) => {
    const isWeak = basis === 'guess' || basis === 'default';
    return `${names.length} ${words[basis] ?? basis}${isWeak ? ` (${names.join(', ')})` : ''}`;
  });
  return `inputs: ${parts.join(', ')}`;
}
