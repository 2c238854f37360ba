import { describe, expect, it } from 'vitest';
import { firstRise, flapCount } from '../../src/backtest/scaleEvents.js';

const samples = (values: number[], step = 60) => ({ seconds: values.map((_, index) => index * step), values });

describe('events of a count', () => {
  it.each([
    { values: [2, 2, 3, 4], at: 120 },
    { values: [3, 2, 2], at: undefined },
    { values: [], at: undefined },
  ])('$values rise first at $at', ({ values, at }) => {
    expect(firstRise(samples(values))).toBe(at);
  });

  it.each([
    { what: 'up and down within the time', values: [2, 3, 2], flaps: 1 },
    { what: 'up, down, up', values: [2, 3, 2, 3], flaps: 2 },
    { what: 'up twice', values: [2, 3, 4], flaps: 0 },
    { what: 'down much later', values: [2, 3, 3, 3, 3, 3, 3, 2], flaps: 0 },
  ])('$what: $flaps flaps', ({ values, flaps }) => {
    expect(flapCount(samples(values), 300)).toBe(flaps);
  });
});
