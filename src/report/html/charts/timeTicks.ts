import { formatClock } from '../../format.js';

/** Steps that people read on a clock, seconds. */
const steps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
];

/** Round times inside [from, until], at most `countMax`. */
export function timeTicks(
  from: number,
  until: number,
  countMax: number,
): { ticks: number[]; format(t: number): string } {
  const step = steps.find((one) => (until - from) / one <= countMax) ?? 2_592_000;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= until; tick += step) ticks.push(tick);
  return { ticks, format: (seconds) => formatClock(seconds, { withSeconds: step < 60 }) };
}
