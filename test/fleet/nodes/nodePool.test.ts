import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, NodeStage, provisionSeconds } from './nodeStage.js';

const zonesOf = ({ pool }: NodeStage) => pool.nodes.map(({ zone }) => zone);

describe('the nodes of the first moment', () => {
  it('are min nodes over the zones, and empty ones up to headroom, within max', () => {
    expect(zonesOf(new NodeStage({ min: 3, zoneCount: 2 }))).toEqual([0, 1, 0]);
    const stage = new NodeStage({ min: 1, headroom: 2, max: 4 });
    const service = stage.service(3);
    service.ask();
    expect(stage.filling).toBe('0:1');
    stage.runTo(0);
    expect([stage.filling, stage.pool.readyCount]).toEqual(['0:1 1:0 2:0', 3]);
    const full = new NodeStage({ min: 1, headroom: 3, max: 2 });
    full.runTo(0);
    expect(full.filling).toBe('0:0 1:0');
  });

  it('are where instances of the start want to be: one more in the first zone, else any with room once max are there', () => {
    const stage = new NodeStage({ max: 2, zoneCount: 3 });
    const service = stage.service(3, { zoneCount: 3 });
    const place = (zones: readonly number[]) => {
      const node = service.nodes.findAtStart(zones);
      if (node !== undefined) stage.pool.occupy(node, stage.rows++, service.nodes);
      return node?.zone;
    };
    expect(service.nodes.findAtStart([])).toBeUndefined();
    expect([place([2, 0]), place([1, 2]), place([0, 1])]).toEqual([2, 1, undefined]);
    const small = stage.service(1, { zoneCount: 3 });
    expect(small.nodes.findAtStart([1, 2])?.zone).toBe(1);
    expect(small.nodes.findAtStart([0, 2, 1])?.zone).toBe(2);
    expect(stage.pool.nodes.every(({ readySeconds }) => readySeconds === 0)).toBe(true);
  });
});

describe('ordering nodes', () => {
  it('happens at the next of the scans, every 10 s, and who waits is placed when the node is ready', () => {
    const stage = new NodeStage();
    const service = stage.service(1);
    stage.runTo(3);
    service.ask(5);
    stage.runTo(9.9);
    expect(stage.filling).toBe('');
    stage.runTo(10);
    expect([stage.filling, stage.pool.provisioningCount, stage.pool.readyCount]).toEqual(['(0) (1)', 2, 0]);
    stage.runTo(10 + provisionSeconds - 0.1);
    expect(service.living).toEqual([]);
    stage.runTo(10 + provisionSeconds);
    expect([stage.filling, stage.pool.provisioningCount, stage.pool.readyCount]).toEqual(['0:4 1:1', 0, 2]);
    expect(service.launches).toEqual(Array(5).fill([3, 80]));
    expect(stage.log.readyPeak).toBe(2);
    expect(changesOf(stage.log.provisioningCurve)).toEqual([
      [10, 2],
      [80, 0],
    ]);
  });

  it('counts the room of what is coming', () => {
    const stage = new NodeStage();
    const service = stage.service(1);
    service.ask(5);
    stage.runTo(10);
    service.ask(3);
    stage.runTo(20);
    expect(stage.filling).toBe('(0) (1)');
    service.ask();
    stage.runTo(30);
    expect(stage.filling).toBe('(0) (1) (2)');
  });

  it('stops at max, and waits where the provider takes no orders or gives the service no instance', () => {
    const stage = new NodeStage({ max: 2 });
    const service = stage.service(2);
    service.ask(9);
    stage.takesOrders = false;
    stage.runTo(15);
    stage.takesOrders = true;
    service.mayLaunch = false;
    stage.runTo(25);
    expect(stage.filling).toBe('');
    service.mayLaunch = true;
    stage.runTo(200);
    expect([stage.filling, service.nodes.waitingCount]).toEqual(['0:2 1:2', 5]);
  });

  it('keeps as many empty ones as headroom says, those that are coming among them', () => {
    const stage = new NodeStage({ headroom: 1, max: 3 });
    const service = stage.service(4);
    stage.runTo(0);
    service.ask();
    stage.runTo(10);
    expect(stage.filling).toBe('0:1 (1)');
    stage.runTo(30);
    expect(stage.filling).toBe('0:1 (1)');
    // The node that comes is for the one that waits, so another is ordered to stay empty.
    service.ask();
    stage.runTo(40);
    expect(stage.filling).toBe('0:1 (1) (2)');
    stage.runTo(1000);
    expect(stage.filling).toBe('0:1 1:1 2:0');
  });

  it('replaces the nodes that min has lost, in the emptiest open zone', () => {
    const stage = new NodeStage({ min: 3, zoneCount: 3 });
    stage.runTo(1);
    stage.pool.closeZone(1);
    stage.runTo(10);
    expect(zonesOf(stage)).toEqual([0, 2, 0]);
    stage.pool.openZone(1);
    stage.pool.closeZone(2);
    stage.runTo(20);
    expect(zonesOf(stage)).toEqual([0, 0, 1]);
    stage.pool.closeZone(0);
    stage.pool.closeZone(1);
    stage.runTo(30);
    expect(zonesOf(stage)).toEqual([]);
  });

  it('follows a node that leaves at once: it counts neither for min nor in its zone', () => {
    const stage = new NodeStage({ min: 2, zoneCount: 2 });
    const service = stage.service(1, { zoneCount: 2 });
    stage.runTo(1);
    service.ask();
    stage.pool.reclaimNodeOf(service.living[0], 120);
    stage.runTo(10);
    expect([stage.filling, ...zonesOf(stage)]).toEqual(['0:1 1:0 (2)', 0, 1, 0]);
  });

  it('leaves zones alone in which the service is not', () => {
    const stage = new NodeStage({ zoneCount: 3 });
    const service = stage.service(4, { zoneCount: 2 });
    service.ask(4);
    stage.runTo(100);
    expect(zonesOf(stage)).toEqual([0, 1, 0, 1]);
    expect(stage.service(4, { zoneCount: 1 }).nodes.find([0, 1])).toBeUndefined();
  });
});

describe('room that comes free', () => {
  it('goes at that instant to whoever has waited longest, of whatever service, as far as it fits', () => {
    const stage = new NodeStage({ min: 1, max: 1 });
    const [first, large, small] = [stage.service(4), stage.service(3), stage.service(1)];
    stage.runTo(1);
    first.ask();
    stage.runTo(2);
    small.ask();
    stage.runTo(3);
    large.ask();
    stage.runTo(4);
    small.ask(3);
    expect([large.nodes.longestWaitFrom, small.nodes.longestWaitFrom]).toEqual([3, 2]);
    first.stop(first.living[0]);
    expect([small.living, large.living]).toEqual([[], []]);
    stage.runTo(4);
    expect([small.launches, large.launches]).toEqual([[[2, 4]], [[3, 4]]]);
    expect(small.nodes.waitingCount).toBe(3);
    small.stop(small.living[0]);
    small.nodes.giveUp();
    stage.runTo(5);
    expect(small.launches).toEqual([
      [2, 4],
      [4, 4],
    ]);
    expect(small.nodes.waitingCount).toBe(1);
  });

  it('adds up: of every node as much is free as its instances leave', () => {
    const step = fc.record({
      kind: fc.constantFrom('ask', 'ask', 'ask', 'stop', 'stop', 'giveUp', 'reclaim', 'outage', 'wait'),
      which: fc.nat(9),
      gapSeconds: fc.constantFrom(0, 3, 10, 45),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const stage = new NodeStage({ max: 6, zoneCount: 2, headroom: 1, scaleDown: { after: 60, below: 0.6 } });
        const services = [stage.service(1, { zoneCount: 2 }), stage.service(1.5, { bytes: 7, zoneCount: 2 })];
        for (const { kind, which, gapSeconds } of steps) {
          const service = services[which % 2];
          const one = service.living[which % Math.max(1, service.living.length)];
          if (kind === 'ask') service.ask(1 + (which % 3));
          else if (kind === 'giveUp') service.nodes.giveUp();
          else if (kind === 'outage') {
            stage.pool.closeZone(which % 2);
            stage.pool.openZone(which % 2);
          } else if (kind === 'stop' && one !== undefined) service.stop(one);
          else if (kind === 'reclaim' && one !== undefined) stage.pool.reclaimNodeOf(one, 20);
          stage.runTo(stage.nowSeconds + gapSeconds);
          const ownerOf = (instance: number) => services.find(({ living }) => living.includes(instance))?.nodes.need;
          const { nodes } = stage.pool;
          expect(nodes.length).toBeLessThanOrEqual(6);
          expect(nodes.map(({ freeMillis, freeBytes }) => [freeMillis, freeBytes])).toEqual(
            nodes.map(({ instances }) => [
              instances.reduce((left, instance) => left - (ownerOf(instance)?.millis ?? Number.NaN), 4000),
              instances.reduce((left, instance) => left - (ownerOf(instance)?.bytes ?? Number.NaN), 16),
            ]),
          );
          expect(nodes.every(({ freeMillis, freeBytes }) => freeMillis >= 0 && freeBytes >= 0)).toBe(true);
          const onNodes = nodes.flatMap(({ instances }) => instances).sort((a, b) => a - b);
          expect(onNodes).toEqual(services.flatMap(({ living }) => living).sort((a, b) => a - b));
        }
        stage.pool.close();
        expect(stage.log.went.map(([number]) => number).sort((a, b) => a - b)).toEqual([...stage.log.went.keys()]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('losing nodes', () => {
  it('of a zone takes what is on them at once, and no other', () => {
    const stage = new NodeStage({ min: 2, zoneCount: 2 });
    const service = stage.service(4, { zoneCount: 2 });
    stage.runTo(1);
    service.ask(2);
    stage.pool.closeZone(0);
    expect([service.told, service.living]).toEqual([['zone-outage 0'], [1]]);
    expect(stage.log.went).toEqual([[0, 1, 'zone-outage']]);
    expect([stage.filling, stage.pool.readyCount]).toEqual(['1:1', 1]);
  });

  it('of a zone ends what is coming there, too', () => {
    const stage = new NodeStage();
    stage.service(1).ask();
    stage.runTo(20);
    stage.pool.closeZone(0);
    stage.runTo(10 + provisionSeconds);
    expect([stage.filling, stage.log.readyPeak]).toEqual(['', 0]);
    expect(stage.log.went).toEqual([[0, 20, 'zone-outage']]);
  });

  it('to the provider gives all on it the notice, and takes nothing new; the rest goes with it', () => {
    const stage = new NodeStage({ min: 1 });
    const service = stage.service(1);
    stage.runTo(1);
    service.ask(3);
    stage.pool.reclaimNodeOf(1, 120);
    expect(service.told).toEqual(['reclaim 0 in 120', 'reclaim 1 in 120', 'reclaim 2 in 120']);
    service.ask();
    expect(service.nodes.waitingCount).toBe(1);
    service.stop(1);
    stage.runTo(120.9);
    expect(service.living.slice(0, 2)).toEqual([0, 2]);
    stage.runTo(121);
    expect(service.told.slice(3)).toEqual(['spot-reclaim 0', 'spot-reclaim 2']);
    expect(stage.log.went).toEqual([[0, 121, 'spot-reclaim']]);
    stage.pool.reclaimNodeOf(99, 120);
  });

  it('to the provider ends with its last instance where that goes earlier', () => {
    const stage = new NodeStage({ min: 1, max: 1 });
    const service = stage.service(1);
    stage.runTo(1);
    service.ask();
    stage.pool.reclaimNodeOf(0, 120);
    stage.runTo(50);
    service.stop(0);
    expect([stage.filling, stage.log.went]).toEqual(['', [[0, 50, 'spot-reclaim']]]);
    stage.runTo(200);
    expect([stage.filling, stage.log.went.length]).toEqual(['1:0', 1]);
  });

  it('at the end of the run bills each from its order on', () => {
    const stage = new NodeStage({ min: 1 });
    const service = stage.service(4);
    stage.runTo(5);
    service.ask(2);
    stage.runTo(110);
    stage.pool.close();
    expect(stage.log.went).toEqual([
      [0, 110, 'run-end'],
      [1, 110, 'run-end'],
    ]);
    expect(stage.log.billedSeconds).toBeCloseTo(110 + 100, 9);
    expect(stage.log.readySeconds).toBeGreaterThan(0);
  });
});
