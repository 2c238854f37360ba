import { describe, expect, it } from 'vitest';
import { binsOf, extentOf, holeSeconds, samplesOf, valueAt } from '../../src/backtest/recordedGrid.js';
import type { RecordedPoint } from '../../src/results/recording.js';
import { recordedSeries } from './recordedSeries.js';

const every = (step: number, count: number, of: (index: number) => number): RecordedPoint[] =>
  Array.from({ length: count }, (_, index) => [index * step, of(index)]);
const sampled = recordedSeries(
  'replicas',
  every(60, 10, (index) => index),
);
const changes = recordedSeries('replicas', [
  [0, 1],
  [199, 2],
  [445, 3],
  [919, 4],
]);

describe('the grid of a recorder', () => {
  it('is its own points where it looked at a pace, and every second between changes', () => {
    expect(samplesOf(sampled, { fromSeconds: 60, toSeconds: 240 })).toEqual({
      seconds: [60, 120, 180],
      values: [1, 2, 3],
    });
    const { seconds, values } = samplesOf(changes, { fromSeconds: 198, toSeconds: 201 });
    expect([seconds, values]).toEqual([
      [198, 199, 200],
      [1, 2, 2],
    ]);
  });

  it('ends one step after the last point, but changes hold on', () => {
    expect(extentOf(sampled, 5000)).toEqual({ fromSeconds: 0, toSeconds: 600 });
    expect(extentOf(changes, 5000)).toEqual({ fromSeconds: 0, toSeconds: 5000 });
  });

  it('leaves a hole out, and counts it', () => {
    const holed = recordedSeries('cpu', [...every(60, 10, () => 2), [1200, 3], [1260, 3], [1320, 3], [1380, 3]]);
    expect(holeSeconds(holed, { fromSeconds: 0, toSeconds: 1440 })).toBe(600);
    const { edges, values } = binsOf(holed, { fromSeconds: 480, toSeconds: 1320 });
    expect(edges).toEqual([480, 540, 600, 1200, 1260, 1320]);
    expect(values).toEqual([2, 2, null, 3, 3]);
  });

  it.each([
    [-1, undefined],
    [0, 1],
    [198.9, 1],
    [199, 2],
    [10_000, 4],
  ])('at %d s holds %s', (at, value) => {
    expect(valueAt(changes, at)).toBe(value);
  });
});
