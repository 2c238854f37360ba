import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BillingRule, FleetLog, type InstanceLife } from '../../src/record/fleetLog.js';

const span = { fromSeconds: 100, toSeconds: 1000 };
const rule: BillingRule = { granularitySeconds: 60, minimumSeconds: 120, from: 'launch' };
const life = (parts: Partial<InstanceLife>): InstanceLife => ({
  launchedSeconds: 200,
  readySeconds: 230,
  drainSeconds: 500,
  stoppedSeconds: 510,
  servingSeconds: 200,
  startupSeconds: 30,
  launchNumber: 0,
  zone: 0,
  stopReason: 'scale-in',
  ...parts,
});

function partsOf(lives: readonly InstanceLife[], billing = rule) {
  const log = new FleetLog(span, billing);
  for (const one of lives) log.lived(one);
  const { startupBilledSeconds, readyBilledSeconds, drainBilledSeconds, extraBilledSeconds, wastedBilledSeconds } = log;
  const parts = [startupBilledSeconds, readyBilledSeconds, drainBilledSeconds, extraBilledSeconds, wastedBilledSeconds];
  return { parts, billed: log.billedSeconds };
}

describe('what a bill is for', () => {
  it.each<[what: string, life: InstanceLife, billing: BillingRule, parts: number[]]>([
    // 310 s are billed as 360 s.
    ['a whole life', life({}), rule, [30, 270, 10, 50, 0]],
    ['billed from ready: the startup is free', life({}), { ...rule, from: 'ready' }, [0, 270, 10, 20, 0]],
    ['a life before the span and into it', life({ launchedSeconds: 0, readySeconds: 30 }), rule, [0, 400, 10, 30, 0]],
    ['a life that the run ends', life({ drainSeconds: Number.NaN, stoppedSeconds: 1000 }), rule, [30, 770, 0, 0, 0]],
    // Worked for 20 s, started for 30 s: all 120 s of the minimum are wasted.
    ['a wasted start', life({ drainSeconds: 260, stoppedSeconds: 260, servingSeconds: 20 }), rule, [0, 0, 0, 0, 120]],
    [
      'a start that a fault cut off: no waste of the policy',
      life({ readySeconds: Number.NaN, drainSeconds: Number.NaN, stoppedSeconds: 215, stopReason: 'crash' }),
      rule,
      [15, 0, 0, 105, 0],
    ],
    [
      'a start that never got ready, billed from ready',
      life({ readySeconds: Number.NaN, drainSeconds: Number.NaN, stoppedSeconds: 215, stopReason: 'crash' }),
      { ...rule, from: 'ready' },
      [0, 0, 0, 0, 0],
    ],
  ])('%s', (_what, one, billing, parts) => {
    expect(partsOf([one], billing).parts).toEqual(parts);
  });

  it('sums to what is billed, for any lives in any order', () => {
    const step = fc.double({ min: 0, max: 400, noNaN: true });
    const lives = fc
      .record({
        launch: fc.double({ min: 0, max: 900, noNaN: true }),
        startup: step,
        ready: step,
        drain: step,
        isReady: fc.boolean(),
        isDrained: fc.boolean(),
        isScaledIn: fc.boolean(),
        serving: step,
      })
      .map(({ launch, startup, ready, drain, isReady, isDrained, isScaledIn, serving }) => {
        const readyAt = launch + startup;
        const drainAt = readyAt + ready;
        return life({
          launchedSeconds: launch,
          readySeconds: isReady ? readyAt : Number.NaN,
          drainSeconds: isReady && isDrained ? drainAt : Number.NaN,
          stoppedSeconds: Math.min(1000, isReady ? drainAt + (isDrained ? drain : 0) : readyAt),
          startupSeconds: startup,
          servingSeconds: serving,
          stopReason: isScaledIn ? 'scale-in' : 'crash',
        });
      })
      .filter(
        ({ stoppedSeconds, drainSeconds, readySeconds }) =>
          !(drainSeconds > stoppedSeconds || readySeconds > stoppedSeconds),
      );
    const billings = fc.record({
      granularitySeconds: fc.constantFrom(0.1, 1, 60, 3600),
      minimumSeconds: fc.constantFrom(0, 60, 600),
      from: fc.constantFrom('launch' as const, 'ready' as const),
    });
    fc.assert(
      fc.property(fc.array(lives, { maxLength: 8 }), billings, (list, billing) => {
        const { parts, billed } = partsOf(list, billing);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(billed, 6);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        const backwards = partsOf([...list].reverse(), billing);
        for (const [index, part] of backwards.parts.entries()) expect(part).toBeCloseTo(parts[index], 6);
      }),
    );
  });
});

describe('the log of a fleet', () => {
  it('keeps the ready instances as steps', () => {
    const log = new FleetLog(span, rule);
    for (const [ready, seconds] of [
      [1, 0],
      [2, 0],
      [3, 50],
      [2, 400],
    ])
      log.readyChanged(ready, seconds, 0);
    expect([log.readyCurve.seconds, log.readyCurve.values]).toEqual([
      [0, 50, 400],
      [2, 3, 2],
    ]);
  });
});
