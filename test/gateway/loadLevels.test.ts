import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LoadLevels } from '../../src/gateway/loadLevels.js';

interface Known {
  readonly instance: number;
  load: number;
  pick: number;
  isHere: boolean;
}

/** Least loaded, of equals the one picked longest ago. */
const nextOf = (known: readonly Known[]) =>
  known
    .filter(({ isHere }) => isHere)
    .reduce(
      (a: Known | undefined, b) =>
        a === undefined || b.load < a.load || (b.load === a.load && b.pick < a.pick) ? b : a,
      undefined,
    );

describe('LoadLevels', () => {
  it('gives the least loaded, of equals the one picked longest ago, whoever comes, goes and comes back', () => {
    const step = fc.record({ kind: fc.nat({ max: 11 }), who: fc.nat({ max: 99 }) });
    let dealCount = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), (steps) => {
        const levels = new LoadLevels();
        const known: Known[] = [];
        let clock = 0;
        const change = (one: Known, by: 1 | -1) => {
          if (one.isHere) levels.loadChanged(one.instance, by);
          one.load += by;
        };
        // So often that the 1,024 places are dealt out anew several times.
        for (let round = 0; round < 120; round++) {
          for (const { kind, who } of steps) {
            const one = known[who % Math.max(1, known.length)];
            if (kind === 0 && !known.some(({ instance }) => instance === who)) {
              levels.forget(who);
              levels.add(who, who % 3);
              known.push({ instance: who, load: who % 3, pick: clock++, isHere: true });
            } else if (kind === 1 && one?.isHere === true) {
              levels.remove(one.instance);
              one.isHere = false;
              if (round % 4 === 0) known.splice(known.indexOf(one), 1);
            } else if (kind === 2 && one?.isHere === false) {
              levels.add(one.instance, one.load);
              one.isHere = true;
            } else if (kind < 5 && one !== undefined && one.load > 0) change(one, -1);
            else if (kind >= 5) {
              const next = nextOf(known);
              if (next === undefined) continue;
              const picked = levels.pickLeast();
              if (picked !== next.instance) expect(picked).toBe(next.instance);
              next.pick = clock++;
              // A refused request leaves the load as it is.
              if (kind > 5) change(next, 1);
            }
          }
        }
        dealCount += Math.floor(clock / 1024);
        expect(levels.count).toBe(known.filter(({ isHere }) => isHere).length);
      }),
      { numRuns: 40 },
    );
    expect(dealCount).toBeGreaterThan(20);
  });

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
