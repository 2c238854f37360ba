import { describe, expect, it } from 'vitest';
import { type LagSources, lagJumps, lagTotals } from '../../../src/engine/totals/lagBudget.js';
import { curveFrom } from '../../support/stepCurves.js';

const span = { fromSeconds: 0, toSeconds: 1000 };

/** Two instances and nobody who decides; what is needed and what is there may differ. */
const still: LagSources = {
  needed: curveFrom([[0, 2]]),
  ready: curveFrom([[0, 2]]),
  applied: curveFrom([]),
  desiredRuns: [],
  launchTimes: [],
  readyTimes: [],
  launchNumbers: [],
  apiSeconds: 2,
  slowStartSeconds: 0,
  scrapes: [{ phaseSeconds: 0, scrapeSeconds: 15, windowSeconds: 0, delaySeconds: 0 }],
};

describe('the rises of a need', () => {
  it('are its steps up inside the span, not those down', () => {
    const needed = curveFrom([
      [0, 4],
      [100, 2],
      [200, 3],
      [300, 1],
      [1000, 9],
    ]);
    const jumps = lagJumps({ ...still, needed }, span);
    expect(jumps.map(({ atSeconds, neededFrom, neededTo }) => [atSeconds, neededFrom, neededTo])).toEqual([
      [200, 2, 3],
    ]);
    expect(lagJumps(still, span)).toEqual([]);
  });

  it('are answered while so many are needed, and not as soon as the need is over', () => {
    const of = (readySeconds: number) => {
      const needed = curveFrom([
        [0, 2],
        [100, 4],
        [200, 2],
      ]);
      const ready = curveFrom([
        [0, 2],
        [readySeconds, 4],
      ]);
      return lagJumps({ ...still, needed, ready }, span)[0].isAnswered;
    };
    expect([of(199.9), of(200), of(500)]).toEqual([true, false, false]);
  });

  it('last as long as so many are needed, whatever more is needed meanwhile', () => {
    const needed = curveFrom([
      [0, 2],
      [100, 4],
      [150, 6],
      [200, 4],
      [250, 3],
    ]);
    const ready = curveFrom([
      [0, 2],
      [220, 4],
    ]);
    const jumps = lagJumps({ ...still, needed, ready }, span);
    expect(jumps.map(({ neededTo, isAnswered }) => [neededTo, isAnswered])).toEqual([
      [4, true],
      [6, false],
    ]);
    const lasted = jumps.map(({ parts }) => Object.values(parts).reduce((sum, seconds) => sum + seconds, 0));
    expect(lasted).toEqual([120, 50]);
  });
});

describe('instances that are ready at one instant', () => {
  /** Launched at 150 s and at 110 s, for actions of 148 s and 108 s; both ready at 200 s. */
  const together = (count: number, more: Partial<LagSources> = {}) => {
    const needed = curveFrom([
      [0, 2],
      [100, count],
    ]);
    const ready = curveFrom([
      [0, 2],
      [200, 4],
    ]);
    const applied = curveFrom([
      [0, 2],
      [108, 3],
      [148, 4],
    ]);
    const [answer] = lagJumps(
      {
        ...still,
        needed,
        ready,
        applied,
        launchTimes: [150, 110],
        readyTimes: [200, 200],
        launchNumbers: [8, 7],
        ...more,
      },
      span,
    );
    return answer.parts;
  };

  it('answer a rise with the one that was launched last', () => {
    expect(together(4)).toMatchObject({ apiSeconds: 2, nodeSeconds: 0, startupSeconds: 50 });
  });

  it('answer it on nodes with as many as were missing, by when they were asked for', () => {
    // The first waited for its node until 120 s, the second until 190 s.
    const startTimes = [190, 120];
    expect(together(3, { startTimes })).toMatchObject({ apiSeconds: 2, nodeSeconds: 10, startupSeconds: 80 });
    expect(together(4, { startTimes })).toMatchObject({ apiSeconds: 2, nodeSeconds: 40, startupSeconds: 10 });
    // More were missing than became ready: the last of them.
    const ready = curveFrom([
      [0, 1],
      [200, 4],
    ]);
    expect(together(4, { startTimes, ready })).toMatchObject({ nodeSeconds: 40, startupSeconds: 10 });
  });
});

describe('the mean over rises', () => {
  it('is 0 of none, and has waits for nodes where instances need some', () => {
    const none = { riseCount: 0, answeredCount: 0, metricSeconds: 0, startupSeconds: 0 };
    expect(lagTotals([])).toMatchObject({ ...none, nodeSeconds: undefined });
    expect(lagTotals([], true)).toMatchObject({ ...none, nodeSeconds: 0 });
  });
});
