import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elasticityTotals } from '../../../src/engine/totals/elasticityTotals.js';
import { curveFrom, stepCurves } from '../../support/stepCurves.js';

const span = { fromSeconds: 0, toSeconds: 200 };
type Steps = readonly (readonly [number, number])[];

describe('elasticity', () => {
  it.each<[what: string, needed: Steps, ready: Steps, expected: Record<string, number>]>([
    ['nothing is missing', [[0, 3]], [[0, 3]], { underRatioSeconds: 0, overRatioSeconds: 0, readyChanges: 0 }],
    [
      // 4 needed from 50 s, there from 90 s: half of the need is missing for 40 s.
      'supply comes late',
      [
        [0, 2],
        [50, 4],
      ],
      [
        [0, 2],
        [90, 4],
      ],
      { underRatioSeconds: 20, underSeconds: 40, overSeconds: 0, neededChanges: 1, readyChanges: 1 },
    ],
    [
      // 2 needed from 50 s, 6 still there until 100 s: twice the need to spare for 50 s.
      'supply stays',
      [
        [0, 6],
        [50, 2],
      ],
      [
        [0, 6],
        [100, 2],
      ],
      { overRatioSeconds: 100, overSeconds: 50, underSeconds: 0 },
    ],
    // Dividing by a need of 0 is dividing by 1.
    ['nothing is needed', [[0, 0]], [[0, 3]], { overRatioSeconds: 600, underRatioSeconds: 0, overSeconds: 200 }],
    [
      // Grid 0, 60, 120, 180: needed rises in the first step and ready in the second.
      'the grid sees moves in different steps',
      [
        [0, 1],
        [30, 2],
      ],
      [
        [0, 1],
        [90, 2],
      ],
      { gridSteps: 3, unlikeGridSteps: 2 },
    ],
    [
      'the grid sees moves in one step',
      [
        [0, 1],
        [30, 2],
      ],
      [
        [0, 1],
        [50, 5],
      ],
      { gridSteps: 3, unlikeGridSteps: 0 },
    ],
  ])('is as by hand when %s', (_what, needed, ready, expected) => {
    const totals = elasticityTotals([{ needed: curveFrom(needed), ready: curveFrom(ready) }], span);
    expect(totals).toMatchObject(expected);
  });

  it.each([
    [0, 180, 3],
    [0, 179, 2],
    [60, 180, 2],
    [0, 59, 0],
  ])(
    'looks at the whole steps of a grid that begins with the span: from %d s to %d s',
    (fromSeconds, toSeconds, steps) => {
      // Demand rises within the last of them alone, and supply never.
      const needed = curveFrom([
        [0, 1],
        [130, 2],
      ]);
      const totals = elasticityTotals([{ needed, ready: curveFrom([[0, 1]]) }], { fromSeconds, toSeconds });
      expect([totals.gridSteps, totals.unlikeGridSteps]).toEqual([steps, toSeconds === 180 ? 1 : 0]);
    },
  );

  it('counts a step in which one service of several moved unlike its need', () => {
    const still = { needed: curveFrom([[0, 1]]), ready: curveFrom([[0, 1]]) };
    const late = {
      needed: still.needed,
      ready: curveFrom([
        [0, 1],
        [30, 2],
      ]),
    };
    expect(elasticityTotals([still, late], span).unlikeGridSteps).toBe(1);
    expect(elasticityTotals([late, late], span).unlikeGridSteps).toBe(1);
    expect(elasticityTotals([still, still], span).unlikeGridSteps).toBe(0);
  });

  it('does not make up for the shortage of one service with what another has to spare', () => {
    const short = { needed: curveFrom([[0, 4]]), ready: curveFrom([[0, 3]]) };
    const rich = { needed: curveFrom([[0, 4]]), ready: curveFrom([[0, 5]]) };
    const totals = elasticityTotals([short, rich], span);
    expect(totals.underSeconds).toBe(200);
    expect(totals.overSeconds).toBe(200);
    expect(totals.underRatioSeconds).toBeCloseTo(200 / 8, 9);
  });

  it('keeps its shares between 0 and the span, and does not depend on the order of services', () => {
    const service = fc.record({ needed: stepCurves, ready: stepCurves });
    fc.assert(
      fc.property(fc.array(service, { minLength: 1, maxLength: 3 }), (services) => {
        const totals = elasticityTotals(services, span);
        for (const seconds of [totals.underRatioSeconds, totals.underSeconds, totals.overSeconds]) {
          expect(seconds).toBeGreaterThanOrEqual(0);
          expect(seconds).toBeLessThanOrEqual(200 + 1e-9);
        }
        expect(totals.unlikeGridSteps).toBeLessThanOrEqual(totals.gridSteps);
        if (services.length === 1) expect(totals.underSeconds + totals.overSeconds).toBeLessThanOrEqual(200 + 1e-9);
        expect(elasticityTotals([...services].reverse(), span)).toEqual(totals);
      }),
    );
  });

  it('adds up over parts of the span', () => {
    fc.assert(
      fc.property(stepCurves, stepCurves, fc.integer({ min: 1, max: 199 }), (needed, ready, cutSeconds) => {
        const of = (fromSeconds: number, toSeconds: number) =>
          elasticityTotals([{ needed, ready }], { fromSeconds, toSeconds });
        const [whole, first, second] = [of(0, 200), of(0, cutSeconds), of(cutSeconds, 200)];
        for (const key of ['underRatioSeconds', 'overRatioSeconds', 'underSeconds', 'overSeconds'] as const) {
          expect(first[key] + second[key]).toBeCloseTo(whole[key], 6);
        }
      }),
    );
  });
});
