import { describe, expect, it } from 'vitest';
import { type DecisionEntry, DecisionLog } from '../../src/record/decisionLog.js';

const entry = (parts: Partial<DecisionEntry>): DecisionEntry => ({
  timeSeconds: 0,
  wished: 3,
  desired: 3,
  applied: 3,
  before: 2,
  result: 'accepted',
  rule: undefined,
  reason: undefined,
  ...parts,
});

function logOf(entries: readonly DecisionEntry[]): DecisionLog {
  const log = new DecisionLog({ fromSeconds: 0, toSeconds: 1000, reversalSeconds: 300, keepRows: false });
  for (const one of entries) log.record(one);
  return log;
}

describe('the decisions of a policy', () => {
  it('are kept in every run, equal ones in a row as one', () => {
    const times = [15, 30, 45, 60];
    const log = logOf(
      times.map((timeSeconds) => entry({ timeSeconds, applied: 3, before: timeSeconds === 15 ? 2 : 3 })),
    );
    expect(log.rows).toEqual([]);
    expect(log.desiredRuns).toEqual([{ fromSeconds: 15, untilSeconds: 60, desired: 3, applied: 3, isHeldBack: false }]);
    expect([log.appliedCurve.seconds, log.appliedCurve.values]).toEqual([
      [0, 15],
      [2, 3],
    ]);
  });

  it.each<[what: string, entry: Partial<DecisionEntry>, isHeldBack: boolean]>([
    ['accepted', {}, false],
    ['cut by max', { desired: 9, applied: 3, result: 'clamped' }, true],
    // Raised by min: it got more than it asked for.
    ['raised by min', { desired: 1, applied: 3, result: 'clamped' }, false],
    ['throttled on its way up', { desired: 5, applied: 2, result: 'throttled' }, true],
    ['throttled on its way down', { desired: 1, applied: 2, result: 'throttled' }, false],
    ['refused for quota', { desired: 5, applied: 4, result: 'refused' }, true],
    ['under a rate policy', { heldBy: 'limit' }, true],
    ['in a cooldown', { heldBy: 'cooldown', rule: 'step 2' }, true],
    ['by a rule that only sounds so', { rule: 'ScaleUpLimit', reason: 'capped by the cooldown' }, false],
  ])('%s', (_what, parts, isHeldBack) => {
    expect(logOf([entry(parts)]).desiredRuns[0].isHeldBack).toBe(isHeldBack);
  });
});
