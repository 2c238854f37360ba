import { describe, expect, it } from 'vitest';
import { pairedDifference } from '../../src/stats/pairedDifference.js';
import { runsNeeded, verdictOf } from '../../src/stats/verdict.js';

const interval = (low: number, high: number, n = 10) => ({ mean: (low + high) / 2, low, high, n });

describe('the verdict on b', () => {
  it.each([
    // All with a mean of 100 for a, so that differences within +-2 do not matter.
    [-9, -5, 'lower', 'better'],
    [-9, -5, 'higher', 'worse'],
    [5, 9, 'lower', 'worse'],
    [5, 9, 'higher', 'better'],
    // Certain, but too small to matter: tested first.
    [0.5, 1.5, 'lower', 'no difference shown'],
    [-2, 2, 'lower', 'no difference shown'],
    // Holds 0 but reaches beyond 2 %.
    [-1, 2.1, 'lower', 'undecided'],
    [0, 5, 'lower', 'undecided'],
    // Shows a difference although part of it may be too small to matter.
    [1, 5, 'lower', 'worse'],
    // Neither direction is better.
    [5, 9, 'none', 'undecided'],
    [-1, 1, 'none', 'no difference shown'],
  ] as const)('of [%d, %d] where %s is better: %s', (low, high, better, verdict) => {
    expect(verdictOf({ interval: interval(low, high), referenceMean: 100, better })).toBe(verdict);
  });

  it('measures the 2 % by the size of a negative mean too', () => {
    expect(verdictOf({ interval: interval(-1, 1), referenceMean: -100, better: 'lower' })).toBe('no difference shown');
  });

  it('is undecided with one run', () => {
    const one = pairedDifference({ a: [100], b: [50] });
    expect(verdictOf({ interval: one, referenceMean: 100, better: 'lower' })).toBe('undecided');
  });

  it('shows no difference between equal runs, even of mean 0', () => {
    const same = pairedDifference({ a: [0, 0, 0], b: [0, 0, 0] });
    expect(verdictOf({ interval: same, referenceMean: 0, better: 'lower' })).toBe('no difference shown');
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
    expect(runsNeeded({ interval: given, referenceMean: 100 })).toBe(runs);
  });

  it('cannot be told from one run, or for a difference of 0 from 0', () => {
    expect(runsNeeded({ interval: { mean: 3, low: null, high: null, n: 1 }, referenceMean: 100 })).toBeUndefined();
    expect(runsNeeded({ interval: interval(-1, 1), referenceMean: 0 })).toBeUndefined();
  });
});
