import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as phase from '../../src/fleet/phase.js';
import { FleetStage } from './fleetStage.js';

const kinds = [
  'accept',
  'accept',
  'leave',
  'lose',
  'closeZone',
  'openZone',
  'begin',
  'begin',
  'end',
  'capacity',
] as const;
const step = fc.record({
  kind: fc.constantFrom(...kinds, 'fail', 'wait'),
  gapSeconds: fc.constantFrom(0, 0, 1, 3.5, 10, 25),
  number: fc.nat({ max: 9 }),
});
type Step = typeof step extends fc.Arbitrary<infer Drawn> ? Drawn : never;
const zoneCount = 3;
const drainSeconds = 20;
const startupSecondsOf = (launchNumber: number) => 4 + ((launchNumber * 7) % 13);

/** Carries out a step, as far as it means something now. */
function carryOut(stage: FleetStage, closed: number[], { kind, number }: Step): void {
  const { fleet } = stage;
  const alive = fleet.alive();
  const serving = fleet.serving();
  const zone = number % zoneCount;
  if (kind === 'accept') fleet.accept(number);
  else if (kind === 'leave') fleet.accept(Math.max(0, fleet.desired - 1), number);
  else if (kind === 'lose' && alive.length > 0) fleet.lose(alive[number % alive.length], 'crash');
  else if (kind === 'closeZone') {
    closed.push(zone);
    fleet.closeZone(zone);
  } else if (kind === 'openZone' && closed.length > 0) fleet.openZone(closed.pop() ?? 0);
  else if (kind === 'begin' && fleet.readyCount > 0) stage.begin(fleet.ready[number % fleet.readyCount]);
  else if (kind === 'end') {
    const busy = serving.filter((instance) => stage.table.inside[instance] > 0);
    if (busy.length > 0) stage.end(busy[number % busy.length]);
  } else if (kind === 'capacity') stage.capacity = number + 1;
  else if (kind === 'fail') fleet.startupFailureRatio = number % 2;
}

/** What holds at every instant, whatever came before. */
function checkNow(stage: FleetStage): void {
  const { fleet, table, nowSeconds } = stage;
  const starting = stage.inPhase(phase.starting);
  const draining = stage.inPhase(phase.draining);
  expect(stage.launchesOf(fleet.ready)).toEqual(stage.launchesOf(stage.inPhase(phase.ready)));
  expect([fleet.startingCount, fleet.readyCount, fleet.drainingCount]).toEqual([
    starting.length,
    fleet.ready.length,
    draining.length,
  ]);
  expect(fleet.aliveCount + stage.lives.length).toBe(fleet.launchCount);
  for (const slot of starting)
    expect(nowSeconds - table.launchedSeconds[slot]).toBeLessThanOrEqual(table.startupSeconds[slot]);
  for (const slot of draining) {
    expect(nowSeconds - table.drainSeconds[slot]).toBeLessThanOrEqual(drainSeconds);
    expect(table.inside[slot]).toBeGreaterThan(0);
  }
}

describe('a fleet', () => {
  it('keeps its counts, tells the gateway of each life in order, and gives what was accepted in the end', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80, size: 'max' }), fc.constantFrom(0, 2.5), (steps, latencySeconds) => {
        const stage = new FleetStage({ initialCount: 3, zoneCount, drainSeconds, latencySeconds, startupSecondsOf });
        const { fleet } = stage;
        const closed: number[] = [];
        for (const one of steps) {
          carryOut(stage, closed, one);
          stage.runTo(stage.nowSeconds + one.gapSeconds);
          checkNow(stage);
        }
        // Once nothing hinders, it takes a retry (30 s), a call, a startup and a drain at most.
        for (const zone of closed) fleet.openZone(zone);
        stage.capacity = Number.POSITIVE_INFINITY;
        fleet.startupFailureRatio = 0;
        stage.runTo(stage.nowSeconds + 100);
        checkNow(stage);
        expect([fleet.readyCount, fleet.startingCount, fleet.drainingCount]).toEqual([fleet.desired, 0, 0]);
        expect([fleet.pendingCount, fleet.failedCount]).toEqual([0, 0]);
        fleet.close();
        expect(stage.lives.map(({ launchNumber }) => launchNumber).sort((a, b) => a - b)).toEqual(
          Array.from({ length: fleet.launchCount }, (_, index) => index),
        );
        for (const told of stage.told.values()) expect(told.join(' ')).toMatch(/^(ready( stopped( abort)?)?|abort)$/);
      }),
      { numRuns: 50 },
    );
  });

  it('has in its log what its lives were', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
        const stage = new FleetStage({ initialCount: 2, zoneCount, drainSeconds, startupSecondsOf });
        const closed: number[] = [];
        for (const one of steps) {
          carryOut(stage, closed, one);
          stage.runTo(stage.nowSeconds + one.gapSeconds);
        }
        const endSeconds = stage.nowSeconds;
        stage.fleet.close();
        const sum = (lengthOf: (life: (typeof stage.lives)[number]) => number) =>
          stage.lives.reduce((total, life) => total + Math.max(0, lengthOf(life) || 0), 0);
        const { log } = stage;
        expect(log.startingSeconds).toBeCloseTo(
          sum((life) => (life.readySeconds >= 0 ? life.readySeconds : life.stoppedSeconds) - life.launchedSeconds),
          6,
        );
        const leftSeconds = (life: (typeof stage.lives)[number]) =>
          life.drainSeconds >= 0 ? life.drainSeconds : life.stoppedSeconds;
        expect(log.readySeconds).toBeCloseTo(
          sum((life) => leftSeconds(life) - life.readySeconds),
          6,
        );
        expect(log.drainingSeconds).toBeCloseTo(
          sum((life) => life.stoppedSeconds - life.drainSeconds),
          6,
        );
        for (const life of stage.lives) expect(life.stoppedSeconds).toBeLessThanOrEqual(endSeconds);
      }),
      { numRuns: 30 },
    );
  });
});

describe('scaling out', () => {
  it('begins one call later, and an instance is ready after its own startup', () => {
    const stage = new FleetStage({ initialCount: 1, latencySeconds: 2, startupSecondsOf });
    stage.fleet.accept(3);
    stage.runTo(1.9);
    expect([stage.fleet.desired, stage.fleet.pendingCount, stage.fleet.launchCount]).toEqual([3, 2, 1]);
    stage.runTo(2);
    expect([stage.fleet.pendingCount, stage.fleet.startingCount]).toEqual([0, 2]);
    // Launches 1 and 2 take 11 and 5 s.
    stage.runTo(2 + 5);
    expect(stage.launchesOf(stage.fleet.ready)).toEqual([0, 2]);
    stage.runTo(2 + 11);
    expect(stage.launchesOf(stage.fleet.ready)).toEqual([0, 1, 2]);
  });

  it('spreads instances over the open zones', () => {
    const stage = new FleetStage({ zoneCount });
    stage.fleet.closeZone(1);
    stage.fleet.accept(5);
    stage.runTo(20);
    expect(stage.fleet.ready.map((slot) => stage.table.zone[slot])).toEqual([0, 2, 0, 2, 0]);
    stage.fleet.openZone(1);
    stage.fleet.accept(7);
    stage.runTo(40);
    expect(stage.fleet.ready.map((slot) => stage.table.zone[slot]).slice(5)).toEqual([1, 1]);
  });

  it.each([
    ['the provider has no more', (stage: FleetStage) => Object.assign(stage, { capacity: 1 })],
    ['all zones are closed', (stage: FleetStage) => stage.fleet.closeZone(0)],
  ])('tries again 30 s after a launch that failed, because %s', (_why, hinder) => {
    const stage = new FleetStage({ startupSecondsOf: () => 0 });
    hinder(stage);
    stage.fleet.accept(2);
    stage.runTo(29);
    const had = stage.fleet.readyCount;
    expect(had).toBeLessThan(2);
    expect(stage.fleet.failedCount).toBe(2 - had);
    if (stage.fleet.closedZoneCount > 0) stage.fleet.openZone(0);
    stage.capacity = 2;
    stage.runTo(29.9);
    expect(stage.fleet.readyCount).toBe(had);
    stage.runTo(30);
    expect([stage.fleet.readyCount, stage.fleet.failedCount]).toEqual([2, 0]);
  });

  it('tries again 30 s after a startup that failed, which shows at its end', () => {
    const stage = new FleetStage({});
    stage.fleet.startupFailureRatio = 1;
    stage.fleet.accept(1);
    stage.runTo(10);
    expect(stage.lives.map(({ stopReason, stoppedSeconds }) => [stopReason, stoppedSeconds])).toEqual([
      ['startup-failure', 10],
    ]);
    stage.fleet.startupFailureRatio = 0;
    stage.runTo(40);
    expect(stage.fleet.startingCount).toBe(1);
    stage.runTo(50);
    expect(stage.fleet.readyCount).toBe(1);
  });
});

describe('scaling in', () => {
  it('first gives up what failed to launch, then what starts, newest first, then the newest ready', () => {
    const stage = new FleetStage({ initialCount: 2 });
    stage.fleet.accept(4);
    stage.runTo(1);
    stage.capacity = 4;
    stage.fleet.accept(5);
    stage.runTo(2);
    const left: number[][] = [];
    for (const desired of [4, 3, 2, 1]) {
      stage.fleet.accept(desired);
      stage.runTo(stage.nowSeconds + 1);
      left.push([stage.fleet.failedCount, ...stage.launchesOf(stage.fleet.alive())]);
    }
    expect(left).toEqual([
      [0, 2, 3, 0, 1],
      [0, 2, 0, 1],
      [0, 0, 1],
      [0, 0],
    ]);
  });

  it('takes the ready instance launched last in the fullest zone', () => {
    const stage = new FleetStage({ initialCount: 5, zoneCount: 2 });
    stage.fleet.accept(3);
    stage.runTo(1);
    // Zones 0 1 0 1 0: the third of zone 0 first, then of equals the last zone's.
    expect(stage.launchesOf(stage.fleet.ready)).toEqual([0, 1, 2]);
  });

  it('takes the instance that was named, wherever it is', () => {
    const stage = new FleetStage({ initialCount: 3 });
    stage.fleet.accept(2, 0);
    stage.runTo(1);
    expect(stage.launchesOf(stage.fleet.ready)).toEqual([1, 2]);
  });

  it('lets requests finish, and cuts off at the end of the drain what has not', () => {
    const stage = new FleetStage({ initialCount: 2, drainSeconds: 30 });
    const [first, second] = stage.fleet.ready;
    stage.begin(first);
    stage.begin(second);
    stage.fleet.accept(0);
    stage.runTo(12);
    expect(stage.fleet.drainingCount).toBe(2);
    stage.end(first);
    stage.runTo(29.9);
    expect(stage.fleet.drainingCount).toBe(1);
    stage.runTo(30);
    expect(stage.lives.map(({ stopReason, stoppedSeconds }) => [stopReason, stoppedSeconds])).toEqual([
      ['scale-in', 12],
      ['drain-end', 30],
    ]);
  });
});

describe('losing instances', () => {
  it('has another started one call later, and tells the gateway to abort what was inside', () => {
    const stage = new FleetStage({ initialCount: 2, latencySeconds: 3 });
    const [victim] = stage.fleet.ready;
    const serial = stage.table.serial[victim];
    stage.begin(victim);
    stage.fleet.lose(victim, 'crash');
    expect(stage.told.get(serial)).toEqual(['ready', 'stopped', 'abort']);
    expect(stage.lives.map(({ stopReason }) => stopReason)).toEqual(['crash']);
    stage.runTo(2.9);
    expect(stage.fleet.aliveCount).toBe(1);
    stage.runTo(3);
    expect(stage.fleet.startingCount).toBe(1);
  });

  it('loses a whole zone, and starts elsewhere until as many outages are over as began', () => {
    const stage = new FleetStage({ initialCount: 4, zoneCount: 2 });
    stage.fleet.closeZone(0);
    stage.fleet.closeZone(0);
    stage.runTo(10);
    expect(stage.fleet.ready.map((slot) => stage.table.zone[slot])).toEqual([1, 1, 1, 1]);
    stage.fleet.openZone(0);
    expect(stage.fleet.closedZoneCount).toBe(1);
    stage.fleet.openZone(0);
    expect(stage.fleet.closedZoneCount).toBe(0);
    expect(stage.lives.map(({ stopReason }) => stopReason)).toEqual(['zone-outage', 'zone-outage']);
  });

  it('replaces nothing where requests start instances', () => {
    const stage = new FleetStage({ initialCount: 2, isOnDemand: true });
    stage.fleet.lose(stage.fleet.ready[0], 'crash');
    stage.runTo(100);
    expect([stage.fleet.aliveCount, stage.fleet.desired]).toEqual([1, 1]);
  });
});
