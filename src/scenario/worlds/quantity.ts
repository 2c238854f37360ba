import { z } from 'zod';
import { formatDuration, parseDuration } from '../../base/duration.js';
import { formatSize, parseSize } from '../../base/quantity.js';
import {
  type StartupSettings,
  scaledStartup,
  startupSettings,
  typicalStartupSeconds,
} from '../../fleet/startup/startup.js';

/** `s` of durations, `bytes` of sizes, else empty. */
export type QuantityUnit = 's' | 'bytes' | '';

/** A number as a scenario writes it, and how another number is written in its place. */
export interface Quantity {
  /** Seconds, bytes, or the plain number; of a distribution its median where it is given by one, else its mean. */
  readonly amount: number;
  readonly unit: QuantityUnit;
  /** What to write for another amount: of a distribution the same law, scaled. */
  written(amount: number): unknown;
}

/** The number that a value of a scenario is, or that stands for the distribution it is; undefined for all else. */
export function quantityOf(value: unknown): Quantity | undefined {
  if (typeof value === 'number') return { amount: value, unit: '', written: (amount) => amount };
  if (typeof value === 'string') return ofText(value);
  // Every distribution is a startup, too.
  const law = startupSettings.safeParse(value);
  return law.success && typeof value === 'object' ? ofDistribution(law.data) : undefined;
}

function ofText(text: string): Quantity | undefined {
  const seconds = parseDuration(text);
  if (seconds !== undefined) return { amount: seconds, unit: 's', written: formatDuration };
  const bytes = parseSize(text);
  return bytes === undefined ? undefined : { amount: bytes, unit: 'bytes', written: formatSize };
}

function ofDistribution(law: StartupSettings): Quantity {
  const amount = typicalStartupSeconds(law);
  return {
    amount,
    unit: 's',
    written: (seconds) => {
      // What is always 0 has no shape that could be kept.
      const isScaled = amount > 0 && seconds > 0;
      return isScaled ? z.encode(startupSettings, scaledStartup(law, seconds / amount)) : formatDuration(seconds);
    },
  };
}
