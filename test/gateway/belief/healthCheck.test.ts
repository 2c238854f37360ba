import { describe, expect, it } from 'vitest';
import { type Assembly, assemble } from '../../../src/engine/assemble.js';
import { checkConservation } from '../../../src/engine/checkConservation.js';
import { planFaults } from '../../../src/engine/planFaults.js';
import type { RunInput } from '../../../src/engine/runInput.js';
import { runOnce } from '../../../src/engine/runOnce.js';
import { Streaks } from '../../../src/gateway/belief/streaks.js';
import * as rank from '../../../src/kernel/rank.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';

const balancersTried = [
  'round-robin',
  'random',
  'least-requests',
  'power-of-two',
  'peak-ewma',
  'weighted-round-robin',
] as const;

type Parts = Partial<ScenarioInput> & { readonly instance?: object };

/** 40 evenly spaced requests a second that take 20 ms each, over 4 instances in turn. */
function inputOf({ instance, ...parts }: Parts, replication = 0): RunInput {
  const scenario = parseScenario({
    name: 'checked',
    duration: '60s',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 40, arrivals: 'even' } },
    requests: { work: { route: 'web', io: '20ms' } },
    services: { web: { instance: { ...instance }, scaling: { min: 0, initial: 4, max: 8 } } },
    ...parts,
  });
  return { scenario, scenarioFolder: '.', bindings: {}, replication, detail: false };
}

const measuresOf = (parts: Parts, replication = 0) => runOnce(inputOf(parts, replication)).measures;

function finished(input: RunInput, plan: (assembly: Assembly) => void): Assembly {
  const assembly = assemble(input, []);
  planFaults(assembly);
  plan(assembly);
  assembly.loop.run();
  checkConservation(assembly);
  return assembly;
}

describe('what is believed after checks', () => {
  it.each([
    { name: 'the first decides', begin: undefined, checks: '-', good: [false] },
    { name: 'the first decides', begin: undefined, checks: '+', good: [true] },
    { name: 'three failures in a row', begin: true, checks: '--+---', good: [true, true, true, true, true, false] },
    { name: 'two successes in a row', begin: false, checks: '+-++-', good: [false, false, false, true, true] },
  ])('$name: $checks', ({ begin, checks, good }) => {
    const streaks = new Streaks({ good: 2, bad: 3 });
    streaks.begin(0, begin);
    const seen = [...checks].map((check) => {
      streaks.note(0, check === '+');
      return streaks.isGood(0);
    });
    expect(seen).toEqual(good);
  });
});

describe('a crash that only checks find', () => {
  const faults: ScenarioInput['faults'] = [{ kind: 'crash', at: '10.001s', count: 1 }];
  /** So that none takes a share of the requests in its stead. */
  const instance = { startup: '10m' };

  it('costs the share of the instance until its third check in a row fails, (unhealthy - 1/2) x interval on average', () => {
    const gateway = { healthCheck: { interval: '4s', unhealthy: 3 } };
    const lost = Array.from(
      { length: 24 },
      (_, run) => measuresOf({ gateway, faults, instance }, run).requests_to_dead ?? 0,
    );
    for (const count of lost) {
      expect(count).toBeGreaterThanOrEqual(10 * 8 - 1);
      expect(count).toBeLessThanOrEqual(10 * 12 + 1);
    }
    const mean = lost.reduce((sum, count) => sum + count, 0) / lost.length;
    // Uniform over an interval: standard error 10 x 4 / sqrt(12 x 24), times 4.
    expect(Math.abs(mean - 100)).toBeLessThan(10);
  });

  it('takes the connect timeout longer where nothing answers', () => {
    const healthCheck = { interval: '4s', unhealthy: 3, timeout: '1s' };
    const lostOf = (connectTimeout?: string) =>
      measuresOf({ gateway: { healthCheck, ...(connectTimeout && { connectTimeout }) }, faults, instance })
        .requests_to_dead ?? 0;
    expect(Math.abs(lostOf('500ms') - lostOf() - 5)).toBeLessThanOrEqual(1);
    // No check waits longer than its timeout.
    expect(Math.abs(lostOf('30s') - lostOf() - 10)).toBeLessThanOrEqual(1);
  });
});

describe('checks that pass', () => {
  it.each(balancersTried.flatMap((name) => [undefined, {}].map((queue) => ({ name, queue }))))(
    'change no measure but their count: $name, queue $queue',
    ({ name, queue }) => {
      const gateway = { balancer: name, ...(queue && { queue }) };
      const parts: Parts = { gateway, instance: { concurrency: 2 } };
      const { requests_to_dead, health_checks, ...checked } = measuresOf({
        ...parts,
        gateway: { ...gateway, healthCheck: { interval: '2s' } },
      });
      expect(requests_to_dead).toBe(0);
      // 4 instances, 60 s, every 2 s.
      expect(health_checks).toBe(120);
      expect(checked).toEqual(measuresOf(parts));
    },
  );

  it('burn their cpu, and it is in the work of the instances', () => {
    const requests = { work: { route: 'web', cpu: '5ms' } };
    const workOf = (cpu: string) =>
      finished(inputOf({ requests, gateway: { healthCheck: { interval: '1s', cpu } } }), () => {}).services[0].fleet;
    const [idle, burning] = ['0s', '100ms'].map((cpu) => workOf(cpu).workTotals().busyVcpuSeconds);
    expect(burning - idle).toBeCloseTo(4 * 60 * 0.1, 0);
  });
});

describe('an instance whose slots are all taken', () => {
  it.each([
    { timeout: '1s', isOut: true },
    { timeout: '3s', isOut: false },
  ])(
    'answers a check within 2 s, the time of a request: with a timeout of $timeout out is $isOut',
    ({ timeout, isOut }) => {
      const input = inputOf({
        traffic: { load: { executor: 'constant-arrival-rate', rate: 8, arrivals: 'even' } },
        requests: { work: { route: 'web', io: '2s' } },
        instance: { concurrency: 1, queue: 0 },
        gateway: { healthCheck: { interval: '3s', timeout, unhealthy: 1, healthy: 1 }, panic: 0 },
      });
      const standings: boolean[] = [];
      finished(input, ({ calendar, table, services }) =>
        calendar.at(8.99, rank.record, () => {
          standings.push(...services[0].fleet.ready.map((instance) => (table.standing[instance] & 4) !== 0));
        }),
      );
      expect(standings.some((isUnhealthy) => isUnhealthy)).toBe(isOut);
    },
  );
});

describe('a new instance', () => {
  it('takes nothing until its first check, within an interval', () => {
    const input = inputOf({ gateway: { healthCheck: { interval: '5s' } }, instance: { startup: '3s' } });
    const begun: number[] = [];
    const assembly = finished(input, (made) => {
      made.calendar.at(10, rank.decide, () => made.services[0].fleet.accept(8));
      for (const at of [13.01, 19])
        made.calendar.at(at, rank.record, () => {
          for (const instance of made.services[0].fleet.ready.slice(4)) begun.push(made.table.begun[instance]);
        });
    });
    expect(begun.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(Math.min(...begun.slice(4))).toBeGreaterThan(0);
    expect(assembly.services[0].featureCounts.get('requestsToDead')?.()).toBe(0);
  });
});

describe('panic', () => {
  const faults: ScenarioInput['faults'] = [{ kind: 'black-hole', at: '10s', for: '60s', count: 3, checks: 'fail' }];
  const failedOf = (panic?: number) =>
    measuresOf({ gateway: { healthCheck: { interval: '1s' }, ...(panic === undefined ? {} : { panic }) }, faults })
      .requests_failed ?? 0;

  it('sends to all again where three of four are out, so that three quarters fail', () => {
    // Before the third is found two are out, which is no panic: half are in.
    expect(failedOf()).toBeGreaterThan(0.7 * 40 * 50);
  });

  it('switched off leaves it to the one that is well', () => {
    expect(failedOf(0)).toBeLessThan(0.75 * 40 * 4);
  });
});

it.each(balancersTried.flatMap((name) => [undefined, {}].map((queue) => ({ name, queue }))))(
  'everything at once keeps all counts: $name, queue $queue',
  ({ name, queue }) => {
    const input = inputOf({
      requests: { work: { route: 'web', cpu: '4ms', io: '10ms' } },
      instance: { concurrency: 2, startup: '2s', drain: '5s', preStop: '1s' },
      gateway: {
        balancer: name,
        ...(queue && { queue }),
        endpointLag: { uniform: { min: '0s', max: '3s' } },
        connectTimeout: '300ms',
        timeout: '200ms',
        retries: { attempts: 3 },
        healthCheck: { interval: '1s', timeout: '300ms', cpu: '20ms', unhealthy: 2, healthy: 1 },
      },
      faults: [
        { kind: 'crash', every: { constant: '7s' }, count: 1 },
        { kind: 'pause', every: { constant: '3s' }, for: '2s', count: 1 },
        { kind: 'stall', every: { constant: '5s' }, for: '3s', count: 1 },
      ],
    });
    const assembly = finished(input, ({ calendar, services: [{ fleet }] }) => {
      for (let at = 4; at < 60; at += 4) calendar.at(at, rank.decide, () => fleet.accept(3 + ((at / 4) % 5)));
      for (let at = 5; at < 60; at += 5)
        calendar.at(at, rank.fault, () => {
          const [first] = fleet.ready;
          if (first !== undefined) fleet.restart(first, { reason: at % 2 === 0 ? 'oom-kill' : 'liveness' });
        });
    });
    expect(assembly.services[0].featureCounts.get('healthChecks')?.()).toBeGreaterThan(100);
  },
);
