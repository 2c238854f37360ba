import { clockTick, startOfDay } from '../../clock.js';

/** Steps that people read on a clock, seconds. */
const steps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
];

/** Round times inside [from, until], at most `countMax`: since the begin, or of the clock where the run has one (`start`). */
export function timeTicks(
  from: number,
  until: number,
  countMax: number,
  start?: string,
): { ticks: number[]; format(t: number): string } {
  const step = steps.find((one) => (until - from) / one <= countMax) ?? 2_592_000;
  const ticks: number[] = [];
  const offset = startOfDay(start);
  for (let tick = Math.ceil((from + offset) / step) * step - offset; tick <= until; tick += step) ticks.push(tick);
  return { ticks, format: (seconds) => clockTick(seconds, start, { withSeconds: step < 60 }) };
}
