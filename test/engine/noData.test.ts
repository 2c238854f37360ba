import { describe, expect, it } from 'vitest';
import { measures } from '../../src/results/measures/index.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { runWithLua } from '../support/runWithLua.js';
import { emptyTotals } from '../support/sampleTotals.js';

/** A fleet of two that scales, breaks and is judged, and to which nobody comes. */
const deserted: ScenarioInput = {
  name: 'deserted',
  duration: '2h',
  traffic: {
    load: { executor: 'ramping-arrival-rate', startRate: 0, stages: [{ duration: '2h', target: 0 }] },
  },
  requests: { page: { route: 'web', cpu: '100ms' } },
  services: { web: { instance: { startup: '10s', price: 1 }, scaling: { min: 1, max: 4, initial: 2 } } },
  faults: [{ at: '30m', kind: 'slow', fraction: 1, factor: 9, for: '1m' }],
  slo: { latency: '200ms', objective: 0.9 },
};

/** Measures that say something though no request came, and why their 0 is a true one. */
const trueZeros: Readonly<Record<string, string>> = {
  requests_offered: 'a count of nothing',
  requests_completed: 'a count of nothing',
  requests_good: 'a count of nothing',
  requests_failed: 'a count of nothing',
  requests_rejected: 'a count of nothing',
  requests_timed_out: 'a count of nothing',
  requests_abandoned: 'a count of nothing',
  requests_aborted: 'a count of nothing',
  requests_unfinished: 'a count of nothing',
  attempts: 'a count of nothing',
  dropped_iterations: 'a count of nothing',
  throughput_per_second: 'nothing was completed, all the time',
  in_system_mean: 'nobody was inside, all the time',
  in_queue_mean: 'nobody waited, all the time',
  utilization_mean: 'the instances were there, and idle',
  instances_busy_mean: 'the instances were there, and idle',
  cost_useful_usd: 'all that was paid was paid for idling',
  waste_usd: 'follows the fleet, not the requests',
  cost_startup_usd: 'follows the fleet, not the requests',
  cost_drain_usd: 'follows the fleet, not the requests',
  cost_wasted_usd: 'follows the fleet, not the requests',
  cost_minimum_charge_usd: 'follows the fleet, not the requests',
  scale_ups: 'the policy was asked, and did nothing',
  scale_downs: 'the policy was asked, and did nothing',
  scale_events_per_hour: 'the policy was asked, and did nothing',
  scaling_reversals: 'the policy was asked, and did nothing',
  wasted_starts: 'the policy was asked, and did nothing',
  actions_clamped: 'the policy was asked, and did nothing',
  actions_throttled: 'the policy was asked, and did nothing',
  actions_refused: 'the policy was asked, and did nothing',
  actions_failed: 'the policy was asked, and did nothing',
  lag_unanswered_count: 'no rise, so none unanswered; lag_rises_count stands beside it',
  lag_rises_count: 'the need is known, and never rose',
  under_provisioned_percent: 'the need is known: min',
  under_provisioned_time_percent: 'the need is known: min',
  instability_percent: 'need and supply are known, and neither moved',
  jitter_per_hour: 'need and supply are known, and neither moved',
};

describe('a measure without data', () => {
  const { measures: values, nulls } = runWithLua(deserted);

  it.each(Object.keys(values))('%s is null with a reason, or a 0 that is true', (name) => {
    const value = values[name];
    if (value === null) expect(nulls[name]).toMatch(/\w/);
    else if (value === 0) expect(trueZeros[name], `${name} is 0 though there is no data`).toBeDefined();
  });

  it('is null in the table of true zeros for none', () => {
    const wrong = Object.keys(trueZeros).filter((name) => values[name] !== 0);
    expect(wrong).toEqual([]);
  });

  it('is null in totals of nothing at all as well', () => {
    // A run without a known need, an instance, or a minute of span.
    for (const totals of [emptyTotals(), emptyTotals({ spanSeconds: 30, windowTotals: new Float64Array(1) })]) {
      for (const { name, compute } of measures) {
        const value = compute(totals);
        // What the scenario has nothing of is not named at all.
        if (value === undefined) expect(Object.hasOwn(values, name), name).toBe(false);
        else if (typeof value !== 'number') expect(value.missing, name).toMatch(/\w/);
        else {
          expect(value, name).toBe(0);
          const isOfFleet = /^(cost_usd|cost_idle_usd|cost_usd_per_month|instance)/.test(name);
          expect(isOfFleet || trueZeros[name] !== undefined, name).toBe(true);
        }
      }
    }
  });
});

describe('traffic too thin for the windows of the SLO', () => {
  const thin = (part: Partial<ScenarioInput>): ScenarioInput => ({
    ...deserted,
    traffic: { load: { executor: 'constant-arrival-rate', rate: 1, timeUnit: '1m', arrivals: 'even' } },
    // Every answer takes 1 s where 200 ms are allowed.
    requests: { page: { route: 'web', io: '1s' } },
    ...part,
  });
  const windowed = ['time_above_slo_s', 'longest_above_slo_s', 'recovery_s'];

  it.each([
    ['a request a minute, all too slow', thin({})],
    ['a run of half a minute', thin({ duration: '30s', faults: [{ at: '10s', kind: 'crash', count: 1 }] })],
    ['a run of one window', thin({ duration: '60s', faults: [{ at: '10s', kind: 'crash', count: 1 }] })],
  ])('gives no "slow for 0 s": %s', (_what, input) => {
    const run = runWithLua(input);
    for (const name of windowed) {
      expect(run.measures[name], name).toBeNull();
      expect(run.nulls[name], name).toMatch(/^no window of 60 s has 20 requests/);
    }
    if (run.measures.requests_offered !== 0) expect(run.measures.slo_attainment).toBe(0);
    for (const event of run.detail?.events ?? []) expect(event).not.toHaveProperty('recovery_s');
  });

  it.each([
    [19, null],
    [20, 60],
  ])('judges one window of %i requests as %s', (count, seconds) => {
    const { measures: values } = runWithLua(
      thin({
        duration: '60s',
        traffic: { load: { executor: 'constant-arrival-rate', rate: count, timeUnit: '1m', arrivals: 'even' } },
      }),
    );
    expect(values.requests_offered).toBe(count);
    expect(values.time_above_slo_s).toBe(seconds);
  });
});
