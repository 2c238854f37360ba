import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LagSources, lagJumps, lagTotals } from '../../../src/engine/totals/lagBudget.js';
import type { DesiredRun } from '../../../src/record/decisionLog.js';
import { curveFrom, stepCurves } from '../../support/stepCurves.js';

const span = { fromSeconds: 0, toSeconds: 1000 };
const desiredRun = (
  seconds: number,
  desired: number,
  applied = desired,
  isHeldBack = applied < desired,
): DesiredRun => ({
  fromSeconds: seconds,
  untilSeconds: seconds,
  desired,
  applied,
  isHeldBack,
});

/** Two instances; four are needed from 100 s. Scrapes at 10, 25, 40, ... over 60 s, visible 5 s later. */
const late: LagSources = {
  needed: curveFrom([
    [0, 2],
    [100, 4],
  ]),
  ready: curveFrom([
    [0, 2],
    [290, 3],
    [300, 4],
  ]),
  applied: curveFrom([
    [0, 2],
    [210, 4],
  ]),
  desiredRuns: [desiredRun(180, 2), desiredRun(195, 4, 2), desiredRun(210, 4)],
  launchTimes: [0, 0, 212, 212],
  readyTimes: [0, 0, 290, 300],
  launchNumbers: [0, 1, 2, 3],
  apiSeconds: 2,
  slowStartSeconds: 30,
  scrapes: [{ phaseSeconds: 10, scrapeSeconds: 15, windowSeconds: 60, delaySeconds: 5 }],
};

describe('the answer to a rise in need', () => {
  it('splits a rise into its parts', () => {
    // The window of the scrape at 160 s lies after the jump; it shows at 165 s. Four were asked for at 195 s (429) and
    // granted at 210 s, launched at 212 s; the last one was ready at 300 s.
    expect(lagJumps(late, span)).toEqual([
      {
        atSeconds: 100,
        neededFrom: 2,
        neededTo: 4,
        isAnswered: true,
        parts: {
          metricSeconds: 65,
          decisionSeconds: 30,
          limitSeconds: 15,
          apiSeconds: 2,
          nodeSeconds: 0,
          startupSeconds: 88,
          slowStartSeconds: 30,
        },
      },
    ]);
  });

  it('splits a startup by its phases, from the jump on', () => {
    const phases = [
      { name: 'node' as const, seconds: 30 },
      { name: 'weights' as const, seconds: 40 },
      { name: 'init' as const, seconds: 15 },
    ];
    const asked: number[] = [];
    const phasesOf = (launchNumber: number) => {
      asked.push(launchNumber);
      return phases;
    };
    // Launched at 212 s, ready at 300 s: 85 s of phases, and 3 s more until a probe saw it.
    const [jump] = lagJumps({ ...late, phasesOf }, span);
    expect([asked, jump.phases, jump.parts.startupSeconds]).toEqual([[3], phases, 88]);
    // Launched at 80 s, before the jump at 100 s: 20 s of the node were over.
    const early = { launchTimes: [0, 0, 80, 80], readyTimes: [0, 0, 150, 165], phasesOf };
    const ready = curveFrom([
      [0, 2],
      [150, 3],
      [165, 4],
    ]);
    expect(lagJumps({ ...late, ...early, ready }, span)[0].phases?.map(({ seconds }) => seconds)).toEqual([10, 40, 15]);
  });

  it.each<[what: string, change: Partial<LagSources>, parts: object, isAnswered?: boolean]>([
    [
      'enough were ready: nothing',
      { ready: curveFrom([[0, 5]]) },
      { metricSeconds: 0, startupSeconds: 0, slowStartSeconds: 0 },
    ],
    [
      'the need was over before: it lasts until then, and the provider had begun to answer',
      {
        needed: curveFrom([
          [0, 2],
          [100, 4],
          [250, 2],
        ]),
      },
      { metricSeconds: 65, decisionSeconds: 30, limitSeconds: 15, apiSeconds: 2, startupSeconds: 38 },
      false,
    ],
    [
      'the run ended before: it lasts until then',
      { ready: curveFrom([[0, 2]]) },
      { metricSeconds: 65, decisionSeconds: 30, limitSeconds: 15, apiSeconds: 2, startupSeconds: 788 },
      false,
    ],
    [
      'it waited for a node and its image: the startup begins after that',
      { startTimes: [0, 0, 280, 285] },
      { apiSeconds: 2, nodeSeconds: 73, startupSeconds: 15 },
    ],
    [
      'of those that a node makes ready together the first that lacked count',
      {
        ready: curveFrom([
          [0, 2],
          [300, 6],
        ]),
        launchTimes: [0, 0, 212, 212, 262, 262],
        startTimes: [0, 0, 290, 290, 290, 290],
        readyTimes: [0, 0, 300, 300, 300, 300],
        launchNumbers: [0, 1, 2, 3, 4, 5],
      },
      { limitSeconds: 15, apiSeconds: 2, nodeSeconds: 78, startupSeconds: 10 },
    ],
    [
      'the need was over while it waited for a node',
      {
        ready: curveFrom([[0, 2]]),
        nodeWaits: curveFrom([
          [0, 0],
          [212, 2],
          [290, 0],
        ]),
        needed: curveFrom([
          [0, 2],
          [100, 4],
          [300, 2],
        ]),
      },
      { limitSeconds: 15, apiSeconds: 2, nodeSeconds: 78, startupSeconds: 10 },
      false,
    ],
    [
      'nobody ever asked for enough: it was never decided',
      { ready: curveFrom([[0, 2]]), desiredRuns: [desiredRun(180, 3)], applied: curveFrom([[0, 2]]) },
      { metricSeconds: 65, decisionSeconds: 835, limitSeconds: 0, apiSeconds: 0, startupSeconds: 0 },
      false,
    ],
    [
      'a limit held it back for good: it stood behind that',
      { ready: curveFrom([[0, 2]]), desiredRuns: [desiredRun(195, 4, 2)], applied: curveFrom([[0, 2]]) },
      { metricSeconds: 65, decisionSeconds: 30, limitSeconds: 805, apiSeconds: 0, startupSeconds: 0 },
      false,
    ],
    [
      'there was no policy: it was never decided',
      { ready: curveFrom([[0, 2]]), desiredRuns: [], applied: curveFrom([]) },
      { metricSeconds: 65, decisionSeconds: 835, limitSeconds: 0 },
      false,
    ],
    [
      'asked before the metric was full: the rest of the metric part does not count',
      {
        desiredRuns: [desiredRun(130, 4)],
        applied: curveFrom([
          [0, 2],
          [130, 4],
        ]),
        launchTimes: [0, 0, 132, 132],
      },
      { metricSeconds: 30, decisionSeconds: 0, limitSeconds: 0, apiSeconds: 2, startupSeconds: 168 },
    ],
    [
      'launched before the jump: only the rest of the startup counts',
      {
        desiredRuns: [desiredRun(60, 4)],
        applied: curveFrom([
          [0, 2],
          [60, 4],
        ]),
        launchTimes: [0, 0, 62, 62],
      },
      { metricSeconds: 0, decisionSeconds: 0, limitSeconds: 0, apiSeconds: 0, startupSeconds: 200 },
    ],
    [
      'the provider had no room for 60 s: that is a limit',
      { launchTimes: [0, 0, 212, 272] },
      { limitSeconds: 15 + 60, apiSeconds: 2, startupSeconds: 28 },
    ],
    [
      'a rate policy holds the first step back: the limit begins there',
      {
        desiredRuns: [desiredRun(180, 3, 3, true), desiredRun(240, 4)],
        applied: curveFrom([
          [0, 2],
          [180, 3],
          [240, 4],
        ]),
        launchTimes: [0, 0, 182, 242],
      },
      { metricSeconds: 65, decisionSeconds: 15, limitSeconds: 60, apiSeconds: 2, startupSeconds: 58 },
    ],
    [
      'a slow old launch comes last: its own action counts',
      {
        desiredRuns: [desiredRun(180, 3), desiredRun(240, 4)],
        applied: curveFrom([
          [0, 2],
          [180, 3],
          [240, 4],
        ]),
        launchTimes: [0, 0, 242, 182],
      },
      { metricSeconds: 65, decisionSeconds: 15, limitSeconds: 0, apiSeconds: 2, startupSeconds: 118 },
    ],
  ])('when %s', (_what, change, parts, isAnswered = true) => {
    const [jump] = lagJumps({ ...late, ...change }, span);
    expect(jump).toMatchObject({ isAnswered, parts });
  });

  it('has parts that are never negative and sum to the time to enough or to the end of the need, and none ends later', () => {
    const desiredRuns = fc
      .array(
        fc.record({ gap: fc.integer({ min: 1, max: 15 }), desired: fc.nat(6), cut: fc.nat(6), held: fc.boolean() }),
      )
      .map((list) => {
        let seconds = 0;
        return list.map(({ gap, desired, cut, held }) => {
          seconds += gap;
          return desiredRun(seconds, desired, Math.min(desired, cut), held);
        });
      });
    fc.assert(
      fc.property(stepCurves, stepCurves, desiredRuns, fc.nat(30), (needed, ready, list, startup) => {
        const applied = curveFrom([
          [0, 1],
          ...list.map(({ fromSeconds, applied: count }) => [fromSeconds, count] as const),
        ]);
        const sources: LagSources = {
          ...late,
          needed,
          ready,
          applied,
          desiredRuns: list,
          readyTimes: ready.seconds,
          launchNumbers: [],
          launchTimes: ready.seconds.map((seconds) => Math.max(0, seconds - startup)),
        };
        for (const { atSeconds, neededTo, isAnswered, parts } of lagJumps(sources, {
          fromSeconds: 0,
          toSeconds: 200,
        })) {
          const fall = needed.seconds.find((seconds, step) => seconds > atSeconds && needed.values[step] < neededTo);
          const lastingSeconds = Math.min(200, fall ?? 200) - atSeconds;
          const values = Object.values(parts);
          expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
          const total = values.reduce((sum, seconds) => sum + seconds, 0);
          // So an answered rise never looks longer than the same rise without an answer.
          expect(total).toBeLessThanOrEqual(lastingSeconds + 1e-9);
          if (!isAnswered) expect(total).toBeCloseTo(lastingSeconds, 9);
          else if (ready.at(atSeconds) >= neededTo) expect(total).toBe(0);
          else expect(ready.at(atSeconds + total - parts.slowStartSeconds + 1e-6)).toBeGreaterThanOrEqual(neededTo);
        }
      }),
    );
  });

  it('has means over all rises, and counts those never answered', () => {
    const [answered] = lagJumps(late, span);
    const [unanswered] = lagJumps({ ...late, ready: curveFrom([[0, 2]]) }, span);
    const totals = lagTotals([answered, unanswered, answered]);
    expect(totals).toMatchObject({ riseCount: 3, answeredCount: 2, metricSeconds: 65, startupSeconds: 964 / 3 });
  });
});
