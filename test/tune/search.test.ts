import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStream } from '../../src/random/keyedStream.js';
import { goalDifference, type Judge, ranking } from '../../src/tune/search/entrant.js';
import { type Point, planPoints, pointKey } from '../../src/tune/search/planPoints.js';
import { searchPoints } from '../../src/tune/search/searchPoints.js';

/** A made run: what it costs and whether it keeps what must hold. */
interface Made {
  readonly cost: number;
  readonly isKept: boolean;
}

const judge: Judge<Made> = {
  better: 'lower',
  goalOf: ({ cost }) => cost,
  misses: ({ isKept }) => !isKept,
  verdictOf: (runs) => {
    const missed = runs.filter(({ isKept }) => !isKept).length;
    return { ok: missed * 10 <= runs.length, shortfall: missed * 10 <= runs.length ? 0 : missed / runs.length };
  },
  marginOf: (mean) => 0.02 * Math.abs(mean),
};

interface Objective {
  readonly seed: number;
  readonly noise: number;
  costOf(point: Point): number;
  isKept(point: Point): boolean;
}

function makeRuns({ seed, noise, costOf, isKept }: Objective) {
  let used = 0;
  const run = async (asked: readonly { readonly point: Point; readonly replications: readonly number[] }[]) =>
    asked.map(({ point, replications }) => ({
      runs: replications.map((replication): Made => {
        used++;
        // Common to all settings, and a little of each one's own: as paired runs are.
        const common = openStream({ seed, replication, owner: 'all', purpose: 'cost' }).uniform();
        const own = openStream({ seed, replication, owner: pointKey(point), purpose: 'cost' }).uniform();
        return {
          cost: costOf(point) * (1 + noise * (common - 0.5) + 0.2 * noise * (own - 0.5)),
          isKept: isKept(point),
        };
      }),
    }));
  return { run, used: () => used };
}

describe('the search', () => {
  it('finds the known best of a made objective, or one that its runs cannot tell from it', async () => {
    const objective = fc.record({
      seed: fc.nat(1e6),
      noise: fc.double({ min: 0, max: 0.6, noNaN: true }),
      bestX: fc.nat(9),
      bestY: fc.nat(7),
      keptFrom: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(objective, async ({ seed, noise, bestX, bestY, keptFrom }) => {
        const costOf = ([x, y]: Point) => 10 + Math.abs(x - bestX) + 0.5 * Math.abs(y - bestY);
        const isKept = ([x]: Point) => x >= keptFrom;
        const { run, used } = makeRuns({ seed, noise, costOf, isKept });
        const budget = 1500;
        const found = await searchPoints({ counts: [10, 8], seed, budget, judge, run });
        expect(used()).toBe(found.runCount);
        expect(used()).toBeLessThanOrEqual(budget);
        const [first] = ranking(found.entrants, judge);
        expect(isKept(first.entrant.point)).toBe(true);
        const bestCost = costOf([Math.max(bestX, keptFrom), bestY]);
        const best = found.entrants.find(({ point }) => isKept(point) && costOf(point) === bestCost);
        expect(best).toBeDefined();
        if (best === undefined || costOf(first.entrant.point) === bestCost) return;
        const { low } = goalDifference(first.entrant, best, judge);
        expect(low).not.toBeNull();
        expect(costOf(first.entrant.point)).toBeLessThanOrEqual(bestCost * (1 + 0.3 * noise) + 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('never uses more runs than its budget, and gives a setting none after it left', async () => {
    const asked = fc.record({
      seed: fc.nat(1e6),
      counts: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
      budget: fc.integer({ min: 10, max: 700 }),
      keptShare: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ seed, counts, budget, keptShare }) => {
        const { run, used } = makeRuns({
          seed,
          noise: 0.5,
          costOf: (point) => 1 + point.reduce((sum, one) => sum + one, 0),
          isKept: (point) =>
            openStream({ seed, replication: 0, owner: pointKey(point), purpose: 'kept' }).uniform() < keptShare,
        });
        const found = await searchPoints({ counts, seed, budget, judge, run });
        expect(used()).toBe(found.runCount);
        expect(used()).toBeLessThanOrEqual(budget);
        expect(new Set(found.entrants.map(({ point }) => pointKey(point))).size).toBe(found.entrants.length);
        for (const { left, runs } of found.entrants) if (left !== undefined) expect(runs.length).toBe(left.runCount);
      }),
      { numRuns: 60 },
    );
  });

  it('lets none go whose own runs do not say so', async () => {
    const asked = fc.record({
      seed: fc.nat(1e6),
      slope: fc.double({ min: 0, max: 0.2, noNaN: true }),
      keptFrom: fc.nat(4),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ seed, slope, keptFrom }) => {
        const { run } = makeRuns({
          seed,
          noise: 0.5,
          costOf: ([x]) => 1 + slope * x,
          isKept: ([x]) => x >= keptFrom,
        });
        const { entrants } = await searchPoints({ counts: [9], seed, budget: 1000, judge, run });
        for (const { left, runs } of entrants) {
          if (left?.why === 'must') expect(runs.every(({ isKept }) => !isKept)).toBe(true);
          if (left?.why === 'goal') expect(left.difference?.low).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('ends at once where every run of every setting misses', async () => {
    const { run } = makeRuns({ seed: 1, noise: 0.5, costOf: () => 1, isKept: () => false });
    expect(await searchPoints({ counts: [8], seed: 1, budget: 1000, judge, run })).toMatchObject({
      end: 'none-meets',
      runCount: 40,
    });
  });

  it('goes on without settings that fail', async () => {
    const made = makeRuns({ seed: 1, noise: 0.1, costOf: ([x]) => 1 + x, isKept: () => true });
    const failure = { kind: 'runtime', message: 'no', time_s: 1 };
    const run: typeof made.run = async (asked) => {
      const found = await made.run(asked);
      // safe: one of the two kinds of outcomes
      return found.map((one, index) => (asked[index].point[0] === 0 ? { failure } : one)) as typeof found;
    };
    const found = await searchPoints({ counts: [4], seed: 1, budget: 1000, judge, run });
    const running = found.entrants.filter((entrant) => entrant.failure === undefined);
    expect(ranking(running, judge)[0].entrant.point).toEqual([1]);
    expect(found.entrants[0].failure).toEqual(failure);
  });
});

describe('the first settings', () => {
  it('are all combinations up to 200, each once', () => {
    const planned = planPoints({ counts: [5, 4, 10], most: 1000, seed: 1 });
    expect(planned).toMatchObject({ kind: 'full', combinationCount: 200 });
    expect(new Set(planned.points.map(pointKey)).size).toBe(200);
  });

  it('are beyond that a Latin hypercube: each value of an axis as often as any other', () => {
    const planned = planPoints({ counts: [20, 100], most: 100, seed: 3 });
    expect(planned.kind).toBe('sample');
    for (const [axis, count] of [20, 100].entries()) {
      const used = new Map<number, number>();
      for (const point of planned.points) used.set(point[axis], (used.get(point[axis]) ?? 0) + 1);
      expect(used.size).toBe(count);
    }
    expect(planPoints({ counts: [20, 100], most: 100, seed: 3 })).toEqual(planned);
    expect(planPoints({ counts: [20, 100], most: 100, seed: 4 })).not.toEqual(planned);
  });
});
