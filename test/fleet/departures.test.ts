import { describe, expect, it } from 'vitest';
import { door } from '../../src/fleet/instanceTable.js';
import * as phase from '../../src/fleet/phase.js';
import { FleetStage } from './fleetStage.js';

const reasons = ({ lives }: FleetStage) => lives.map(({ stopReason, stoppedSeconds }) => [stopReason, stoppedSeconds]);

describe('a drain', () => {
  it('keeps the door open for preStop, and ends there where nothing is inside', () => {
    const stage = new FleetStage({ initialCount: 1, drainSeconds: 30, preStopSeconds: 5 });
    const [instance] = stage.fleet.ready;
    stage.begin(instance);
    stage.fleet.accept(0);
    stage.runTo(2);
    stage.end(instance);
    expect([stage.fleet.drainingCount, stage.table.door[instance]]).toEqual([1, door.open]);
    stage.runTo(4.9);
    expect(stage.fleet.drainingCount).toBe(1);
    stage.runTo(5);
    expect([stage.table.door[instance], reasons(stage)]).toEqual([door.closed, [['scale-in', 5]]]);
  });

  it('counts preStop as part of its time, and is cut off at the end', () => {
    const stage = new FleetStage({ initialCount: 1, drainSeconds: 8, preStopSeconds: 20 });
    stage.begin(stage.fleet.ready[0]);
    stage.fleet.accept(0);
    stage.runTo(7.9);
    expect([stage.fleet.drainingCount, stage.table.door[0]]).toEqual([1, door.open]);
    stage.runTo(8);
    expect(reasons(stage)).toEqual([['drain-end', 8]]);
    expect(stage.told.get(stage.table.serial[0])).toEqual(['ready', 'stopped', 'abort']);
  });

  it('waits for what is queued, too', () => {
    const stage = new FleetStage({ initialCount: 1, drainSeconds: 30 });
    stage.table.queued[0] = 1;
    stage.fleet.accept(0);
    stage.runTo(3);
    expect(stage.fleet.drainingCount).toBe(1);
    stage.table.queued[0] = 0;
    stage.fleet.emptied(0);
    expect(reasons(stage)).toEqual([['scale-in', 3]]);
  });

  it('of an instance that is taken back lasts for the notice, and another is launched at once', () => {
    const stage = new FleetStage({ initialCount: 3, drainSeconds: 30, latencySeconds: 1 });
    const [first, second, third] = stage.fleet.ready;
    stage.begin(first);
    stage.begin(second);
    stage.fleet.reclaim(first, 120);
    stage.fleet.reclaim(second, 120);
    stage.fleet.reclaim(second, 5);
    stage.runTo(1);
    expect([stage.fleet.readyCount, stage.fleet.startingCount, stage.fleet.drainingCount]).toEqual([1, 2, 2]);
    stage.runTo(60);
    stage.end(second);
    stage.fleet.reclaim(third, 120);
    stage.runTo(120);
    expect(reasons(stage)).toEqual([
      ['spot-reclaim', 60],
      ['spot-reclaim', 60],
      ['spot-reclaim', 120],
    ]);
  });

  it('goes on for a request inside beside one that is queued', () => {
    const stage = new FleetStage({ initialCount: 1 });
    stage.table.queued[0] = 1;
    stage.begin(0);
    stage.fleet.accept(0);
    stage.runTo(3);
    expect(stage.fleet.drainingCount).toBe(1);
  });

  it('is none for one that starts, though tries may be on their way to it', () => {
    const early = new FleetStage({});
    early.fleet.accept(1);
    early.runTo(1);
    early.table.queued[0] = 1;
    early.fleet.accept(0);
    early.runTo(2);
    expect(reasons(early)).toEqual([['scale-in', 1]]);
  });

  it('is none for one that starts and is taken back', () => {
    const stage = new FleetStage({});
    stage.fleet.accept(1);
    stage.runTo(1);
    stage.fleet.reclaim(stage.inPhase(phase.starting)[0], 120);
    expect(reasons(stage)).toEqual([['spot-reclaim', 1]]);
  });
});

describe('processes that are probed', () => {
  function probed(initialCount: number) {
    const stage = new FleetStage({ initialCount: 0, startupSecondsOf: () => 10 });
    const told: string[] = [];
    stage.fleet.probedBy({
      begin: (instance, isWarm) => told.push(`${isWarm ? 'warm' : 'begin'} ${instance}`),
      answers: (instance) => told.push(`answers ${instance}`),
      end: (instance) => told.push(`end ${instance}`),
      lose: (instance) => told.push(`lose ${instance}`),
    });
    stage.fleet.accept(initialCount);
    return { stage, told };
  }

  it('are not ready by themselves: they answer after their startup, and nobody listens before', () => {
    const { stage, told } = probed(1);
    stage.runTo(9);
    expect([told, stage.table.door[0]]).toEqual([['begin 0'], door.closed]);
    stage.runTo(10);
    expect([told, stage.table.door[0], stage.fleet.readyCount]).toEqual([['begin 0', 'answers 0'], door.open, 0]);
    stage.fleet.becomeReady(0);
    expect([stage.fleet.readyCount, stage.fleet.startingCount]).toEqual([1, 0]);
  });

  it('serve on while they are unready, and drain then as ready ones do', () => {
    const { stage, told } = probed(2);
    stage.runTo(10);
    for (const instance of [0, 1]) {
      stage.fleet.becomeReady(instance);
      stage.begin(instance);
      stage.fleet.becomeUnready(instance);
    }
    expect([stage.fleet.readyCount, stage.fleet.startingCount]).toEqual([0, 2]);
    expect(stage.fleet.serving()).toEqual([0, 1]);
    stage.end(0);
    expect(stage.fleet.serving()).toEqual([1]);
    stage.runTo(20);
    stage.fleet.accept(0);
    stage.runTo(21);
    expect([reasons(stage), stage.fleet.drainingCount]).toEqual([[['scale-in', 20]], 1]);
    stage.end(1);
    expect(reasons(stage)[1]).toEqual(['scale-in', 21]);
    expect(told.filter((one) => one.startsWith('end'))).toEqual(['end 1', 'end 0', 'end 1']);
    // Ready for no time, though it took requests.
    expect(stage.log.readySeconds).toBeCloseTo(0, 9);
  });

  it('drain for what is queued alone, not before they answer', () => {
    const { stage } = probed(2);
    stage.runTo(10);
    stage.table.queued[0] = 1;
    stage.fleet.restart(1, { reason: 'liveness' });
    stage.table.queued[1] = 1;
    expect(stage.fleet.serving()).toEqual([0]);
    stage.fleet.accept(0);
    stage.runTo(11);
    expect([stage.fleet.drainingCount, reasons(stage)]).toEqual([1, [['scale-in', 10]]]);
  });

  it('are probed on where a loss is told to nobody', () => {
    const { stage, told } = probed(1);
    stage.runTo(10);
    stage.fleet.becomeReady(0);
    stage.begin(0);
    stage.fleet.lose(0, 'crash');
    expect([told.slice(2), stage.table.door[0]]).toEqual([['lose 0', 'end 0'], door.silent]);
  });
});

describe('the work of a fleet', () => {
  it('is that of the living and of those that have gone, and looking at it changes nothing', () => {
    const stage = new FleetStage({ initialCount: 2, processors: { baseVcpus: 0.25 } });
    const [first, second] = stage.fleet.ready;
    stage.begin(first);
    stage.runTo(8);
    const seen = stage.fleet.peekWorkTotals();
    expect(seen).toEqual(stage.fleet.peekWorkTotals());
    expect(seen).toMatchObject({ slotSeconds: 8, servingSeconds: 8, runningSeconds: 16, backgroundVcpuSeconds: 4 });
    stage.fleet.lose(second, 'crash');
    stage.runTo(10);
    const { slotSeconds, runningSeconds, startupVcpuSeconds, backgroundVcpuSeconds } = stage.fleet.workTotals();
    // The third starts at 8 s.
    expect([slotSeconds, runningSeconds]).toEqual([10, 10 + 8 + 2]);
    expect([backgroundVcpuSeconds, startupVcpuSeconds]).toEqual([0.25 * 18, 0.25 * 2]);
    stage.fleet.close();
    expect(stage.fleet.workTotals()).toEqual(stage.fleet.peekWorkTotals());
    expect(stage.fleet.workTotals().runningSeconds).toBe(20);
  });

  it('leaves out the time in which an instance was paused', () => {
    const stage = new FleetStage({ initialCount: 1 });
    stage.table.pausedSeconds[0] = 3;
    stage.runTo(10);
    expect(stage.fleet.workTotals().runningSeconds).toBe(7);
    stage.table.pausedSinceSeconds[0] = 8;
    expect(stage.fleet.workTotals().runningSeconds).toBe(5);
  });
});
