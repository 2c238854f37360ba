import { describe, expect, it } from 'vitest';
import { nodeTotals } from '../../../src/engine/totals/nodeTotals.js';
import { ranWorld } from './ranWorld.js';

interface Setup {
  readonly price?: number;
  readonly web?: number;
  readonly jobs?: number;
  readonly least?: number;
}

/** Nodes with 4 vCPUs that web and jobs share, one with 8 that cron has for itself, and a service that needs none; 1000 s. */
function ran({ price = 3.6, web = 4, jobs = 2, least = 0 }: Setup = {}) {
  const on = (node: string, cpuRequest: number, initial: number) => ({
    instance: { node, cpuRequest },
    scaling: { min: 0, max: 100, initial },
  });
  const { world } = ranWorld({
    name: 'nodes',
    duration: '1000s',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 1 } },
    requests: { page: { route: 'free', cpu: '1ms' } },
    nodes: {
      m5: { vcpus: 4, memory: '16GiB', max: 20, min: least, price },
      big: { vcpus: 8, memory: '16GiB', max: 20, price: 7.2 },
      unused: { vcpus: 8, memory: '16GiB', max: 20, price: 100 },
    },
    services: {
      web: on('m5', 1, web),
      jobs: on('m5', 1.5, jobs),
      cron: on('big', 2, 1),
      free: { scaling: { min: 1, max: 1 } },
    },
  });
  const [ofWeb, ofJobs, ofCron, ofFree] = world.services;
  return { world, web: ofWeb, jobs: ofJobs, cron: ofCron, free: ofFree };
}

describe('the nodes of services', () => {
  it('are none where no instance needs one', () => {
    const { world, free } = ran();
    expect(nodeTotals(world, [free])).toBeUndefined();
    expect(nodeTotals(world, [])).toBeUndefined();
  });

  it('count in full for each that uses them, and cost each its share of the vCPUs', () => {
    const { world, web, jobs } = ran();
    // 4 of one vCPU fill a node, 2 of one and a half half fill another: two nodes at $1 each, of 7 vCPUs.
    const both = { readySeconds: 2000, readyPeak: 2, vcpuSeconds: 8000, isPriced: true };
    expect(nodeTotals(world, [web])).toEqual({ ...both, requestedVcpuSeconds: 4000, costUsd: (2 * 4) / 7 });
    expect(nodeTotals(world, [jobs])).toEqual({ ...both, requestedVcpuSeconds: 3000, costUsd: (2 * 3) / 7 });
    const together = nodeTotals(world, [web, jobs]);
    expect(together).toMatchObject({ ...both, requestedVcpuSeconds: 7000 });
    expect(together?.costUsd).toBeCloseTo(2, 12);
  });

  it('of several pools add up', () => {
    const { world, web, jobs, cron, free } = ran();
    expect(nodeTotals(world, [cron])).toEqual({
      readySeconds: 1000,
      readyPeak: 1,
      vcpuSeconds: 8000,
      requestedVcpuSeconds: 2000,
      costUsd: 2,
      isPriced: true,
    });
    const all = nodeTotals(world, [web, jobs, cron, free]);
    expect(all).toMatchObject({ readySeconds: 3000, readyPeak: 3, vcpuSeconds: 16_000, requestedVcpuSeconds: 9000 });
    expect(all?.costUsd).toBeCloseTo(4, 12);
  });

  it('are shared evenly where nothing was requested of them', () => {
    const { world, web, jobs, cron } = ran({ web: 0, jobs: 0, least: 3 });
    expect(nodeTotals(world, [web, jobs])).toMatchObject({ readySeconds: 3000, requestedVcpuSeconds: 0, costUsd: 3 });
    expect(nodeTotals(world, [web])?.costUsd).toBe(1.5);
    expect(nodeTotals(world, [jobs])?.costUsd).toBe(1.5);
    expect(nodeTotals(world, [cron])?.costUsd).toBe(2);
  });

  it('are priced where one of them is', () => {
    const { world, web, cron } = ran({ price: 0 });
    expect(nodeTotals(world, [web])).toMatchObject({ isPriced: false, costUsd: 0 });
    expect(nodeTotals(world, [web, cron])).toMatchObject({ isPriced: true, costUsd: 2 });
  });
});
