import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as phase from '../../src/fleet/phase.js';
import { OnDemand } from '../../src/gateway/onDemand.js';
import { FleetStage } from '../fleet/fleetStage.js';

interface Settings {
  readonly minCount?: number;
  readonly maxCount?: number;
  idleSecondsOf?(launchNumber: number, idlePeriod: number): number;
}

/** A fleet whose instances start and stop by requests, each instance with one slot. */
class OnDemandStage extends FleetStage {
  readonly onDemand: OnDemand;

  constructor({ minCount = 0, maxCount = 5, idleSecondsOf = () => 60 }: Settings) {
    super({ isOnDemand: true });
    const { fleet, table, calendar } = this;
    this.onDemand = new OnDemand({
      fleet,
      table,
      calendar,
      minCount,
      maxCount,
      idleSecondsOf,
      nowSeconds: () => this.nowSeconds,
    });
  }

  override becameReady(instance: number): void {
    super.becameReady(instance);
    this.onDemand.rest(instance);
  }

  override end(instance: number): void {
    super.end(instance);
    this.onDemand.rest(instance);
  }
}

/** Launches so many at once and waits until they are ready. */
function readyStage(count: number, settings: Settings): OnDemandStage {
  const stage = new OnDemandStage(settings);
  for (let launch = 0; launch < count; launch++) stage.onDemand.launch();
  stage.runTo(10);
  expect(stage.fleet.readyCount).toBe(count);
  return stage;
}

describe('starting by requests', () => {
  it('gives each request an instance of its own until max, and none above', () => {
    const stage = new OnDemandStage({ maxCount: 3 });
    expect([1, 2, 3, 4].map(() => stage.onDemand.launch() >= 0)).toEqual([true, true, true, false]);
    expect(stage.fleet.desired).toBe(3);
  });

  it('gives none when the provider has none', () => {
    const stage = new OnDemandStage({});
    stage.capacity = 0;
    expect(stage.onDemand.launch()).toBe(-1);
    expect(stage.fleet.failedCount).toBe(0);
  });

  it('with a central queue starts as many as wait, and cancels the newest of those that are too many', () => {
    const waiting = fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 20, size: 'max' });
    fc.assert(
      fc.property(waiting, fc.nat({ max: 4 }), (counts, readyCount) => {
        const stage = readyStage(readyCount, { maxCount: 5 });
        let before: number[] = [];
        for (const count of counts) {
          stage.onDemand.follow(count);
          const starting = stage.launchesOf(stage.inPhase(phase.starting));
          expect(starting).toHaveLength(Math.min(count, 5 - readyCount));
          const kept = before.slice(0, starting.length);
          expect(starting.slice(0, kept.length)).toEqual(kept);
          before = starting;
        }
        for (const { stopReason } of stage.lives) expect(stopReason).toBe('not-needed');
      }),
    );
  });
});

describe('stopping by idle time', () => {
  it('stops an instance that has had nothing to do for as long as it was drawn, and draws anew for each idle period', () => {
    const draws: number[][] = [];
    const stage = readyStage(1, {
      idleSecondsOf: (launchNumber, idlePeriod) => {
        draws.push([launchNumber, idlePeriod]);
        return 20 * idlePeriod;
      },
    });
    const [instance] = stage.fleet.ready;
    stage.runTo(29);
    stage.begin(instance);
    stage.runTo(35);
    stage.end(instance);
    expect(draws).toEqual([
      [0, 1],
      [0, 2],
    ]);
    stage.runTo(35 + 40 - 0.1);
    expect(stage.fleet.readyCount).toBe(1);
    stage.runTo(35 + 40);
    expect(stage.lives.map(({ stopReason, stoppedSeconds }) => [stopReason, stoppedSeconds])).toEqual([['idle', 75]]);
  });

  it('keeps min of them, which rest for another period', () => {
    const stage = readyStage(3, { minCount: 2, idleSecondsOf: () => 30 });
    stage.runTo(1000);
    expect(stage.fleet.readyCount).toBe(2);
    stage.begin(stage.fleet.ready[0]);
    stage.onDemand.launch();
    stage.runTo(1010);
    expect(stage.fleet.readyCount).toBe(3);
    stage.runTo(1040);
    expect(stage.fleet.readyCount).toBe(2);
  });

  const step = fc.record({
    kind: fc.constantFrom('launch', 'begin', 'end'),
    who: fc.nat({ max: 9 }),
    gapSeconds: fc.constantFrom(0, 1, 7, 13, 31),
  });

  it('never stops one at work, and none is idle for longer than its time', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80, size: 'max' }), fc.nat({ max: 2 }), (steps, minCount) => {
        const stage = new OnDemandStage({ minCount, idleSecondsOf: (launchNumber) => 20 + (launchNumber % 5) });
        const { fleet, table } = stage;
        /** [serial] since when */
        const idleSince = new Map<number, number>();
        const isIdle = (slot: number) => table.inside[slot] === 0;
        for (const { kind, who, gapSeconds } of steps) {
          const able = fleet.ready.filter((slot) => isIdle(slot) === (kind === 'begin'));
          if (kind === 'launch') stage.onDemand.launch();
          else if (able.length > 0 && kind === 'begin') stage.begin(able[who % able.length]);
          else if (able.length > 0) stage.end(able[who % able.length]);
          for (const slot of fleet.ready) {
            const since = idleSince.get(table.serial[slot]) ?? Math.max(table.readySeconds[slot], stage.nowSeconds);
            if (isIdle(slot)) idleSince.set(table.serial[slot], since);
            else idleSince.delete(table.serial[slot]);
          }
          const busy = fleet.ready.filter((slot) => !isIdle(slot));
          const serials = busy.map((slot) => table.serial[slot]);
          stage.runTo(stage.nowSeconds + gapSeconds);
          expect(busy.map((slot) => table.serial[slot])).toEqual(serials);
          for (const slot of busy) expect(fleet.ready).toContain(slot);
          if (minCount > 0) continue;
          for (const slot of fleet.ready.filter(isIdle)) {
            const since = idleSince.get(table.serial[slot]) ?? table.readySeconds[slot];
            expect(stage.nowSeconds - since).toBeLessThan(20 + (table.launchNumber[slot] % 5));
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
