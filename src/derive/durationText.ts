import type { Amount } from './questions.js';

/** Four digits, as a scenario writes it. */
export function durationText(seconds: number): string {
  if (!(seconds > 0)) return '0s';
  const [amount, unit] = seconds < 1 ? [seconds * 1000, 'ms'] : [seconds, 's'];
  // Below a microsecond nothing is known.
  return `${Number(Number(amount.toPrecision(4)).toFixed(3))}${unit}`;
}

/** Rounded alike, low <= value <= high stays true. */
export function rangeOf({ low, high }: Amount): readonly [string, string] {
  return [durationText(low), durationText(high)];
}
