import type { TimelineData } from './timelineData.js';

/** Times that are worth a visit, rising: faults, reversals, wishes held back, and where the p95 first passes the SLO. */
export function eventTimesOf({ faults, rows, sloMs }: TimelineData): number[] {
  const breaches = rows.flatMap(({ p95: { stepSeconds, values } }) =>
    values.flatMap((value, step) => {
      const isSlow = (at: number) => sloMs !== null && (values[at] ?? 0) > sloMs;
      return value !== null && isSlow(step) && !isSlow(step - 1) ? [step * stepSeconds] : [];
    }),
  );
  const marks = rows.flatMap((row) => row.marks.filter(({ type }) => type !== 'change'));
  const times = [
    ...faults.map(({ fromSeconds }) => fromSeconds),
    ...marks.map(({ timeSeconds }) => timeSeconds),
    ...breaches,
  ];
  return [...new Set(times)].sort((a, b) => a - b);
}
