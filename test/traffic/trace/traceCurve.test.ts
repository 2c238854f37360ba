import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveOf } from '../../../src/traffic/rateCurve.js';
import { linearSegment } from '../../../src/traffic/segment.js';
import { traceCurve } from '../../../src/traffic/trace/traceCurve.js';

const rate = fc.integer({ min: 0, max: 1000 }).map((value) => value / 8);
/** Rows without holes between them; some rise or fall. */
const segmentLists = fc
  .array(fc.record({ length: fc.integer({ min: 1, max: 100 }), fromRate: rate, toRate: rate, isFlat: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((rows) => {
    let fromSeconds = 5;
    return rows.map(({ length: lengthSeconds, fromRate, toRate, isFlat }) => {
      const segment = linearSegment({ fromSeconds, lengthSeconds, fromRate, toRate: isFlat ? fromRate : toRate });
      fromSeconds += lengthSeconds;
      return segment;
    });
  });

describe('traceCurve', () => {
  it('is the curve of its segments, inside and outside', () => {
    const seconds = fc.integer({ min: 0, max: 40_000 }).map((value) => value / 8);
    fc.assert(
      fc.property(segmentLists, seconds, seconds, (segments, from, to) => {
        const [compact, plain] = [traceCurve(segments), curveOf(segments)];
        expect(compact.at(from)).toBe(plain.at(from));
        expect(compact.integral(from, to)).toBeCloseTo(plain.integral(from, to), 6);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('grows past its first columns', () => {
    const segments = Array.from({ length: 5000 }, (_, row) =>
      linearSegment({ fromSeconds: row, lengthSeconds: 1, fromRate: row, toRate: row }),
    );
    const curve = traceCurve(segments);
    expect([curve.at(4999.5), curve.at(5000), curve.integral(0, 5000)]).toEqual([4999, 0, (5000 * 4999) / 2]);
  });

  it('is 0 everywhere without segments', () => {
    const curve = traceCurve([]);
    expect([curve.at(0), curve.integral(0, 100)]).toEqual([0, 0]);
  });
});
