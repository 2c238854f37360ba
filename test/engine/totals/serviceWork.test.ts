import { describe, expect, it } from 'vitest';
import { burnedVcpuSeconds, type ServiceWork, workOf } from '../../../src/engine/totals/serviceWork.js';
import { noWork } from '../../../src/fleet/workTotals.js';
import * as rank from '../../../src/kernel/rank.js';
import { ranWorld } from './ranWorld.js';

/** Ten requests a second, evenly, measured for 100 s after 20 s; two instances with 2 vCPUs and 4 slots each. */
function workOfRun({ request, instance = {}, more = {} }: { request: object; instance?: object; more?: object }) {
  const { world, snapshots } = ranWorld({
    name: 'work',
    duration: '120s',
    warmup: '20s',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 10, arrivals: 'even' } },
    requests: { page: { route: 'web', ...request } },
    services: { web: { instance: { vcpus: 2, concurrency: 4, ...instance }, scaling: { min: 2, max: 2 } } },
    ...more,
  });
  return workOf(world, world.services[0], snapshots);
}

function expectClose(work: ServiceWork, expected: Partial<Record<keyof ServiceWork, number>>): void {
  for (const [name, value] of Object.entries(expected))
    expect(work[name as keyof ServiceWork], name).toBeCloseTo(value, 6); // safe: names of the record above
}

describe('the work of a service', () => {
  it('is processor time where a request uses some', () => {
    // 1000 requests of 40 ms on a vCPU and 20 ms off it, two instances for 100 s.
    const work = workOfRun({ request: { cpu: '40ms', io: '20ms' } });
    expect(work.isKnown).toBe(true);
    expectClose(work, { workSeconds: 40, requestSeconds: 40, capacitySeconds: 400 });
    expectClose(work, { slotSeconds: 60, slotCapacitySeconds: 800, servingSeconds: 60 });
    expect(work.begunCount).toBe(1000);
  });

  it('is processor time where one class of several uses some', () => {
    const ping = { ping: { executor: 'constant-arrival-rate', rate: 5, arrivals: 'even', request: 'ping' } };
    const page = { page: { executor: 'constant-arrival-rate', rate: 10, arrivals: 'even', request: 'page' } };
    const requests = { page: { route: 'web', cpu: '40ms' }, ping: { route: 'web', io: '10ms' } };
    const work = workOfRun({ request: {}, more: { traffic: { ...page, ...ping }, requests } });
    expect(work.isKnown).toBe(true);
    expectClose(work, { workSeconds: 40, slotSeconds: 40 + 5, capacitySeconds: 400 });
  });

  it('is the time in slots where nothing uses the cpu', () => {
    const work = workOfRun({ request: { io: '60ms' } });
    expect(work.isKnown).toBe(true);
    expectClose(work, { workSeconds: 60, requestSeconds: 60, capacitySeconds: 800 });
    expectClose(work, { slotSeconds: 60, slotCapacitySeconds: 800, servingSeconds: 60 });
  });

  it('is not known where slots are unlimited and nothing uses the cpu: then it is the time with a request inside', () => {
    // 500 requests of 300 ms at each instance, one every 200 ms: it is never without one.
    const work = workOfRun({ request: { io: '300ms' }, instance: { concurrency: undefined } });
    expect(work.isKnown).toBe(false);
    expect(work.slotCapacitySeconds).toBeUndefined();
    expectClose(work, { workSeconds: 200, requestSeconds: 200, capacitySeconds: 200 });
    expectClose(work, { slotSeconds: 300, servingSeconds: 200 });
  });

  it('has beside that of requests what burns anyway', () => {
    // A quarter of a vCPU at each of the two, for 100 s.
    const work = workOfRun({ request: { cpu: '40ms' }, instance: { baseCpu: 0.25 } });
    expect(work.workSeconds - work.requestSeconds).toBeCloseTo(50, 6);
    expectClose(work, { requestSeconds: 40, capacitySeconds: 400 });
  });

  it('counts those that finish what they have and take no more', () => {
    const { world, snapshots } = ranWorld(
      {
        name: 'drained',
        duration: '100s',
        traffic: { load: { executor: 'constant-arrival-rate', rate: 1, timeUnit: '100s', arrivals: 'even' } },
        requests: { page: { route: 'web', io: '90s' } },
        services: {
          web: { instance: { concurrency: 3, drain: '30s' }, scaling: { min: 0, max: 1, initial: 1 } },
        },
        cloud: { api: { latency: '0s' } },
      },
      ({ calendar, services }) => calendar.at(10, rank.decide, () => services[0].fleet.accept(0)),
    );
    const { fleetLog } = world.services[0];
    // Ready for 10 s, then 30 s until the request is cut off.
    expect([fleetLog.readySeconds, fleetLog.drainingSeconds]).toEqual([10, 30]);
    const work = workOf(world, world.services[0], snapshots);
    expect(work.slotCapacitySeconds).toBe(40 * 3);
  });

  it('burns for requests and beside them', () => {
    expect(burnedVcpuSeconds({ ...noWork(), busyVcpuSeconds: 3, backgroundVcpuSeconds: 4, slotSeconds: 9 })).toBe(7);
  });
});
