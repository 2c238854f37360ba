import { describe, expect, it } from 'vitest';
import { responseTotals } from '../../../src/engine/totals/responseTotals.js';
import { curveFrom } from '../../support/stepCurves.js';

const span = { fromSeconds: 0, toSeconds: 600 };
type Steps = readonly (readonly [number, number])[];

describe('the answer to the last change of demand', () => {
  it.each<[what: string, needed: Steps, ready: Steps, settling: number | undefined, overshoot: number | undefined]>([
    ['nothing changes', [[0, 3]], [[0, 3]], undefined, undefined],
    // Within one of 8 from 190 s on: 90 s after the jump, and it stays.
    [
      'supply arrives',
      [
        [0, 2],
        [100, 8],
      ],
      [
        [0, 2],
        [150, 5],
        [190, 7],
        [220, 8],
      ],
      90,
      0,
    ],
    // 12 at 200 s is outside the band; back at 300 s. 12 of 8 is 50 % too many.
    [
      'supply overshoots',
      [
        [0, 2],
        [100, 8],
      ],
      [
        [0, 2],
        [160, 8],
        [200, 12],
        [300, 9],
      ],
      200,
      0.5,
    ],
    // In the band for less than three periods of 15 s before the run ends.
    [
      'time is too short',
      [
        [0, 2],
        [100, 8],
      ],
      [
        [0, 2],
        [570, 8],
      ],
      Number.POSITIVE_INFINITY,
      0,
    ],
    // The last change is a fall, at 300 s; the last rise was at 100 s and ended there.
    [
      'demand falls',
      [
        [0, 2],
        [100, 4],
        [300, 2],
      ],
      [
        [0, 2],
        [120, 5],
        [310, 8],
        [400, 3],
      ],
      100,
      0.25,
    ],
  ])('is as by hand when %s', (_what, needed, ready, settlingSeconds, overshootRatio) => {
    const service = { needed: curveFrom(needed), ready: curveFrom(ready), periodSeconds: 15 };
    expect(responseTotals([service], span)).toEqual({ settlingSeconds, overshootRatio });
  });

  it.each([
    [555, 55],
    [556, Number.POSITIVE_INFINITY],
  ])('has settled after three whole periods, not before: near from %d s on', (nearSeconds, settlingSeconds) => {
    const needed = curveFrom([
      [0, 2],
      [500, 8],
    ]);
    const ready = curveFrom([
      [0, 2],
      [nearSeconds, 7],
    ]);
    expect(responseTotals([{ needed, ready, periodSeconds: 15 }], span).settlingSeconds).toBe(settlingSeconds);
  });

  it('stays settled when supply leaves later', () => {
    const needed = curveFrom([
      [0, 2],
      [100, 8],
    ]);
    const ready = curveFrom([
      [0, 2],
      [150, 8],
      [300, 20],
      [400, 8],
    ]);
    expect(responseTotals([{ needed, ready, periodSeconds: 15 }], span).settlingSeconds).toBe(50);
  });

  it('is that of the worst service', () => {
    const needed = curveFrom([
      [0, 2],
      [100, 8],
    ]);
    const fast = { needed, periodSeconds: 15, ready: curveFrom([[0, 8]]) };
    const slow = {
      needed,
      periodSeconds: 15,
      ready: curveFrom([
        [0, 2],
        [250, 10],
        [300, 8],
      ]),
    };
    const expected = { settlingSeconds: 200, overshootRatio: 0.25 };
    expect(responseTotals([fast, slow], span)).toEqual(expected);
    expect(responseTotals([slow, fast], span)).toEqual(expected);
  });
});
