import type { Sample, Series } from './readMatrix.js';

/** A row of a trace: from this instant to the next row, so many requests a second. */
interface RateRow {
  readonly seconds: number;
  readonly ratePerSecond: number;
}

/** A series as rates, with what was met on the way. */
export interface Rates {
  readonly rows: readonly RateRow[];
  readonly isCounter: boolean;
  /** Times a counter began again from zero. */
  readonly resetCount: number;
  /** Samples without a number: stale, or a division by nothing. */
  readonly emptyCount: number;
  /** Values below zero, which no rate of requests has; none where it is 0. */
  readonly negativeCount: number;
}

/** Names that Prometheus gives to counters. */
const counterName = /_(total|count|sum|bucket)$/;

/**
 * Rates of a series: its values as they are, or the differences of a counter.
 *
 * A counter that falls has begun again from zero, as rate() takes it; its increase since is the value itself.
 */
export function toRates({ name, samples }: Series): Rates {
  const filled = samples.filter(({ value }) => !Number.isNaN(value));
  const emptyCount = samples.length - filled.length;
  const negativeCount = filled.filter(({ value }) => value < 0).length;
  const isCounter = name !== undefined && counterName.test(name);
  if (!isCounter) {
    const rows = filled.map(({ seconds, value }) => ({ seconds, ratePerSecond: value }));
    return { rows, isCounter, resetCount: 0, emptyCount, negativeCount };
  }
  const resetCount = filled.filter(({ value }, index) => index > 0 && value < filled[index - 1].value).length;
  return { rows: differences(filled), isCounter, resetCount, emptyCount, negativeCount };
}

/** A row lasts until the next, so the increase up to the next sample is this row's; the last sample only ends it. */
function differences(samples: readonly Sample[]): RateRow[] {
  return samples.slice(0, -1).map(({ seconds, value }, index) => {
    const next = samples[index + 1];
    const increase = next.value >= value ? next.value - value : next.value;
    return { seconds, ratePerSecond: increase / (next.seconds - seconds) };
  });
}
