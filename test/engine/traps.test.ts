import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { runWithLua } from '../support/runWithLua.js';

/** A policy that wants `desired` from its first call at `at` on. */
const decideAt = (at: string, desired: number): string =>
  `return { every = "${at}", decide = function() return ${desired} end }`;

/** Evenly spaced requests of exactly `io`, one slot an instance, one central line. */
function line(parts: {
  rate: number;
  io: string;
  duration: string;
  scaling: object;
  instance?: object;
}): ScenarioInput {
  return {
    name: 'line',
    duration: parts.duration,
    traffic: { load: { executor: 'constant-arrival-rate', rate: parts.rate, arrivals: 'even' } },
    requests: { job: { route: 'desk', io: parts.io } },
    services: { desk: { instance: { concurrency: 1, ...parts.instance }, scaling: parts.scaling } },
    gateway: { queue: {} },
  };
}

describe('what a faster program would get wrong', () => {
  it('a waiting request binds when capacity arrives, not when it came: the line drains through new instances', () => {
    // 10/s on one server of 10/s... 20/s come for 100 s: the line is 1000 long; then nine more serve 100/s against 20/s.
    const { measures } = runWithLua(
      line({ rate: 20, io: '100ms', duration: '200s', scaling: { min: 1, max: 10 } }),
      decideAt('100s', 10),
    );
    // Bound at arrival, the thousand would leave one by one until 200 s. Here the line is gone 1000 / 80 = 12.5 s after.
    expect(measures.requests_unfinished).toBeLessThanOrEqual(3);
    expect(measures.latency_max_ms).toBeLessThan(60_000);
    // The longest wait is that of who came just before 100 s: ahead of it 1000, served at 100/s from then on: 10 s;
    // or of who was served last by the one server alone: it came at t/2 and left at t = 100: 50 s.
    expect(measures.latency_max_ms).toBeGreaterThan(49_000);
  });

  it('a crash takes what is inside with it, even though its end was known', () => {
    const input = line({ rate: 1, io: '40s', duration: '100s', scaling: { min: 60, max: 60 } });
    const { measures } = runWithLua({ ...input, faults: [{ at: '50.5s', kind: 'crash', fraction: 1 }] });
    // Inside at 50.5 s are those that came after 10.5 s; whoever came before is served, and later ones by the replacements.
    const aborted = 40;
    expect(measures.requests_aborted).toBe(aborted);
    // Served: came by 10.5 s, or after the crash and 40 s before the end.
    expect(measures.requests_completed).toBe(
      (measures.requests_offered ?? 0) - aborted - (measures.requests_unfinished ?? 0),
    );
    expect(measures.latency_max_ms).toBe(40_000);
  });

  it('a drain keeps what it holds until it is done, or until its time is up', () => {
    const shrinking = (drain: string) =>
      runWithLua(
        line({
          rate: 2,
          io: '20s',
          duration: '200s',
          scaling: { min: 1, max: 50, initial: 50 },
          instance: { drain },
        }),
        decideAt('100s', 1),
      ).measures;
    // 40 are inside at 100 s; 49 instances leave. Twenty seconds suffice for all, ten for half of them.
    expect(shrinking('20s').requests_aborted).toBe(0);
    expect(shrinking('10s').requests_aborted).toBeGreaterThanOrEqual(18);
    expect(shrinking('10s').requests_aborted).toBeLessThanOrEqual(20);
    expect(shrinking('0s').requests_aborted).toBeGreaterThanOrEqual(38);
  });

  it('every pool grows: a hundred thousand requests inside at once, thousands of instances', () => {
    const { measures } = runWithLua({
      name: 'crowd',
      duration: '20s',
      traffic: { load: { executor: 'constant-arrival-rate', rate: 10_000, arrivals: 'even' } },
      requests: { job: { route: 'desk', io: '1h' } },
      services: { desk: { scaling: { min: 3000 } } },
    });
    expect(measures.requests_unfinished).toBe(200_000);
    expect(measures.in_system_mean).toBeCloseTo(100_000, -2);
  });

  it('a scale-in while the fleet still starts takes the starting ones first', () => {
    const { measures } = runWithLua(
      line({
        rate: 1,
        io: '100ms',
        duration: '300s',
        scaling: { min: 1, max: 9, initial: 3 },
        instance: { startup: '60s' },
      }),
      `return { every = "30s", decide = function(o)
        if o.time == 30 then return 9 elseif o.time == 60 then return 3 end
      end }`,
    );
    expect(measures.wasted_starts).toBe(6);
    expect(measures.instances_mean).toBe(3);
  });
});
