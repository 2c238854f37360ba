import type { FaultEvent } from '../faults/schedule.js';
import type { DecisionRow, Timeline } from '../results/results.js';
import type { RunEvent, RunResult } from '../results/runResult.js';
import type { AssembledService, Assembly } from './assemble.js';
import { neededCurve } from './neededCurve.js';

/** Curves, decisions and events of a run that kept them. */
export function detailOf(assembly: Assembly, faults: readonly FaultEvent[]): NonNullable<RunResult['detail']> {
  return {
    timeline: assembly.services.map((service) => timelineOf(assembly, service)),
    decisions: assembly.services.flatMap(decisionRows).sort((a, b) => a.time_s - b.time_s),
    events: eventsOf(assembly, faults),
  };
}

function timelineOf(assembly: Assembly, { name, index }: AssembledService): Timeline {
  const { timeline } = assembly;
  if (timeline === undefined) throw new TypeError('a run without detail has no timeline');
  const { stepSeconds, curves } = timeline;
  const { rate, desired, ready, starting, p95Seconds, cpu, queue } = curves[index];
  const needed = neededCurve(assembly, index);
  return {
    service: name,
    step_s: stepSeconds,
    rate: rate.map(round),
    needed: rate.map((_, step) => needed?.((step + 0.5) * stepSeconds) ?? null),
    desired,
    ready,
    starting,
    p95_ms: p95Seconds.map((seconds) => (seconds === null ? null : round(seconds * 1e3))),
    cpu: cpu.map((value) => (value === null ? null : round(value))),
    queue,
  };
}

/** Six digits are more than a picture can show, and keep the document small. */
function round(value: number): number {
  return Number(value.toPrecision(6));
}

function decisionRows({ name, decisions }: AssembledService): DecisionRow[] {
  return decisions.rows.map((row) => ({
    time_s: row.timeSeconds,
    until_s: row.untilSeconds,
    service: name,
    ...(row.wished === row.desired ? {} : { wished: row.wished }),
    desired: row.desired,
    applied: row.applied,
    result: row.result,
    ...(row.rule === undefined ? {} : { rule: row.rule }),
    ...(row.reason === undefined ? {} : { reason: row.reason }),
  }));
}

function eventsOf({ services, input }: Assembly, faults: readonly FaultEvent[]): RunEvent[] {
  const reversals = services.flatMap(({ name, decisions }) =>
    decisions.reversalTimes.map((time_s): RunEvent => ({ time_s, kind: 'reversal', service: name })),
  );
  const { duration } = input.scenario;
  const struck = faults.map(
    ({ kind, fromSeconds, untilSeconds }): RunEvent => ({
      time_s: fromSeconds,
      kind,
      ...(untilSeconds > fromSeconds ? { until_s: Math.min(untilSeconds, duration) } : {}),
    }),
  );
  return [...reversals, ...struck].sort((a, b) => a.time_s - b.time_s);
}
