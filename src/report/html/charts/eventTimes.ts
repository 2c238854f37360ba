import type { TimelineData } from './timelineData.js';

/** Times that are worth a visit, rising: faults, reversals, wishes held back, and where a spell above the SLO begins. */
export function eventTimesOf({ faults, rows }: TimelineData): number[] {
  const breaches = rows.flatMap(({ aboveSlo }) => aboveSlo.map(([from]) => from));
  const marks = rows.flatMap((row) => row.marks.filter(({ type }) => type !== 'change'));
  const times = [
    ...faults.map(({ fromSeconds }) => fromSeconds),
    ...marks.map(({ timeSeconds }) => timeSeconds),
    ...breaches,
  ];
  return [...new Set(times)].sort((a, b) => a - b);
}
