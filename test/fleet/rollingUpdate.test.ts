import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as phase from '../../src/fleet/phase.js';
import { FleetStage } from './fleetStage.js';

interface Amounts {
  readonly surgePercent: number;
  readonly unavailablePercent: number;
  readonly minReadySeconds: number;
}

/** The bounds as Kubernetes rounds them. */
function boundsOf({ surgePercent, unavailablePercent }: Amounts) {
  return {
    surgeCount: (desired: number) => Math.ceil((desired * surgePercent) / 100),
    unavailableCount: (desired: number) => Math.floor((desired * unavailablePercent) / 100),
  };
}

/** A fleet under a rolling update that began at second 0, and whether it is over. */
function updating(desired: number, amounts: Amounts, startupSecondsOf = (_launch: number) => 10) {
  const stage = new FleetStage({ initialCount: desired, drainSeconds: 5, latencySeconds: 1, startupSecondsOf });
  const state = { isOver: false };
  stage.fleet.update({ ...boundsOf(amounts), minReadySeconds: amounts.minReadySeconds }, () => {
    state.isOver = true;
  });
  return { stage, state };
}

const kubernetes: Amounts = { surgePercent: 25, unavailablePercent: 25, minReadySeconds: 0 };

describe('a rolling update', () => {
  it('replaces all instances within its bounds, in the order of the Deployment controller', () => {
    const { stage, state } = updating(8, kubernetes);
    const seen: string[] = [];
    for (let second = 0; second <= 40; second++) {
      stage.runTo(second);
      const { readyCount, startingCount } = stage.fleet;
      const now = `${readyCount} ready, ${startingCount} starting`;
      if (seen.at(-1) !== now) seen.push(now);
    }
    // 8 with 2 more and 2 fewer: 2 launched and 2 stopped at once, which makes room for 2 more.
    expect(seen).toEqual(['6 ready, 4 starting', '8 ready, 0 starting']);
    expect([state.isOver, stage.lives.map(({ stopReason }) => stopReason)]).toEqual([
      true,
      Array(8).fill('rolling-update'),
    ]);
    expect(Math.min(...stage.launchesOf(stage.inPhase(phase.ready)))).toBe(8);
  });

  it('counts a new instance when it has been ready for minReady', () => {
    const { stage, state } = updating(1, { ...kubernetes, minReadySeconds: 30 });
    stage.runTo(39.9);
    expect([stage.fleet.readyCount, state.isOver]).toEqual([2, false]);
    stage.runTo(40);
    expect([stage.fleet.readyCount, state.isOver]).toEqual([1, true]);
  });

  it('may have one unavailable where both shares round to 0', () => {
    const { stage, state } = updating(3, { surgePercent: 0, unavailablePercent: 25, minReadySeconds: 0 });
    expect(stage.fleet.readyCount).toBe(2);
    stage.runTo(100);
    expect([stage.fleet.readyCount, state.isOver]).toEqual([3, true]);
  });

  const step = fc.oneof(
    fc.record({ kind: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 25 }) }),
    fc.record({ kind: fc.constant('wish' as const), count: fc.integer({ min: 0, max: 24 }) }),
    fc.record({ kind: fc.constant('crash' as const) }),
    fc.record({ kind: fc.constant('full' as const), capacity: fc.integer({ min: 20, max: 60 }) }),
  );
  const amounts = fc.record({
    surgePercent: fc.integer({ min: 0, max: 110 }),
    unavailablePercent: fc.integer({ min: 0, max: 100 }),
    minReadySeconds: fc.constantFrom(0, 7),
  });

  it('keeps both bounds at every moment, ends, and leaves the fleet that is wished, whatever happens meanwhile', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        amounts,
        fc.array(step, { maxLength: 12 }),
        fc.integer({ min: 1, max: 40 }),
        (desired, given, steps, startup) => {
          const { stage, state } = updating(desired, given, (launch) => 1 + ((launch * 13) % startup));
          const { surgeCount, unavailableCount } = boundsOf(given);
          // The provider hears of a wish one second later; at that instant either count may still hold.
          let targets = [desired];
          const told: [seconds: number, count: number][] = [];
          const least = (target: number) => {
            const fewer = unavailableCount(target);
            return target - (fewer === 0 && surgeCount(target) === 0 ? 1 : fewer);
          };
          let readyBefore = stage.fleet.readyCount;
          let crashCount = 0;
          const look = () => {
            const { readyCount, startingCount } = stage.fleet;
            if (!state.isOver) {
              const most = Math.max(...targets.map((target) => target + surgeCount(target)));
              expect(readyCount + startingCount).toBeLessThanOrEqual(most);
              // The update takes none below; what is below already, by a crash or a new wish, it leaves alone.
              const fewest = Math.min(readyBefore - crashCount, ...targets.map(least));
              expect(readyCount).toBeGreaterThanOrEqual(fewest);
            }
            [readyBefore, crashCount] = [readyCount, 0];
          };
          const runBy = (seconds: number) => {
            const end = stage.nowSeconds + seconds;
            for (
              let next = stage.calendar.peek();
              next !== undefined && next.seconds <= end;
              next = stage.calendar.peek()
            ) {
              if (next.seconds > stage.nowSeconds) targets = targets.slice(-1);
              stage.nowSeconds = next.seconds;
              for (; told.length > 0 && told[0][0] <= stage.nowSeconds; told.shift()) targets.push(told[0][1]);
              stage.calendar.runNext();
              look();
            }
            stage.runTo(end);
          };
          for (const one of steps) {
            if (one.kind === 'wait') runBy(one.seconds);
            else if (one.kind === 'full') stage.capacity = one.capacity;
            else if (one.kind === 'wish') {
              stage.fleet.accept(one.count);
              told.push([stage.nowSeconds + 1, one.count]);
            } else if (stage.fleet.ready.length > 0) {
              stage.fleet.lose(stage.fleet.ready[0], 'crash');
              crashCount++;
            }
          }
          stage.capacity = Number.POSITIVE_INFINITY;
          runBy(3000);
          expect(state.isOver).toBe(true);
          expect([stage.fleet.readyCount, stage.fleet.startingCount]).toEqual([targets.at(-1), 0]);
          const launches = stage.launchesOf(stage.inPhase(phase.ready));
          expect(launches.filter((launch) => launch < desired)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
