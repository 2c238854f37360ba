import { describe, expect, it } from 'vitest';
import { ServiceNodes } from '../../../src/fleet/nodes/serviceNodes.js';
import { changesOf, NodeStage } from './nodeStage.js';

describe('the nodes of a service', () => {
  it('pull the image once each: who comes meanwhile begins with the pull, who comes later at once', () => {
    const stage = new NodeStage({ min: 2, imageSeconds: 15 });
    const service = stage.service(2);
    const beganAt = (instance: number) => service.nodes.placeOf(instance)?.beganSeconds;
    stage.runTo(1);
    service.ask();
    stage.runTo(9);
    service.ask();
    expect([beganAt(0), beganAt(1)]).toEqual([16, 16]);
    stage.runTo(20);
    service.ask();
    service.stop(0);
    service.ask();
    expect([beganAt(2), beganAt(3), beganAt(0)]).toEqual([35, 20, undefined]);
    expect(service.nodes.placeOf(3)).toEqual({ pool: 'm5', node: 0, askedSeconds: 20, beganSeconds: 20 });
  });

  it('have the image from the start where an instance was there', () => {
    const stage = new NodeStage({ min: 1, imageSeconds: 15 });
    const service = stage.service(1);
    const [node] = stage.pool.nodes;
    expect(service.nodes.occupyAtStart(node, { instance: 7, number: 7 }).beganSeconds).toBe(0);
    const other = stage.service(1);
    stage.runTo(1);
    service.ask();
    other.ask();
    expect(service.nodes.placeOf(0)?.beganSeconds).toBe(1);
    expect(other.nodes.placeOf(1)?.beganSeconds).toBe(16);
  });

  it('count who waits, for a node and for the image, and what is requested on them', () => {
    const stage = new NodeStage({ min: 1, max: 1, imageSeconds: 6 });
    const service = stage.service(3);
    stage.runTo(1);
    service.ask(2);
    expect([service.nodes.waitingCount, service.nodes.longestWaitFrom]).toEqual([1, 1]);
    stage.runTo(4);
    service.ask();
    // Two wait for a node, one for the image until 7 s.
    stage.runTo(7);
    service.nodes.began(0);
    service.nodes.began(0);
    stage.runTo(10);
    expect([service.nodes.giveUp(), service.nodes.giveUp(), service.nodes.giveUp()]).toEqual([true, true, false]);
    expect([service.nodes.waitingCount, service.nodes.longestWaitFrom]).toEqual([0, Number.POSITIVE_INFINITY]);
    stage.runTo(30);
    service.stop(0);
    expect(changesOf(service.nodes.pendingCurve)).toEqual([
      [1, 1],
      [4, 2],
      [10, 0],
    ]);
    expect(changesOf(service.nodes.waitCurve)).toEqual([
      [1, 2],
      [4, 3],
      [7, 2],
      [10, 0],
    ]);
    expect(stage.log.requestedVcpuSeconds(0)).toBeCloseTo(3 * 29, 9);
  });

  it('count who finds room at once, and waits for the image alone', () => {
    const stage = new NodeStage({ min: 1, imageSeconds: 6 });
    const service = stage.service(1);
    stage.runTo(1);
    service.ask();
    stage.runTo(7);
    service.nodes.began(0);
    service.ask();
    expect(changesOf(service.nodes.waitCurve)).toEqual([
      [1, 1],
      [7, 0],
    ]);
  });

  it('no longer count an instance that goes while its image is pulled', () => {
    const stage = new NodeStage({ min: 1, imageSeconds: 50 });
    const service = stage.service(1);
    stage.runTo(1);
    service.ask(6);
    stage.runTo(5);
    service.stop(0);
    expect(changesOf(service.nodes.waitCurve)).toEqual([
      [1, 6],
      [5, 5],
    ]);
    expect(service.nodes.waitingCount).toBe(2);
  });

  it('give no instance before a fleet is there to take it', () => {
    const { pool, log } = new NodeStage({ min: 1 });
    const need = { millis: 1000, bytes: 0, zoneCount: 1 };
    const options = { pool, log, need, poolName: 'm5', service: 0, imageSecondsOf: () => 0, nowSeconds: () => 0 };
    const { tenant } = new ServiceNodes(options);
    expect([tenant.mayLaunch(), tenant.launchWaiting(0), tenant.maySwap(0)]).toEqual([false, false, false]);
  });
});
