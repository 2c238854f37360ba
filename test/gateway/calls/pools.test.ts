import { describe, expect, it } from 'vitest';
import type { RunEventLine } from '../../../src/record/runEvents.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { checkRules } from '../../../src/scenario/rules.js';
import { callScenario, runCalls } from './callRuns.js';

type Parts = Parameters<typeof callScenario>[0];

/** `page` calls `row`, over a pool at each instance of web. */
const pooled = (parts: { web?: object; call?: object; row?: object; page?: object; more?: object; rate?: number }) =>
  callScenario({
    duration: '20s',
    traffic: {
      users: { executor: 'constant-arrival-rate', rate: parts.rate ?? 10, arrivals: 'even', request: 'page' },
    },
    services: {
      web: { instance: { poolTo: { db: 3 } }, ...parts.web },
      db: {},
    },
    requests: {
      page: { route: 'web', calls: [{ request: 'row', ...parts.call }], ...parts.page },
      row: { route: 'db', io: '100ms', ...parts.row },
    },
    ...parts.more,
  } as unknown as Parts);

describe('a pool of connections', () => {
  it.each([
    [1, 3],
    [2, 3],
    [3, 1],
    [2, 5],
  ])('caps calls at instances x n / s: %i x %i / 100 ms', (instances, n) => {
    const input = pooled({
      rate: 400,
      web: { instance: { poolTo: { db: n } }, scaling: { min: instances } },
    });
    const { measures } = runCalls(input);
    // All that ended within 20 s but the last, which began before its end.
    expect(measures['services.db.requests_completed']).toBe((instances * n * 20) / 0.1 - instances * n);
  });

  it('holds nobody back who finds a place', () => {
    const plain = runCalls(pooled({ rate: 30, web: { instance: {} } })).measures;
    expect(runCalls(pooled({ rate: 30, web: { instance: { poolTo: { db: 4 } } } })).measures).toEqual(plain);
  });

  it('is counted: how long calls waited, and how long it was full with others behind, in the span', () => {
    // Each 100 ms three calls at once over one connection, 10 ms each: they wait 0, 10 and 20 ms.
    const thrice = {
      web: { instance: { poolTo: { db: 1 } } },
      call: { count: 3, mode: 'parallel' },
      row: { io: '10ms' },
    };
    const [pool] = runCalls(pooled({ ...thrice, more: { warmup: '5s' } })).callGraph?.pools ?? [];
    expect([pool.from, pool.to, pool.size]).toEqual(['web', 'db', 1]);
    expect(pool.waitedSeconds).toBeCloseTo(150 * 0.03, 6);
    expect(pool.fullSeconds).toBeCloseTo(150 * 0.02, 6);
    expect(pool.openSeconds).toBeCloseTo(15, 6);
    const twice = { ...thrice, web: { instance: { poolTo: { db: 1 } }, scaling: { min: 2, max: 2 } } };
    // Its instance gone, a pool is no more; there are two, each with half of the calls, and one ends at 12.5 s.
    const faults = [{ kind: 'crash', at: '12.53s', count: 1, service: 'web' }];
    const lost = { faults, gateway: { balancer: 'round-robin' } };
    const slow = { ...twice, row: { io: '70ms' }, more: lost };
    const [crashed] = runCalls(pooled(slow)).callGraph?.pools ?? [];
    expect(crashed.openSeconds).toBeLessThan(2 * 20);
    expect(crashed.fullSeconds).toBeLessThanOrEqual(crashed.openSeconds);
    expect(crashed.waitedSeconds).toBeGreaterThan(crashed.fullSeconds);
    const pools = runCalls(pooled({ rate: 10 })).callGraph?.pools;
    expect(pools).toEqual([]);
  });

  it('is first come, first served, and each wait is one of the call', () => {
    const events: RunEventLine[] = [];
    const input = pooled({ web: { instance: { poolTo: { db: 1 } } }, call: { count: 4, mode: 'parallel' }, rate: 1 });
    const { measures } = runCalls(input, { events });
    const begun = events.flatMap((event) => (event.kind === 'begin' && event.service === 'db' ? [event] : []));
    const first = begun.slice(0, 4).map(({ time_s }) => time_s);
    expect(first.map((seconds) => Number((seconds - first[0]).toFixed(6)))).toEqual([0, 0.1, 0.2, 0.3]);
    const tried = events.flatMap((event) => (event.kind === 'try' && event.service === 'db' ? [event.request] : []));
    expect(begun.map(({ request }) => request)).toEqual(tried.slice(0, begun.length));
    expect(measures.latency_max_ms).toBeCloseTo(400, 6);
    // 0, 100, 200 and 300 ms of the four.
    expect(measures['services.db.latency_mean_ms']).toBeCloseTo(250, 6);
  });

  it('is waited for within the timeout of the call: who waits too long is never sent', () => {
    const call = { count: 5, mode: 'parallel', timeout: '250ms', onError: 'ignore' };
    const { measures } = runCalls(pooled({ web: { instance: { poolTo: { db: 1 } } }, call, rate: 1 }));
    // Sent at 0, 100 and 200 ms; the third is given up in flight, the other two in the line.
    expect(measures['services.db.requests_completed']).toBe(2 * 20);
    expect(measures['services.db.requests_timed_out']).toBe(3 * 20);
    expect(measures.latency_max_ms).toBeCloseTo(250, 6);
  });

  it('has its place back while a call pauses before its next try', () => {
    const call = { count: 2, retries: { attempts: 2, backoff: { base: '1s' } }, mode: 'parallel', onError: 'ignore' };
    const parts = { web: { instance: { poolTo: { db: 1 } } }, call, row: { io: '100ms', errorRate: 1 }, rate: 0.5 };
    // 0..100, 100..200, then 1100..1200 and 1200..1300.
    expect(runCalls(pooled(parts)).measures.latency_max_ms).toBeCloseTo(1300, 6);
  });

  it('is empty after a crash, and the calls that waited are given up', () => {
    const faults = [{ kind: 'crash', at: '10.05s', service: 'web', count: 1 }];
    const { measures } = runCalls(pooled({ rate: 60, more: { faults } }), { count: 1 });
    const name = (word: string) => measures[`services.db.requests_${word}`] ?? 0;
    // 30 a second get through of 60; what waited at 10.05 s is given up at once.
    expect(name('abandoned')).toBeGreaterThan(250);
    expect(name('offered')).toBe(name('completed') + name('abandoned') + name('unfinished'));
    expect(name('completed')).toBeGreaterThan(500);
  });

  it('sends nothing while its instance is paused', () => {
    const faults = [{ kind: 'pause', at: '1.05s', for: '1s', service: 'web', fraction: 1 }];
    const events: RunEventLine[] = [];
    const parts = { web: { instance: { poolTo: { db: 1 } } }, call: { count: 2, mode: 'parallel' }, rate: 1 };
    runCalls(pooled({ ...parts, more: { duration: '3s', faults } }), { events });
    const begun = events.flatMap((event) => (event.kind === 'begin' && event.service === 'db' ? [event.time_s] : []));
    // The second call of 1 s, when the pause is over, before those of 2 s.
    expect(begun.slice(2, 4)).toEqual([1, 2.05]);
  });

  it('to a service that is none is an error with the nearest name, and to one that nobody calls a warning', () => {
    const parts = (poolTo: object) => pooled({ web: { instance: { poolTo } } });
    expect(() => parseScenario(parts({ bd: 3 }))).toThrow(/"bd" is not a service[\s\S]*Did you mean "db"/);
    const codes = checkRules(parseScenario(parts({ db: 3, web: 2 }))).map(({ code, path }) => [code, path.join('.')]);
    expect(codes).toEqual([['no-effect', 'services.web.instance.poolTo.web']]);
  });
});
