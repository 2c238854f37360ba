import { describe, expect, it } from 'vitest';
import { pairedDifference } from '../../src/stats/pairedDifference.js';
import { directionOf, isWithin, marginOf, runsNeeded } from '../../src/stats/verdict.js';

const interval = (low: number, high: number, n = 10) => ({ mean: (low + high) / 2, low, high, n });

describe('the direction of b', () => {
  it.each([
    [-9, -5, 'lower', 'better'],
    [-9, -5, 'higher', 'worse'],
    [5, 9, 'lower', 'worse'],
    [5, 9, 'higher', 'better'],
    [0, 5, 'lower', 'undecided'],
    [-5, 0, 'lower', 'undecided'],
    [-1, 2.1, 'lower', 'undecided'],
    // Neither direction is better.
    [5, 9, 'none', 'undecided'],
  ] as const)('of [%d, %d] where %s is better: %s', (low, high, better, verdict) => {
    expect(directionOf(interval(low, high), better)).toBe(verdict);
  });

  it('is undecided with one run', () => {
    expect(directionOf(pairedDifference({ a: [100], b: [50] }), 'lower')).toBe('undecided');
  });
});

describe('what does not matter', () => {
  it.each([
    ['2 % of the size of a mean', { referenceMean: -100, isGoodShare: false, objective: undefined }, 2],
    ['2 % of what an objective lets be missing', { referenceMean: 0.5, isGoodShare: true, objective: 0.999 }, 2e-5],
    ['2 % of what is missing at a', { referenceMean: 0.9, isGoodShare: true, objective: undefined }, 2e-3],
  ])('is %s', (_, given, margin) => {
    expect(marginOf(given)).toBeCloseTo(margin, 12);
  });

  it('holds the whole interval, ends included', () => {
    expect(isWithin(interval(-2, 2), 2)).toBe(true);
    expect(isWithin(interval(-2, 2.1), 2)).toBe(false);
    expect(isWithin(pairedDifference({ a: [1], b: [1] }), 2)).toBe(false);
    // Equal runs, even of mean 0.
    expect(isWithin(pairedDifference({ a: [0, 0, 0], b: [0, 0, 0] }), 0)).toBe(true);
  });
});

describe('the runs that an undecided comparison needs', () => {
  it.each([
    // Difference 4 +- 8: the half-width must halve, which takes four times the runs.
    [interval(-4, 12), 40],
    // Difference 0 +- 6: the half-width must fall to a third to lie within +-2.
    [interval(-6, 6), 90],
    // Already narrow enough: one more than there are, for an undecided verdict needs more.
    [interval(-1.5, 1.5), 11],
  ])('of %j are %i', (given, runs) => {
    expect(runsNeeded(given, 2)).toBe(runs);
  });

  it('cannot be told from one run, or for a difference of 0 from 0', () => {
    expect(runsNeeded({ mean: 3, low: null, high: null, n: 1 }, 2)).toBeUndefined();
    expect(runsNeeded(interval(-1, 1), 0)).toBeUndefined();
  });
});
