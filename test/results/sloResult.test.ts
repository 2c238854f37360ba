import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sloResult } from '../../src/results/sloResult.js';
import { sampleGroup, sampleRun } from '../support/sampleRuns.js';
import '../support/seeded.js';

interface Counted {
  readonly offered: number;
  readonly good: number;
  readonly young?: number;
}

/** A run of two services that share its requests. */
function runOf({ offered, good, young = 0 }: Counted, replication = 0) {
  const half = { offered: Math.floor(offered / 2), good: Math.floor(good / 2) };
  const groups = [
    sampleGroup({ service: 'a', latencies: [], counts: { ...half, unfinished: 0 } }),
    sampleGroup({
      service: 'b',
      latencies: [],
      counts: { offered: offered - half.offered, good: good - half.good, unfinished: young, unfinishedOld: 0 },
    }),
  ];
  return sampleRun({ replication, groups });
}

const judge = (runs: readonly Counted[], { objective = 0.9, gate = true, allowEmpty = false } = {}) =>
  sloResult({ objective, gate }, runs.map(runOf), { allowEmpty });

describe('the SLO over all runs', () => {
  it.each([
    ['exactly the objective', [{ offered: 1000, good: 970 }], 0.97, { met: true, good_share: 0.97, runs_met: 1 }],
    ['one below it', [{ offered: 1000, good: 969 }], 0.97, { met: false, good_share: 0.969, runs_met: 0 }],
    [
      'not the mean of shares: a busy bad run outweighs a quiet good one',
      [
        { offered: 10, good: 10 },
        { offered: 990, good: 881 },
      ],
      0.9,
      { met: false, good_share: 0.891, runs_met: 1 },
    ],
    [
      'a quiet bad run does not outweigh a busy good one',
      [
        { offered: 10, good: 0 },
        { offered: 990, good: 990 },
      ],
      0.9,
      { met: true, good_share: 0.99, runs_met: 1 },
    ],
    [
      'unfinished requests that are too young are left out',
      [{ offered: 100, good: 90, young: 10 }],
      1 - 1e-9,
      {
        met: true,
        good_share: 1,
        runs_met: 1,
      },
    ],
  ])('%s', (_, runs, objective, expected) => {
    expect(judge(runs, { objective })).toEqual({ ...expected, runs: runs.length, gate: true });
  });

  it('of a run without requests is neither held nor missed, and says so', () => {
    const result = judge([
      { offered: 0, good: 0 },
      { offered: 10, good: 10 },
    ]);
    expect(result).toEqual({ met: true, good_share: 1, runs_met: 1, runs: 2, runs_empty: 1, gate: true });
  });

  it.each([
    ['no requests', [{ offered: 0, good: 0 }]],
    ['no request was old enough at the end to be judged', [{ offered: 3, good: 0, young: 3 }]],
    ['no requests', []],
  ])('fails as "%s", and passes with --allow-empty only', (reason, runs) => {
    expect(judge(runs)).toMatchObject({ met: false, good_share: null, reason });
    expect(judge(runs, { allowEmpty: true })).toMatchObject({ met: true, good_share: null, reason });
  });

  it('depends neither on the order of the runs nor on how requests are split among them', () => {
    const counted = fc
      .integer({ min: 0, max: 50 })
      .chain((offered) => fc.record({ offered: fc.constant(offered), good: fc.integer({ min: 0, max: offered }) }));
    fc.assert(
      fc.property(
        fc.array(counted, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (runs, objective) => {
          const total = runs.reduce((sum, run) => ({ offered: sum.offered + run.offered, good: sum.good + run.good }));
          const [whole, split, reversed] = [[total], runs, [...runs].reverse()].map((list) =>
            judge(list, { objective }),
          );
          expect(split).toMatchObject({ met: whole.met, good_share: whole.good_share });
          expect(reversed).toEqual(split);
          // What holds in every run holds over all, and what holds in none does not.
          const judgedCount = runs.length - (split.runs_empty ?? 0);
          if (judgedCount > 0 && split.runs_met === judgedCount) expect(split.met).toBe(true);
          if (split.runs_met === 0) expect(split.met).toBe(false);
        },
      ),
    );
  });
});
