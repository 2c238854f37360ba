import type { ThresholdResult } from '../results/results.js';
import { threeDigits } from './terminal/numbers.js';

/** `latency_all_ms p(99)<800 got 1,240` */
export function thresholdText({ metric, expression, value, reason }: ThresholdResult): string {
  return `${metric} ${expression} got ${value === null ? (reason ?? 'no data') : valueText(value)}`;
}

/** Three digits, or as many as it takes: a value must never look like the limit it misses. */
function valueText(value: number): string {
  return Math.abs(value) >= 1000 ? threeDigits(value) : String(Number(value.toPrecision(4)));
}
