import { describe, expect, it } from 'vitest';
import { pooledCallGraph } from '../../../src/results/callGraph.js';
import type { RunResult } from '../../../src/results/runResult.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { callScenario, runCalls } from './callRuns.js';

const tiers = { web: { scaling: {} }, store: { scaling: {} }, db: { scaling: {} } };
/** One request a second, so that none meets another. */
const rare = { users: { executor: 'constant-arrival-rate', rate: 1, arrivals: 'even', request: 'checkout' } } as const;

function run(requests: object, change: Partial<ScenarioInput> = {}): RunResult {
  return runCalls(
    callScenario({
      duration: '100s',
      services: tiers,
      requests: requests as ScenarioInput['requests'],
      traffic: rare,
      ...change,
    }),
  );
}

function partsOf({ measures }: RunResult): (number | null | undefined)[] {
  return Object.keys(tiers).map((name) => measures[`services.${name}.latency_part_ms`]);
}

function expectParts(result: RunResult, expected: readonly number[]): void {
  for (const [index, part] of partsOf(result).entries()) expect(part).toBeCloseTo(expected[index], 6);
  const total = expected.reduce((sum, part) => sum + part, 0);
  for (const [index, name] of Object.keys(tiers).entries())
    expect(result.measures[`services.${name}.latency_share`]).toBeCloseTo(expected[index] / total, 9);
}

function edgesOf(result: RunResult) {
  return pooledCallGraph([result.callGraph], result.callGraph)?.edges ?? [];
}

describe('the share of latency by service', () => {
  it('is what each takes by itself where calls follow one another', () => {
    // 10 of its own and 3 calls of 5 each, which take 2 of their own and a call of 3.
    const result = run({
      checkout: { route: 'web', cpu: '4ms', io: '6ms', calls: [{ request: 'stock', count: 3 }] },
      stock: { route: 'store', io: '2ms', calls: [{ request: 'row' }] },
      row: { route: 'db', io: '3ms' },
    });
    expectParts(result, [10, 6, 9]);
    expect(result.measures.latency_mean_ms).toBeCloseTo(25, 6);
  });

  it('counts of calls at once the slowest alone', () => {
    const result = run({
      checkout: {
        route: 'web',
        io: '10ms',
        calls: [{ parallel: [{ request: 'stock', count: 4 }, { request: 'row' }] }],
      },
      stock: { route: 'store', io: '5ms' },
      row: { route: 'db', io: '7ms' },
    });
    expectParts(result, [10, 0, 7]);
  });

  it('follows a call that is given up to the service at the bottom that did not answer', () => {
    // 10 at web, 10 at store, then the database until 100 have passed; and no retry.
    const result = run(
      {
        checkout: { route: 'web', cpu: '10ms', calls: [{ request: 'stock' }] },
        stock: { route: 'store', cpu: '10ms', calls: [{ request: 'row' }] },
        row: { route: 'db', io: '30s' },
      },
      { gateway: { timeout: '100ms' } },
    );
    expectParts(result, [10, 10, 80]);
    expect(result.measures.requests_timed_out).toBe(100);
  });

  it('counts every try of a call, and the pauses between them as its service', () => {
    const retries = { attempts: 2, on: ['timeout'], backoff: { base: '20ms' } };
    const result = run({
      checkout: { route: 'web', cpu: '10ms', calls: [{ request: 'stock', timeout: '50ms', retries }] },
      stock: { route: 'store', cpu: '5ms', calls: [{ request: 'row' }] },
      row: { route: 'db', io: '300ms' },
    });
    // Two tries of 50, of which 5 are of store itself, and 20 between them.
    expectParts(result, [10, 30, 90]);
    const [outer] = edgesOf(result).filter(({ to }) => to === 'store');
    expect(outer).toMatchObject({ tries_per_request: 2, failed_ratio: 1, timed_out_ratio: 1, latency_mean_ms: 120 });
  });

  it('counts what a crash cut off', () => {
    const result = run(
      {
        checkout: { route: 'web', calls: [{ request: 'row' }] },
        row: { route: 'db', io: '100s' },
      },
      {
        duration: '11s',
        faults: [{ kind: 'crash', at: '10.5s', service: 'web', count: 1 }] as ScenarioInput['faults'],
      },
    );
    // Those of the seconds 0 to 10, each until the crash.
    const ages = Array.from({ length: 11 }, (_, second) => 10_500 - 1000 * second);
    expectParts(result, [0, 0, ages.reduce((sum, age) => sum + age, 0) / ages.length]);
  });
});

describe('an edge of the graph', () => {
  it('carries r^k tries at the bottom of k layers that retry', () => {
    const call = (request: string) => [{ request, retries: { attempts: 3, backoff: { base: '1ms' } } }];
    const result = run({
      checkout: { route: 'web', calls: call('stock') },
      stock: { route: 'store', calls: call('row') },
      row: { route: 'db', io: '1ms', errorRate: 1 },
    });
    expect(edgesOf(result).map(({ from, to, tries_per_request }) => [from, to, tries_per_request])).toEqual([
      ['web', 'store', 3],
      ['store', 'db', 9],
    ]);
    expect(result.measures['services.db.tries_per_request']).toBe(9);
    expect(result.measures['services.web.tries_per_request']).toBe(1);
  });

  it('carries no try that its call never made, for its caller had ended', () => {
    const retries = { attempts: 3, backoff: { base: '1s', factor: 1, jitter: 'none' } };
    const result = run(
      {
        checkout: { route: 'web', calls: [{ request: 'row', cancel: true, retries }] },
        row: { route: 'db', io: '10ms', errorRate: 1 },
      },
      { gateway: { timeout: '1500ms' } },
    );
    // Of three tries two come in time, and those of the last seconds not even these.
    const [{ tries_per_second }] = edgesOf(result);
    expect(tries_per_second * 100).toBeCloseTo(result.measures.call_tries ?? 0, 9);
    expect(result.measures.call_tries).toBe(2 * 99 + 1);
  });

  it('is one for each class and service on both sides', () => {
    const result = run({
      checkout: { route: 'web', calls: [{ request: 'stock', count: 2 }, { request: 'price' }] },
      stock: { route: 'store', io: '2ms' },
      price: { route: 'store', io: '4ms', errorRate: 1 },
    });
    expect(edgesOf(result)).toMatchObject([
      { from_class: 'checkout', to_class: 'stock', calls_per_second: 2, failed_ratio: 0, latency_mean_ms: 2 },
      { from_class: 'checkout', to_class: 'price', calls_per_second: 1, failed_ratio: 1, latency_mean_ms: 4 },
    ]);
  });

  it('says which calls nobody waited for in the end', () => {
    const result = run(
      { checkout: { route: 'web', calls: [{ request: 'row' }] }, row: { route: 'db', io: '5s' } },
      {
        duration: '20s',
        faults: [{ kind: 'crash', at: '10.5s', service: 'web', count: 1 }] as ScenarioInput['faults'],
      },
    );
    const [edge] = edgesOf(result);
    // Those of 0 to 5 s and 11 to 14 s were answered; of 6 to 10 s the caller was gone.
    expect(edge.forgotten_ratio).toBeCloseTo(5 / 15, 5);
  });
});

describe('a service with no more to give', () => {
  const slow = {
    checkout: { route: 'web', calls: [{ request: 'row' }] },
    row: { route: 'db', io: '500ms' },
  };
  const fast = {
    users: { executor: 'constant-arrival-rate', rate: 10, arrivals: 'even', request: 'checkout' },
  } as const;
  const limited = { web: { scaling: {}, instance: { concurrency: 100 } }, store: { scaling: {} } };

  it('is saturated from the first window in which its slots are full, and holds those of its callers', () => {
    const result = run(slow, {
      traffic: fast,
      services: { ...limited, db: { scaling: {}, instance: { concurrency: 1 } } } as ScenarioInput['services'],
    });
    const { saturations = [] } = result.callGraph ?? {};
    // 10 a second come and 2 go: of web's 100 slots 80 are held after 10 s and all after 12.5, 97 % of the second window.
    expect(saturations.map(({ service, by, firstSeconds }) => [service, by, firstSeconds])).toEqual([
      ['web', 'slots', 10],
      ['db', 'slots', 0],
    ]);
    expect(result.measures['services.db.saturated_ratio']).toBe(1);
    expect(result.measures['services.web.slots_calling_ratio']).toBeCloseTo(1, 9);
    expect(pooledCallGraph([result.callGraph], result.callGraph)?.saturations[0].service).toBe('db');
  });

  it.each([
    ['ends with a window', '20s', '0s', [0, 20]],
    ['ends with a window after a warm-up that has none', '23.7s', '3.7s', [3.7, 23.7]],
    ['ends within a window', '29s', '0s', [0, 20]],
    ['is one window long', '10s', '0s', [0, 10]],
  ])('is so until the end of a run that %s', (_how, duration, warmup, spell) => {
    const db = { scaling: {}, instance: { concurrency: 1 } };
    const services = { ...limited, db } as ScenarioInput['services'];
    const result = run(slow, { traffic: fast, services, duration, warmup });
    const own = result.callGraph?.saturations.find(({ service }) => service === 'db');
    expect(own?.spells).toEqual([spell]);
    expect(result.measures['services.db.saturated_ratio']).toBe(1);
  });

  it('has none where slots are unlimited and the cpu is idle', () => {
    const result = run(slow, { traffic: fast });
    expect(result.callGraph?.saturations).toEqual([]);
    expect(result.measures['services.db.slots_busy_ratio']).toBeNull();
  });
});
