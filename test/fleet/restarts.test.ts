import { describe, expect, it } from 'vitest';
import { checkFault } from '../../src/fleet/instanceTable.js';
import { FleetStage } from './fleetStage.js';

/** When the only instance was ready, after kills at the moments at which it had been ready for `ranSeconds`. */
function readyAfterKills(ranSeconds: readonly number[]): number[] {
  const stage = new FleetStage({ startupSecondsOf: (_launch, restart) => (restart ?? 0) + 1 });
  stage.fleet.accept(1);
  const starts: number[] = [];
  stage.runTo(1);
  let readySeconds = 1;
  for (const ran of ranSeconds) {
    stage.runTo(readySeconds + ran);
    const [instance] = stage.fleet.ready;
    stage.fleet.restart(instance, { reason: 'liveness' });
    expect([stage.fleet.readyCount, stage.fleet.startingCount]).toEqual([0, 1]);
    const killedSeconds = stage.nowSeconds;
    while (stage.fleet.readyCount === 0) stage.runTo(stage.calendar.peek()?.seconds ?? Number.NaN);
    readySeconds = stage.nowSeconds;
    starts.push(readySeconds - killedSeconds);
    expect(stage.fleet.ready).toEqual([instance]);
  }
  expect(stage.fleet.launchCount).toBe(1);
  return starts;
}

describe('a restart in place', () => {
  it('comes at once, then after 10 s doubled up to 5 min, each with a startup of its own', () => {
    const startups = [2, 3, 4, 5, 6, 7, 8, 9];
    const backOffs = [0, 10, 20, 40, 80, 160, 300, 300];
    expect(readyAfterKills(startups.map(() => 1))).toEqual(startups.map((startup, index) => startup + backOffs[index]));
  });

  it('begins anew after 10 min without an exit', () => {
    expect(readyAfterKills([1, 1, 1, 700, 1])).toEqual([2, 13, 24, 5, 16]);
  });

  it('is one life with one bill, and its ready time leaves out the time in between', () => {
    const stage = new FleetStage({ initialCount: 1, startupSecondsOf: () => 5 });
    stage.runTo(100);
    stage.fleet.restart(stage.fleet.ready[0], { reason: 'oom-kill' });
    stage.runTo(200);
    stage.fleet.accept(0);
    stage.runTo(201);
    expect(stage.lives).toHaveLength(1);
    stage.fleet.close();
    expect(stage.log.readySeconds).toBeCloseTo(195, 9);
    expect(stage.log.readyCountSeconds).toBeCloseTo(195, 9);
    expect(stage.log.billedSeconds).toBeCloseTo(200, 9);
    expect(stage.log.restarts.list()).toEqual([{ reason: 'oom-kill', state: 'working', count: 1, backOffSeconds: 0 }]);
  });

  it('counts who was mute, at work, and struck by a fault', () => {
    const stage = new FleetStage({ initialCount: 3, startupSecondsOf: () => 5 });
    const [first, second, third] = stage.fleet.ready;
    stage.fleet.restart(first, { reason: 'liveness' });
    stage.table.checkFault[second] = checkFault.fail;
    stage.fleet.restart(second, { reason: 'liveness' });
    stage.table.pausedSinceSeconds[third] = 0;
    stage.fleet.restart(third, { reason: 'liveness' });
    stage.runTo(1);
    stage.fleet.restart(first, { reason: 'startup', isMute: true });
    expect(stage.log.restarts.list()).toEqual([
      { reason: 'liveness', state: 'working', count: 1, backOffSeconds: 0 },
      { reason: 'liveness', state: 'struck', count: 2, backOffSeconds: 0 },
      { reason: 'startup', state: 'starting', count: 1, backOffSeconds: 10 },
    ]);
    expect(stage.log.restarts.total()).toBe(4);
    expect(stage.log.restarts.total('liveness')).toBe(3);
  });

  it('ends a drain instead, and what starts again may be scaled in or lost', () => {
    const stage = new FleetStage({ initialCount: 3, startupSecondsOf: () => 50 });
    const [first, second, third] = stage.fleet.ready;
    for (const instance of [first, second, third]) stage.begin(instance);
    stage.fleet.restart(first, { reason: 'liveness' });
    stage.fleet.lose(first, 'crash');
    stage.fleet.restart(second, { reason: 'liveness' });
    stage.fleet.accept(0);
    stage.runTo(1);
    // The one that starts again, and the one that was launched for the crash.
    expect(stage.lives.map(({ stopReason }) => stopReason)).toEqual(['crash', 'scale-in', 'scale-in']);
    stage.fleet.restart(third, { reason: 'liveness' });
    expect(stage.lives.at(-1)?.stopReason).toBe('drain-end');
    expect(stage.fleet.aliveCount).toBe(0);
  });

  it('is known to who probes it, but for a process that memory killed', () => {
    const stage = new FleetStage({ startupSecondsOf: () => 50 });
    const told: string[] = [];
    stage.fleet.probedBy({
      begin: (instance) => told.push(`begin ${instance}`),
      answers: (instance) => told.push(`answers ${instance}`),
      end: (instance) => told.push(`end ${instance}`),
      lose: (instance) => told.push(`lose ${instance}`),
    });
    const killed: number[] = [];
    stage.fleet.tellRestarts((instance) => killed.push(instance));
    stage.fleet.accept(3);
    stage.runTo(50);
    for (const instance of [0, 1]) stage.fleet.becomeReady(instance);
    told.length = 0;
    stage.fleet.restart(0, { reason: 'oom-kill' });
    stage.fleet.restart(1, { reason: 'liveness' });
    stage.fleet.restart(2, { reason: 'startup' });
    expect([told, killed]).toEqual([
      ['lose 0', 'end 1', 'end 2'],
      [0, 1, 2],
    ]);
    // The process of before is gone: it begins once, for the restart alone.
    stage.runTo(51);
    expect(told.slice(3)).toEqual(['begin 0', 'begin 1', 'begin 2']);
  });

  it('of one that starts ends the startup that was under way', () => {
    const stage = new FleetStage({ startupSecondsOf: () => 10 });
    stage.fleet.accept(1);
    stage.runTo(6);
    stage.fleet.restart(0, { reason: 'startup' });
    stage.runTo(15.9);
    expect(stage.fleet.readyCount).toBe(0);
    stage.runTo(16);
    expect([stage.fleet.readyCount, stage.fleet.launchCount]).toEqual([1, 1]);
  });
});
