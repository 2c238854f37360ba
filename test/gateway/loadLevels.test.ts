import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LoadLevels } from '../../src/gateway/loadLevels.js';

interface Known {
  instance: number;
  load: number;
  pick: number;
}

describe('LoadLevels', () => {
  it.each([
    { kind: 'few picks', rounds: 120, numRuns: 60 },
    // So many picks that the 32,768 places are dealt out anew several times.
    { kind: 'many picks', rounds: 4000, numRuns: 2 },
  ])(
    'gives the least loaded, of equals the one picked longest ago, whatever came before: $kind',
    ({ rounds: roundLimit, numRuns }) => {
      const step = fc.record({ kind: fc.nat({ max: 9 }), who: fc.nat({ max: 99 }) });
      fc.assert(
        fc.property(
          fc.array(step, { minLength: 20, maxLength: 60 }),
          fc.integer({ min: Math.floor(roundLimit * 0.9), max: roundLimit }),
          (steps, rounds) => {
            const levels = new LoadLevels();
            const known: Known[] = [];
            let clock = 0;
            const change = (one: Known, by: 1 | -1) => {
              levels.loadChanged(one.instance, by);
              one.load += by;
            };
            for (let round = 0; round < rounds; round++) {
              for (const { kind, who } of steps) {
                const one = known[who % Math.max(1, known.length)];
                if (kind === 0 && !known.some(({ instance }) => instance === who)) {
                  levels.add(who, 0);
                  known.push({ instance: who, load: 0, pick: clock++ });
                } else if (kind === 1 && one !== undefined && round % 4 === 0) {
                  levels.remove(one.instance);
                  levels.forget(one.instance);
                  known.splice(known.indexOf(one), 1);
                } else if (kind < 4 && one !== undefined && one.load > 0) change(one, -1);
                else if (kind >= 4 && known.length > 0) {
                  const next = known.reduce((a, b) =>
                    b.load < a.load || (b.load === a.load && b.pick < a.pick) ? b : a,
                  );
                  expect(levels.pickLeast()).toBe(next.instance);
                  next.pick = clock++;
                  // A refused request leaves the load as it is.
                  if (kind > 4) change(next, 1);
                }
              }
            }
            expect(levels.count).toBe(known.length);
          },
        ),
        { numRuns },
      );
    },
  );

  it('takes memory by its instances, not by their loads, which a queue without a limit takes to any height', () => {
    const before = process.memoryUsage().arrayBuffers;
    const levels = new LoadLevels();
    for (const instance of [0, 1, 2]) levels.add(instance, 0);
    for (let request = 0; request < 300_000; request++) levels.loadChanged(levels.pickLeast(), 1);
    levels.remove(1);
    levels.add(3, 0);
    for (let request = 0; request < 50_000; request++) {
      const instance = levels.pickLeast();
      if (instance !== 3) expect(instance).toBe(3);
      levels.loadChanged(instance, 1);
    }
    levels.remove(3);
    expect(levels.pickLeast()).toBe(0);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20e6);
  });
});
