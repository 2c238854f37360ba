import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { runWithLua } from '../support/runWithLua.js';

/** Users in a closed loop: nobody knows in advance how many instances they need. */
const users = (startup: unknown, max = 10): ScenarioInput =>
  ({
    name: 'users',
    duration: '20m',
    warmup: '1m',
    traffic: { users: { executor: 'constant-vus', vus: 3, think: '5s' } },
    requests: { page: { route: 'web', io: '100ms' } },
    services: { web: { instance: { concurrency: 10, startup }, scaling: { min: 2, max } } },
    cloud: { api: { latency: '5s' } },
  }) as ScenarioInput; // safe: the startup is one that the schema takes

/** Asks for two, from ten minutes on for more, and for fewer again after a while. */
const asks = (more: number, untilSeconds: number) =>
  `return { decide = function(o) return o.time >= 600 and o.time < ${untilSeconds} and ${more} or 2 end }`;

it('a rise of what was asked for is split where the need is not known, its startup by phase', () => {
  const startup = { phases: { node: '60s', image: '30s', weights: '20s' } };
  const { detail } = runWithLua(users(startup), asks(5, 9e9), { detail: true });
  expect(detail?.lagBudget).toEqual([
    {
      time_s: 600,
      service: 'web',
      since: 'decision',
      needed_from: 2,
      needed_to: 5,
      total_s: 115,
      parts: { metric_s: 0, decision_s: 0, limit_s: 0, api_s: 5, startup_s: 110, slow_start_s: 0 },
      startup_phases_s: { node: 60, image: 30, weights: 20 },
    },
  ]);
});

it('asked for more than the maximum, it is the rise to the maximum', () => {
  const { detail } = runWithLua(users('1m', 4), asks(40, 9e9), { detail: true });
  expect(detail?.lagBudget).toMatchObject([{ needed_from: 2, needed_to: 4, total_s: 65 }]);
});

it('asked for less before they were ready, it was never answered', () => {
  const { detail } = runWithLua(users('10m'), asks(5, 720), { detail: true });
  expect(detail?.lagBudget).toMatchObject([{ needed_to: 5, total_s: null, parts: null, unanswered_s: 120 }]);
});

it('always: nobody waits to see or to decide, and the parts are the whole', () => {
  const startup = fc.integer({ min: 0, max: 900 });
  fc.assert(
    fc.property(
      startup,
      fc.integer({ min: 3, max: 14 }),
      fc.integer({ min: 615, max: 1300 }),
      (seconds, more, until) => {
        const { detail } = runWithLua(users(`${seconds}s`), asks(more, until), { detail: true });
        const rows = detail?.lagBudget ?? [];
        expect(rows.length).toBe(1);
        for (const { parts, total_s, needed_to } of rows) {
          expect(needed_to).toBe(Math.min(10, more));
          if (parts === null) continue;
          expect([parts.metric_s, parts.decision_s]).toEqual([0, 0]);
          expect(Object.values(parts).reduce((sum: number, part) => sum + (part ?? 0), 0)).toBeCloseTo(
            total_s ?? Number.NaN,
            9,
          );
        }
      },
    ),
    { numRuns: 20 },
  );
});
