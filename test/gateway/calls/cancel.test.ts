import { describe, expect, it } from 'vitest';
import type { RunEventLine } from '../../../src/record/runEvents.js';
import { callScenario, runCalls } from './callRuns.js';

type Parts = Parameters<typeof callScenario>[0];

/** `page` calls `row`, which calls `leaf`; the page's client waits 50 ms. */
const chain = (call: object, parts: { row?: object; more?: object; db?: object } = {}) =>
  callScenario({
    duration: '20s',
    gateway: {},
    services: { web: { gateway: { timeout: '50ms' } }, db: parts.db ?? {}, disk: {} },
    requests: {
      page: { route: 'web', calls: [{ request: 'row', ...call }] },
      row: { route: 'db', io: '200ms', ...parts.row },
      leaf: { route: 'disk', io: '300ms' },
    },
    ...parts.more,
  } as unknown as Parts);

describe('a call with `cancel: true`', () => {
  it('ends with the timeout of its caller: its slot is free, and the caller ends, too', () => {
    const stays = runCalls(chain({})).measures;
    const { measures } = runCalls(chain({ cancel: true }));
    expect(stays['services.db.in_system_mean']).toBeCloseTo(10 * 0.2, 2);
    expect(measures['services.db.in_system_mean']).toBeCloseTo(10 * 0.05, 2);
    expect(measures['services.db.requests_abandoned']).toBe(measures.requests_timed_out);
    expect(measures.requests_timed_out).toBe(stays.requests_timed_out);
  });

  it('keeps the cpu that it used: 50 ms of its 200 ms', () => {
    const { measures } = runCalls(chain({ cancel: true }, { row: { io: '0s', cpu: '90ms' } }));
    expect(measures['services.db.utilization_mean']).toBeCloseTo(0.5, 2);
  });

  it('leaves a queue, and whoever waits behind it comes earlier', () => {
    const db = { instance: { concurrency: 1 } };
    const { measures } = runCalls(chain({ count: 3, mode: 'parallel', cancel: true }, { db }));
    // Ten a second, and none that came before the last 50 ms is left.
    expect(measures['services.db.requests_unfinished']).toBe(0);
    expect(measures['services.db.requests_abandoned']).toBe(measures.calls);
  });

  it('ends its own calls that say so, and leaves those that do not', () => {
    const leaf = (more: object) => ({ row: { calls: [{ request: 'leaf', ...more }] } });
    const both = runCalls(chain({ cancel: true }, leaf({ cancel: true }))).measures;
    expect(both['services.disk.in_system_mean']).toBeCloseTo(10 * 0.05, 2);
    const one = runCalls(chain({ cancel: true }, leaf({}))).measures;
    expect(one['services.disk.in_system_mean']).toBeCloseTo(10 * 0.3, 1);
  });

  it('is not made any more by a caller that was given up, and others are', () => {
    const calls = [
      { request: 'row', timeout: '80ms', onError: 'ignore' },
      { request: 'leaf', cancel: true },
    ];
    const page = { route: 'web', calls };
    const row = { route: 'db', io: '200ms' };
    const input = chain({}, { more: { requests: { page, row, leaf: { route: 'disk', io: '1ms' } } } });
    expect(runCalls(input).measures['services.disk.requests_offered']).toBe(0);
  });

  it('ends with the abort of its caller', () => {
    const faults = [{ kind: 'crash', at: '10.01s', service: 'web', count: 1 }];
    const events: RunEventLine[] = [];
    const services = { web: {}, db: {}, disk: {} };
    runCalls(chain({ cancel: true }, { more: { faults, services } }), { events });
    const cancelled = events.filter(({ kind }) => kind === 'cancelled');
    expect(cancelled.map(({ time_s }) => time_s)).toEqual([10.01, 10.01]);
  });

  it('is tried no more', () => {
    const call = { cancel: true, timeout: '20ms', retries: { attempts: 9, backoff: { base: '20ms' } } };
    const { measures } = runCalls(chain(call));
    // At 0 and 40 ms.
    expect(measures.call_tries).toBe(2 * (measures.calls ?? 0));
  });
});
