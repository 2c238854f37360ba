import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStream } from '../../../src/random/keyedStream.js';
import {
  type Advantage,
  advantageOver,
  advantageOverLimits,
  rankOfTie,
} from '../../../src/results/worlds/advantage.js';
import { findFlips } from '../../../src/results/worlds/findFlips.js';
import { compareOutcomes, type Outcome, winnerOf } from '../../../src/results/worlds/outcome.js';

const input = (path: string, value: number) => ({ path, unit: 's', value, low: 0, high: 10, basis: 'guess' }) as const;

/** Worlds of two inputs on 0..10, and an advantage of them. */
function worlds(count: number, advantageOf: (x: number, y: number) => number) {
  const stream = openStream({ seed: 5, replication: 0, owner: 'test', purpose: 'worlds' });
  const values = Array.from({ length: count }, () => [10 * stream.uniform(), 10 * stream.uniform()]);
  const advantages = values.map(([x, y]): Advantage => {
    const amount = advantageOf(x, y);
    return { band: Math.sign(amount), amount };
  });
  return { inputs: [input('x', 5), input('y', 5)], values, advantages };
}

describe('the place where the answer flips', () => {
  it('is where a line crosses 0, and an input without effect has none', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 9, noNaN: true }), fc.constantFrom(-1, 1), (at, side) => {
        const { flips, sensitivity } = findFlips(worlds(60, (x) => side * (x - at)));
        expect(Math.abs((flips[0].at ?? 0) - at)).toBeLessThan(1e-4);
        expect(flips[0].beyond).toBe(side < 0 ? 'above' : 'below');
        expect(flips[1].at).toBeNull();
        expect(sensitivity[0]).toEqual({ path: 'x', effect: side });
        expect(Math.abs(sensitivity[1].effect ?? 1)).toBeLessThan(1e-6);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it('is found along any curve that rises, for it is found on ranks', () => {
    const { flips } = findFlips(worlds(200, (x) => Math.exp(x) - Math.exp(7)));
    expect(Math.abs((flips[0].at ?? 0) - 7)).toBeLessThan(0.2);
  });

  it('holds for the other inputs as they are stated', () => {
    const { flips } = findFlips(worlds(2_000, (x, y) => 2 * x + y - 13));
    // With y at 5, 2x + 5 = 13.
    expect(Math.abs((flips[0].at ?? 0) - 4)).toBeLessThan(0.35);
  });

  /** The same worlds, with the inputs stated otherwise than in the middle. */
  const stated = (x: number, y: number, advantageOf: (x: number, y: number) => number) =>
    findFlips({ ...worlds(2_000, advantageOf), inputs: [input('x', x), input('y', y)] });

  it.each([
    ['above their middle', 8, 2.5],
    ['below it', 2, 5.5],
    ['above all that were drawn, as the highest of them', 30, 1.5],
    ['below all, as the lowest', -30, 6.5],
  ])('moves with the other inputs: stated %s', (_what, y, at) => {
    const [x] = stated(5, y, (one, other) => 2 * one + other - 13).flips;
    expect(Math.abs((x.at ?? 0) - at)).toBeLessThan(0.4);
    expect(x.beyond).toBe('below');
  });

  it('is found of each input that goes with enough of the spread, from its own stated value', () => {
    const { flips } = stated(3, 6, (x, y) => 10 - x - y);
    expect(flips.map(({ beyond }) => beyond)).toEqual(['above', 'above']);
    expect(Math.abs((flips[0].at ?? 0) - 4)).toBeLessThan(0.4);
    expect(Math.abs((flips[1].at ?? 0) - 7)).toBeLessThan(0.4);
    for (const { r2 } of flips) expect(Math.abs(r2 - 0.5)).toBeLessThan(0.05);
  });

  it('comes with the inputs in the order of what they move, whichever way', () => {
    const { sensitivity, flips } = stated(5, 5, (x, y) => x - 3 * y + 10);
    expect(sensitivity.map(({ path }) => path)).toEqual(['y', 'x']);
    // On one scale: 3 to 1, together all of the spread.
    expect(Math.abs((sensitivity[0].effect ?? 0) + 3 / Math.sqrt(10))).toBeLessThan(0.03);
    expect(Math.abs((sensitivity[1].effect ?? 0) - 1 / Math.sqrt(10))).toBeLessThan(0.03);
    expect(flips.map(({ path, at }) => [path, at === null])).toEqual([
      ['x', true],
      ['y', false],
    ]);
  });

  it('is not said where chance or other inputs hide the line, or where it lies beyond what was drawn', () => {
    expect(findFlips(worlds(200, (x, y) => 0.2 * (x - 5) + (y - 5))).flips[0].at).toBeNull();
    expect(findFlips(worlds(200, (x) => x + 1)).flips[0].at).toBeNull();
  });

  it('is not said of worlds that do not differ', () => {
    const { flips, sensitivity } = findFlips(worlds(50, () => 1));
    expect(flips.map(({ at }) => at)).toEqual([null, null]);
    expect(sensitivity.map(({ effect }) => effect)).toEqual([0, 0]);
  });
});

const outcomes: fc.Arbitrary<Outcome> = fc.record({
  meets: fc.boolean(),
  loss: fc.constantFrom(1, 2, 3, Number.POSITIVE_INFINITY),
  goodShare: fc.constantFrom(-1, 0, 0.5, 0.99, 1),
});

describe('the winner of a world', () => {
  const meeting = { meets: true, loss: 5, goodShare: 0.99 };
  it.each<[string, Outcome, Outcome]>([
    ['meets the limits before it costs little', meeting, { meets: false, loss: 1, goodShare: 0.98 }],
    ['costs least of those that meet them', meeting, { meets: true, loss: 6, goodShare: 1 }],
    [
      'has the most good where nobody meets them',
      { ...meeting, meets: false },
      { meets: false, loss: 1, goodShare: 0.5 },
    ],
  ])('%s', (_, better, worse) => {
    expect(winnerOf([worse, better])).toBe(1);
    expect(compareOutcomes(better, worse)).toBeLessThan(0);
  });

  it('is ahead of the best of the others, whoever it is: the sign of its advantage says who wins', () => {
    fc.assert(
      fc.property(fc.array(outcomes, { minLength: 2, maxLength: 5 }), (row) => {
        const [own, ...others] = row;
        const { band } = advantageOver(own, others, 0.95);
        if (band > 0) expect(winnerOf(row)).toBe(0);
        if (band < 0) expect(winnerOf(row)).not.toBe(0);
        if (band === 0) expect(winnerOf(row)).toBe(0);
      }),
      { seed: 2 },
    );
  });

  it('alone is ahead where it meets the limits', () => {
    expect(advantageOverLimits(meeting, 0.95).band).toBe(1);
    expect(advantageOverLimits({ ...meeting, meets: false }, 0.95)).toEqual({ band: -1, amount: 0 });
  });
});

describe('the rank of a tie', () => {
  it('lies between those behind and those ahead', () => {
    const amounts = (...all: number[]) => all.map((amount) => ({ band: Math.sign(amount), amount }));
    expect(rankOfTie(amounts(-3, -1, 1, 3))).toBe(2.5);
    expect(rankOfTie(amounts(-3, -1, 3, 5))).toBe(2.25);
    expect(rankOfTie(amounts(1, 2))).toBe(0.5);
    expect(rankOfTie(amounts(-1, -2))).toBe(2.5);
    expect(rankOfTie(amounts(-1, 0, 2))).toBe(2);
  });
});
