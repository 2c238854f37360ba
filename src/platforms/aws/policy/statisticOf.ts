import type { Statistic } from '../model.js';

const folds: Record<Statistic, (minutes: readonly number[]) => number> = {
  Average: (minutes) => total(minutes) / minutes.length,
  Minimum: (minutes) => minutes.reduce((least, value) => Math.min(least, value)),
  Maximum: (minutes) => minutes.reduce((most, value) => Math.max(most, value)),
  Sum: total,
};

/** How an alarm makes one datapoint of a period's minutes, of which there is at least one. */
export function statisticOf(statistic: Statistic): (minutes: readonly number[]) => number {
  return folds[statistic];
}

function total(minutes: readonly number[]): number {
  return minutes.reduce((sum, value) => sum + value, 0);
}
