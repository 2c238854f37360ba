import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherPValue } from '../../src/stats/fisherExact.js';
import { holmConfidence } from '../../src/stats/holm.js';
import { mcNemarPValue } from '../../src/stats/mcNemar.js';
import { wilsonInterval } from '../../src/stats/wilsonInterval.js';

describe("McNemar's exact test", () => {
  it.each([
    // Twice the binomial tail, by hand.
    [0, 0, 1],
    [0, 1, 1],
    [0, 5, 0.0625],
    [0, 6, 0.03125],
    [6, 0, 0.03125],
    [1, 8, 0.0390625],
    [5, 5, 1],
    [2, 10, 0.03857421875],
  ])('of %i and %i pairs that differ is %f', (onlyA, onlyB, p) => {
    expect(mcNemarPValue({ onlyA, onlyB })).toBeCloseTo(p, 10);
  });
});

describe("Fisher's exact test", () => {
  it.each([
    // The lady tasting tea; then tables with 10 and 20 runs a side.
    [3, 4, 1, 4, 0.4857142857],
    [0, 10, 5, 10, 0.0325077399],
    [0, 10, 4, 10, 0.0866873065],
    [1, 10, 0, 10, 1],
    [0, 20, 0, 20, 1],
  ])('of %i of %i runs against %i of %i is %f', (hitA, runsA, hitB, runsB, p) => {
    const [a, b] = [
      { hitCount: hitA, runCount: runsA },
      { hitCount: hitB, runCount: runsB },
    ];
    expect(fisherPValue(a, b)).toBeCloseTo(p, 8);
    expect(fisherPValue(b, a)).toBeCloseTo(p, 8);
  });
});

describe("Wilson's interval of a share of runs", () => {
  it.each([
    [0, 10, 0, 0.2775],
    [8, 10, 0.4902, 0.9433],
    [10, 10, 0.7225, 1],
    [1, 1, 0.2065, 1],
  ])('of %i of %i is %f to %f', (hitCount, runCount, low, high) => {
    const found = wilsonInterval({ hitCount, runCount });
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
});

describe('the confidence of a family', () => {
  const tests = (pValues: readonly number[]) => pValues.map((p) => (confidence: number) => p <= 1 - confidence);

  it.each([
    ['none passes', [0.2, 0.3, 0.04, 0.9, 0.011], 0.99],
    ['one passes, the next does not', [0.001, 0.013, 0.3, 0.4, 0.9], 0.9875],
    ['all pass', [0.001, 0.002, 0.003, 0.004, 0.005], 0.95],
    ['only the largest would pass alone', [0.04, 0.04, 0.04, 0.04, 0.04], 0.99],
    ['there is one test', [0.04], 0.95],
  ])('where %s', (_, pValues, confidence) => {
    expect(holmConfidence(tests(pValues), { familyCount: pValues.length })).toBeCloseTo(confidence, 12);
  });

  it('rejects just what Holm rejects', () => {
    const p = fc.oneof(fc.double({ min: 0, max: 0.06, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(p, { minLength: 1, maxLength: 6 }), (pValues) => {
        const m = pValues.length;
        const sorted = [...pValues].sort((a, b) => a - b);
        const stop = sorted.findIndex((one, index) => one > 1 - (1 - 0.05 / (m - index)));
        const expected = stop < 0 ? m : stop;
        const confidence = holmConfidence(tests(pValues), { familyCount: m });
        return pValues.filter((one) => one <= 1 - confidence).length === expected;
      }),
    );
  });
});
