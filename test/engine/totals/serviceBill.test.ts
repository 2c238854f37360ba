import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costPartsOf, sumCostParts } from '../../../src/engine/totals/costParts.js';
import { billNote, type ServiceBill, serviceBill } from '../../../src/engine/totals/serviceBill.js';
import { workOf } from '../../../src/engine/totals/serviceWork.js';
import * as rank from '../../../src/kernel/rank.js';
import type { CostParts } from '../../../src/results/runTotals.js';
import { ranWorld } from './ranWorld.js';

/** A dollar for a thousand seconds. */
const price = 3.6;

interface Setup {
  readonly request?: object;
  readonly instance?: object;
  readonly scaling?: object;
  readonly billing?: object;
  /** Instances that are wanted from these seconds on. */
  readonly wishes?: readonly (readonly [seconds: number, count: number])[];
}

/** Two services that do the same, for ten requests a second each; the second costs nothing. */
function ran({ request = { cpu: '50ms' }, instance = {}, scaling = {}, billing = {}, wishes = [] }: Setup) {
  const load = (name: string) => ({ executor: 'constant-arrival-rate', rate: 10, arrivals: 'even', request: name });
  return ranWorld(
    {
      name: 'bills',
      duration: '100s',
      traffic: { pages: load('page') },
      requests: { page: { route: 'web', ...request } },
      services: {
        web: {
          instance: { vcpus: 2, concurrency: 8, startup: '10s', drain: '5s', price, ...instance },
          scaling: { min: 1, max: 9, initial: 1, ...scaling },
        },
      },
      cloud: { api: { latency: '0s' }, billing: { granularity: '1s', minimum: '0s', from: 'launch', ...billing } },
    },
    ({ calendar, services }) => {
      for (const [seconds, count] of wishes) calendar.at(seconds, rank.decide, () => services[0].fleet.accept(count));
    },
  );
}

function billOf(setup: Setup): ServiceBill {
  const { world, snapshots } = ran(setup);
  const [web] = world.services;
  return serviceBill(web, workOf(world, web, snapshots));
}

function sumOf(parts: CostParts): number {
  return Object.values(parts).reduce<number>((sum, usd) => sum + (usd ?? 0), 0);
}

function expectParts(parts: CostParts, expected: Partial<CostParts>): void {
  for (const [name, usd] of Object.entries(parts))
    expect(usd, name).toBeCloseTo(expected[name as keyof CostParts] ?? 0, 9); // safe: a key of the parts
}

describe('the bill of a service', () => {
  it('is the time of its instances by their price, and what they did of it is useful', () => {
    const { billedSeconds, costUsd, wastedUsd, parts } = billOf({});
    expect([billedSeconds, wastedUsd]).toEqual([100, 0]);
    expect(costUsd).toBeCloseTo(0.1, 12);
    // Half a vCPU of two is busy.
    expectParts(parts, { usefulUsd: 0.025, idleUsd: 0.075 });
  });

  it('has a part for startups and one for what is finished while draining', () => {
    // Two more from 20 s on: 10 s each to start; down again at 60 s, when both still have what they took.
    const { billedSeconds, parts, costUsd } = billOf({
      request: { io: '2s' },
      instance: { concurrency: 100 },
      wishes: [
        [20, 3],
        [60, 1],
      ],
    });
    // 100 s, and twice from 20 s to 60 s; the last requests, taken within 300 ms before, end almost 2 s later.
    expect(billedSeconds).toBeGreaterThanOrEqual(180 + 2 * 1.7);
    expect(billedSeconds).toBeLessThanOrEqual(180 + 2 * 2);
    expect(parts.startupUsd).toBeCloseTo(0.02, 9);
    expect(parts.drainUsd).toBeGreaterThanOrEqual(0.0034 - 1e-9);
    expect(sumOf(parts)).toBeCloseTo(costUsd, 12);
  });

  it('has a part for starts that never served', () => {
    // One more at 20 s, not wanted any more at 25 s.
    const { billedSeconds, wastedUsd, parts } = billOf({
      wishes: [
        [20, 2],
        [25, 1],
      ],
    });
    expect(billedSeconds).toBe(105);
    expect(wastedUsd).toBeCloseTo(0.005, 12);
    expectParts(parts, { usefulUsd: 0.025, idleUsd: 0.075, wastedUsd: 0.005 });
  });

  it('has a part for what is billed beyond the end of a life', () => {
    const { billedSeconds, parts } = billOf({
      request: { io: '2s' },
      instance: { concurrency: 100 },
      billing: { minimum: '60s' },
      wishes: [
        [20, 2],
        [45, 1],
      ],
    });
    // 10 s to start and 15 s to serve, and the minimum of a minute.
    expect(billedSeconds).toBeCloseTo(160, 9);
    expect(parts.startupUsd).toBeCloseTo(0.01, 9);
    expect(parts.minimumChargeUsd + parts.drainUsd).toBeCloseTo(0.035, 9);
    // What it still had took at most 2 s.
    expect(parts.minimumChargeUsd).toBeGreaterThanOrEqual(0.033 - 1e-9);
    expect(parts.drainUsd).toBeGreaterThan(0.0017);
    expect(sumOf(parts)).toBeCloseTo(0.16, 12);
  });

  it('is not negative where nothing is ready', () => {
    const none = { initial: 0, min: 0 };
    const { billedSeconds, costUsd, parts } = billOf({ scaling: none });
    expect([billedSeconds, costUsd]).toEqual([0, 0]);
    expectParts(parts, {});
  });

  it('is of the time with a request inside and of each invocation where it goes by duration', () => {
    const functions = { min: 0, perRequest: { bill: 'duration', pricePerMillion: 20, idleTimeout: '10s' } };
    const setup = { request: { io: '50ms' }, instance: { concurrency: 1, startup: '0s' }, scaling: functions };
    const { billedSeconds, costUsd, wastedUsd, parts } = billOf({
      ...setup,
      scaling: { ...functions, initial: undefined },
    });
    // 1000 of 50 ms, and $20 a million.
    expect(billedSeconds).toBeCloseTo(50, 6);
    expect(costUsd).toBeCloseTo(0.05 + 0.02, 6);
    expect(wastedUsd).toBe(0);
    expectParts(parts, { usefulUsd: costUsd });
  });
});

describe('the parts of a bill', () => {
  const seconds = fc.double({ min: 0, max: 1e6, noNaN: true });

  it('never have more that is useful than was ready', () => {
    const { world } = ran({});
    fc.assert(
      fc.property(seconds, seconds, (requestSeconds, capacitySeconds) => {
        const { usefulUsd, idleUsd } = costPartsOf(world.services[0], { requestSeconds, capacitySeconds });
        expect(usefulUsd + idleUsd).toBeCloseTo(0.1, 9);
        expect(usefulUsd).toBeGreaterThanOrEqual(0);
        expect(idleUsd).toBeGreaterThanOrEqual(0);
        if (requestSeconds > capacitySeconds && capacitySeconds > 0) expect(idleUsd).toBe(0);
        if (capacitySeconds === 0) expect(usefulUsd).toBe(0);
      }),
    );
  });

  it('of several services add up part by part, and nodes are beside them', () => {
    const usd = fc.double({ min: 0, max: 100, noNaN: true });
    const parts = fc.record({
      usefulUsd: usd,
      idleUsd: usd,
      startupUsd: usd,
      drainUsd: usd,
      wastedUsd: usd,
      minimumChargeUsd: usd,
    });
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 3 }), usd, (several, nodesUsd) => {
        const sum = sumCostParts(several, nodesUsd);
        expect(sum.nodesUsd).toBe(nodesUsd);
        const names = ['usefulUsd', 'idleUsd', 'startupUsd', 'drainUsd', 'wastedUsd', 'minimumChargeUsd'] as const;
        for (const name of names) {
          let expected = 0;
          for (const one of several) expected += one[name];
          expect(sum[name], name).toBeCloseTo(expected, 9);
        }
      }),
    );
    expect(sumCostParts([], undefined).nodesUsd).toBeUndefined();
  });
});

describe('how a service is billed, in words', () => {
  it('is said where it scales per request alone', () => {
    const notes = (scaling: object) =>
      billNote(ran({ request: { io: '1ms' }, instance: { concurrency: 1 }, scaling }).world.services[0]);
    expect(notes({})).toEqual([]);
    const idle = { min: 0, initial: undefined, perRequest: { idleTimeout: '10s' } };
    expect(notes(idle)).toEqual([expect.stringContaining('idle time billed')]);
    const duration = { ...idle, perRequest: { ...idle.perRequest, bill: 'duration', pricePerMillion: 20 } };
    expect(notes(duration)).toEqual([expect.stringContaining('$20 a million invocations')]);
  });
});
