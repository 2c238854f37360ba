import type { Stream } from '../../random/stream.js';
import type { TimeoutsAndRetries } from '../timeoutsAndRetries.js';
import type { CallCount, CallSettings } from './settings.js';

/** One call of one entry of one request class. */
export interface PlannedCall {
  /** Unique over all classes. */
  readonly number: number;
  /** Whose calls it is one of: the class of the caller. */
  readonly caller: string;
  readonly settings: CallSettings;
  /** Number of the called class among `RequestProfile`s: behind those of the sources. */
  readonly profile: number;
  readonly share: number;
  /** How many calls, drawn once for the entry. */
  countOf(stream: Stream): number;
  readonly drawsCount: boolean;
  readonly ignoresErrors: boolean;
  /** Its caller's timeout or abort cancels it. */
  readonly isCancelled: boolean;
  /** Of a call to each service. [service] */
  readonly rules: readonly TimeoutsAndRetries[];
}

/** Calls that run together, or one call some times in a row. */
export interface CallEntry {
  readonly calls: readonly PlannedCall[];
  readonly isSerial: boolean;
}

/** The calls of a request class. */
export type CallPlan = readonly CallEntry[];

/** Draws how many calls are made. */
export function countDraw(count: CallCount): { readonly drawsCount: boolean; countOf(stream: Stream): number } {
  if (typeof count === 'number') {
    const whole = Math.floor(count);
    const rest = count - whole;
    if (rest === 0) return { drawsCount: false, countOf: () => whole };
    return { drawsCount: true, countOf: (stream) => whole + (stream.uniform() < rest ? 1 : 0) };
  }
  if ('uniform' in count) {
    const { min, max } = count.uniform;
    return { drawsCount: true, countOf: (stream) => min + Math.floor((max - min + 1) * stream.uniform()) };
  }
  if ('geometric' in count) {
    const goOn = count.geometric.mean / (1 + count.geometric.mean);
    if (goOn === 0) return { drawsCount: false, countOf: () => 0 };
    return { drawsCount: true, countOf: (stream) => Math.floor(Math.log1p(-stream.uniform()) / Math.log(goOn)) };
  }
  const { values, weights = values.map(() => 1) } = count.empirical;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    drawsCount: true,
    countOf: (stream) => {
      let rest = stream.uniform() * total;
      let index = 0;
      while (index < values.length - 1 && rest >= weights[index]) rest -= weights[index++];
      return values[index];
    },
  };
}

/** Expected calls of an entry's call, its share taken into account. */
export function meanCalls({ count, share }: Pick<CallSettings, 'count' | 'share'>): number {
  return share * meanCount(count);
}

function meanCount(count: CallCount): number {
  if (typeof count === 'number') return count;
  if ('uniform' in count) return (count.uniform.min + count.uniform.max) / 2;
  if ('geometric' in count) return count.geometric.mean;
  const { values, weights = values.map(() => 1) } = count.empirical;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, index) => sum + value * weights[index], 0) / total;
}
