import { describe, expect, it } from 'vitest';
import * as phase from '../../src/fleet/phase.js';
import { FleetStage } from './fleetStage.js';

describe('a launch', () => {
  const burst = { vcpus: 0.5, seconds: 4 };

  it('burns processors for a while from the begin of its process on; a warm one does not', () => {
    const stage = new FleetStage({ initialCount: 1, processors: { burst } });
    const [warm] = stage.fleet.ready;
    stage.fleet.accept(2);
    stage.runTo(1);
    const [starting] = stage.inPhase(phase.starting);
    expect([stage.table.burstVcpus[warm], stage.table.burstVcpus[starting]]).toEqual([0, 0.5]);
    stage.runTo(3.9);
    expect(stage.table.burstVcpus[starting]).toBe(0.5);
    stage.runTo(4);
    expect(stage.table.burstVcpus[starting]).toBe(0);
    expect(stage.fleet.workTotals().startupVcpuSeconds).toBeCloseTo(0.5 * 4, 9);
  });

  it('does not end what the next instance of its row burns', () => {
    const stage = new FleetStage({ processors: { burst } });
    stage.fleet.accept(1);
    stage.runTo(1);
    const [first] = stage.inPhase(phase.starting);
    stage.fleet.accept(0);
    stage.runTo(2);
    stage.fleet.accept(1);
    stage.runTo(5.9);
    expect(stage.inPhase(phase.starting)).toEqual([first]);
    expect(stage.table.burstVcpus[first]).toBe(0.5);
    stage.runTo(6);
    expect(stage.table.burstVcpus[first]).toBe(0);
  });

  it('begins its process once it has its place; the startup is no longer for that', () => {
    const stage = new FleetStage({
      processors: { burst },
      startupSecondsOf: () => 10,
      placeSecondsOf: (launch) => (launch === 0 ? 6 : 0),
    });
    stage.fleet.accept(2);
    stage.runTo(1);
    const [placed, other] = stage.inPhase(phase.starting);
    expect([stage.table.burstVcpus[placed], stage.table.burstVcpus[other]]).toEqual([0, 0.5]);
    stage.runTo(6);
    expect(stage.table.burstVcpus[placed]).toBe(0.5);
    stage.runTo(9.9);
    expect(stage.fleet.readyCount).toBe(0);
    stage.runTo(10);
    expect(stage.fleet.readyCount).toBe(2);
  });

  it('that was given up is not tried again', () => {
    const stage = new FleetStage({ startupSecondsOf: () => 0 });
    stage.capacity = 1;
    stage.fleet.accept(3);
    stage.runTo(1);
    expect([stage.fleet.failedCount, stage.fleet.pendingCount, stage.fleet.readyCount]).toEqual([2, 0, 1]);
    stage.fleet.accept(1);
    stage.runTo(2);
    expect(stage.fleet.failedCount).toBe(0);
    stage.capacity = 9;
    stage.runTo(100);
    expect(stage.fleet.launchCount).toBe(1);
  });
});

describe('launches on nodes', () => {
  it('wait for room, then for the image, then start', () => {
    const stage = new FleetStage({ nodes: { count: 1, imageSeconds: 7 }, startupSecondsOf: () => 5 });
    stage.fleet.accept(3);
    stage.runTo(1);
    expect([stage.fleet.startingCount, stage.fleet.pendingCount, stage.fleet.failedCount]).toEqual([2, 1, 0]);
    stage.runTo(11.9);
    expect(stage.fleet.readyCount).toBe(0);
    stage.runTo(12);
    expect(stage.fleet.readyCount).toBe(2);
    // One goes by a crash: whoever has waited takes its room, and the one that is asked for instead waits.
    stage.runTo(20);
    stage.fleet.lose(stage.fleet.ready[0], 'crash');
    stage.runTo(25);
    expect([stage.fleet.readyCount, stage.fleet.pendingCount]).toEqual([2, 1]);
    expect(stage.fleet.launchCount).toBe(3);
    stage.fleet.close();
    const places = stage.lives.map(({ place }) => [place?.node, place?.askedSeconds, place?.beganSeconds]);
    expect(places).toEqual([
      [0, 0, 7],
      [0, 0, 7],
      [0, 0, 20],
    ]);
  });

  it('do not wait where there is room', () => {
    const stage = new FleetStage({ nodes: { count: 2, imageSeconds: 0 } });
    stage.fleet.accept(1);
    stage.runTo(1);
    expect(stage.nodes?.waitingCount).toBe(0);
    stage.fleet.accept(3);
    stage.runTo(60);
    expect([stage.nodes?.waitingCount, stage.fleet.launchCount, stage.fleet.readyCount]).toEqual([0, 3, 3]);
  });

  it('that failed and those that wait for a node count together', () => {
    const stage = new FleetStage({ nodes: { count: 1, imageSeconds: 0 } });
    stage.fleet.accept(3);
    stage.runTo(1);
    stage.capacity = 2;
    stage.fleet.accept(5);
    stage.runTo(2);
    expect([stage.nodes?.waitingCount, stage.fleet.failedCount, stage.fleet.launchCount]).toEqual([1, 2, 2]);
    // Three are given up: what waits for a node, and the two that would be tried again.
    stage.fleet.accept(2);
    stage.runTo(3);
    expect([stage.nodes?.waitingCount, stage.fleet.failedCount, stage.fleet.aliveCount]).toEqual([0, 0, 2]);
  });

  it('are not given to those that wait while the provider has none', () => {
    const stage = new FleetStage({ nodes: { count: 1, imageSeconds: 0 }, startupSecondsOf: () => 1 });
    stage.fleet.accept(3);
    stage.runTo(5);
    stage.capacity = 1;
    stage.fleet.lose(stage.fleet.ready[0], 'crash');
    stage.runTo(9);
    expect([stage.fleet.aliveCount, stage.nodes?.waitingCount]).toEqual([1, 1]);
    stage.capacity = 2;
    stage.runTo(10);
    expect([stage.fleet.aliveCount, stage.nodes?.waitingCount]).toEqual([2, 0]);
  });

  it('of the first moment wait where no node has room for them', () => {
    const stage = new FleetStage({ initialCount: 3, nodes: { count: 1, imageSeconds: 7 } });
    expect([stage.fleet.readyCount, stage.fleet.pendingCount, stage.fleet.desired]).toEqual([2, 1, 3]);
    stage.fleet.accept(2);
    stage.runTo(1);
    expect([stage.fleet.readyCount, stage.fleet.pendingCount]).toEqual([2, 0]);
  });

  it('are lost with their node after its notice, those that start at once', () => {
    const stage = new FleetStage({ initialCount: 1, nodes: { count: 1, imageSeconds: 0 } });
    stage.begin(stage.fleet.ready[0]);
    stage.fleet.accept(2);
    stage.runTo(1);
    stage.fleet.reclaim(stage.fleet.ready[0], 20);
    expect([stage.fleet.drainingCount, stage.fleet.startingCount]).toEqual([1, 0]);
    stage.runTo(21);
    expect(stage.lives.map(({ stopReason, stoppedSeconds }) => [stopReason, stoppedSeconds])).toEqual([
      ['spot-reclaim', 1],
      ['spot-reclaim', 21],
    ]);
    expect([stage.fleet.aliveCount, stage.fleet.pendingCount]).toEqual([0, 2]);
  });
});

describe('instances that requests start and stop', () => {
  it('are as many as are desired, started where the provider gives one', () => {
    const stage = new FleetStage({ isOnDemand: true, startupSecondsOf: () => 3 });
    const [first, second] = [stage.fleet.launchOnDemand(), stage.fleet.launchOnDemand()];
    expect([first, second, stage.fleet.desired]).toEqual([0, 1, 2]);
    stage.capacity = 2;
    expect([stage.fleet.launchOnDemand(), stage.fleet.desired]).toEqual([-1, 2]);
    stage.runTo(1);
    stage.fleet.stopOnDemand();
    expect(stage.launchesOf(stage.inPhase(phase.starting))).toEqual([0]);
    stage.runTo(3);
    stage.fleet.stopOnDemand(first);
    expect([stage.fleet.desired, stage.fleet.aliveCount]).toEqual([0, 0]);
    expect(stage.lives.map(({ stopReason }) => stopReason)).toEqual(['not-needed', 'idle']);
  });
});
