import { describe, expect, it } from 'vitest';
import type { PolicySpec } from '../../src/policy/policySpec.js';
import { lagRowSchema } from '../../src/results/lagBudget.js';
import { callMeasures } from '../../src/results/measures/calls.js';
import { featureMeasures } from '../../src/results/measures/features.js';
import { measures as allMeasures } from '../../src/results/measures/index.js';
import { sessionMeasures } from '../../src/results/measures/sessions.js';
import { tokenMeasures } from '../../src/results/measures/tokens.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { runWithLua } from '../support/runWithLua.js';

/** 8/s until 300 s, then 32/s: one instance serves 10/s, so one is needed and then four. */
const jump: ScenarioInput = {
  name: 'jump',
  duration: '1200s',
  warmup: '60s',
  traffic: {
    load: {
      executor: 'ramping-arrival-rate',
      startRate: 8,
      stages: [
        { duration: '300s', target: 8 },
        { duration: '0s', target: 32 },
        { duration: '900s', target: 32 },
      ],
    },
  },
  requests: { page: { route: 'web', cpu: '100ms' } },
  services: {
    web: {
      instance: { startup: '40s', slowStart: { for: '20s', factor: 2 }, price: 3.6 },
      scaling: { min: 1, max: 10 },
    },
  },
  telemetry: { scrape: '15s', window: '30s', delay: '5s', phase: '0s' },
  cloud: { api: { latency: '2s' } },
  slo: { latency: '1s', objective: 0.9 },
};

/** Wants five from 390 s on; a rate limit of its own lets it have three first. */
const stepper = `return { every = "30s", decide = function(o)
  if o.time >= 420 then return { desired = 5 } end
  if o.time >= 390 then return { desired = 3, heldBy = "limit" } end
end }`;

const sum = (values: readonly (number | null | undefined)[]) =>
  values.reduce((total: number, value) => total + (value ?? Number.NaN), 0);

describe('the measures of a run', () => {
  const run = runWithLua(jump, stepper);
  const { measures, nulls, detail } = run;

  it('are all there, each with a value or a reason', () => {
    const ofFeatures = new Set([
      'requests_rate_limited',
      'requests_shed',
      'requests_cached',
      'answers_wrong_cached',
      ...[...featureMeasures, ...callMeasures, ...tokenMeasures].map(({ name }) => name),
    ]);
    const ofSessions = new Set(sessionMeasures.map(({ name }) => name));
    const isOfOthers = (name: string) => /^(nodes_|cost_nodes_|lag_node_|provider_)/.test(name) || ofSessions.has(name);
    const names = allMeasures.map(({ name }) => name).filter((name) => !ofFeatures.has(name) && !isOfOthers(name));
    expect(Object.keys(measures)).toEqual(names);
    for (const [name, value] of Object.entries(measures)) expect(value === null, name).toBe(nulls[name] !== undefined);
  });

  it('compare needed and ready as by hand', () => {
    // Ready: 1 until 432 s (390 + 2 + 40), 3 until 462 s, then 5. Needed: 1, and 4 from 300 s on. Span 1140 s.
    expect(measures.under_provisioned_percent).toBeCloseTo((100 * (132 * 0.75 + 30 * 0.25)) / 1140, 6);
    expect(measures.over_provisioned_percent).toBeCloseTo((100 * 738 * 0.25) / 1140, 6);
    expect(measures.under_provisioned_time_percent).toBeCloseTo((100 * 162) / 1140, 6);
    expect(measures.over_provisioned_time_percent).toBeCloseTo((100 * 738) / 1140, 6);
    // Steps of 60 s from 60 s on: needed moves in the fifth, ready in the seventh; 19 whole steps.
    expect(measures.instability_percent).toBeCloseTo((100 * 2) / 19, 6);
    expect(measures.jitter_per_hour).toBeCloseTo((2 - 1) / (1140 / 3600), 6);
    expect(measures.scale_events_per_hour).toBeCloseTo(2 / (1140 / 3600), 6);
    // Near four instances, to one, from 432 s on.
    expect(measures.settling_time_s).toBeCloseTo(132, 6);
    expect(measures.overshoot_percent).toBeCloseTo(25, 6);
  });

  it('walk the rise back to its parts', () => {
    // The scrape at 330 s is the first whose window lies after the jump; it shows at 335 s. Held back at 390 s,
    // granted at 420 s, launched at 422 s, ready at 462 s, at full speed 20 s later.
    expect(measures.lag_metric_s).toBeCloseTo(35, 6);
    expect(measures.lag_decision_s).toBeCloseTo(55, 6);
    expect(measures.lag_limit_s).toBeCloseTo(30, 6);
    expect(measures.lag_api_s).toBeCloseTo(2, 6);
    expect(measures.lag_startup_s).toBeCloseTo(40, 6);
    expect(measures.lag_slow_start_s).toBe(20);
    expect(measures.lag_total_s).toBeCloseTo(182, 6);
    expect(measures.lag_unanswered_count).toBe(0);
    expect(detail?.lagBudget.map((row) => lagRowSchema.parse(row))).toMatchObject([
      { time_s: 300, service: 'web', needed_from: 1, needed_to: 4, total_s: 182 },
    ]);
  });

  it('split the cost into parts that sum to it', () => {
    const parts = ['useful', 'idle', 'startup', 'drain', 'wasted', 'minimum_charge'].map(
      (part) => measures[`cost_${part}_usd`],
    );
    expect(sum(parts)).toBeCloseTo(measures.cost_usd ?? Number.NaN, 9);
    // Four launches of 40 s at 3.60 USD an hour, a tenth of a cent a second.
    expect(measures.cost_startup_usd).toBeCloseTo(4 * 40 * 0.001, 9);
    // Every request takes 100 ms of its vCPU, and up to twice that on an instance in slow start.
    expect(measures.cost_useful_usd).toBeGreaterThanOrEqual((8 * 240 + 32 * 900) * 0.1 * 0.001 * 0.95);
    expect(measures.cost_useful_usd).toBeLessThanOrEqual((8 * 240 + 32 * 900) * 0.1 * 0.001 * 1.1);
  });

  it('state the least cost in hindsight', () => {
    // One for 240 s and four for 900 s, and three startups of 40 s.
    expect(measures.oracle_cost_usd).toBeCloseTo((240 + 3600 + 120) * 0.001, 9);
    const ratio = (measures.cost_usd ?? 0) / (measures.oracle_cost_usd ?? 1) - 1;
    expect(measures.regret_ratio).toBeCloseTo(ratio, 9);
  });

  it('spend the error budget as the good share says', () => {
    expect(measures.error_budget_used_ratio).toBeCloseTo((1 - (measures.slo_attainment ?? 0)) / 0.1, 9);
    expect(measures.apdex).toBeGreaterThanOrEqual(measures.slo_attainment ?? 1);
    expect(measures.apdex).toBeLessThanOrEqual(1);
    expect(nulls.burn_rate_max_1h).toBe('the span is shorter than 1 h');
  });

  it('show no regret below 0 of a fleet that always has enough', () => {
    const services = { web: { ...jump.services.web, scaling: { min: 4, max: 4 } } };
    const { measures: constant } = runWithLua({ ...jump, services });
    expect(constant.under_provisioned_percent).toBe(0);
    expect(constant.regret_ratio).toBeGreaterThanOrEqual(0);
  });
});

describe('measures against the demand curve', () => {
  it('have no value in a closed loop, and say why', () => {
    const { measures, nulls } = runWithLua({ ...jump, traffic: { users: { executor: 'constant-vus', vus: 2 } } });
    for (const name of ['under_provisioned_percent', 'regret_ratio', 'lag_total_s', 'settling_time_s']) {
      expect(measures[name], name).toBeNull();
      expect(nulls[name], name).toMatch(/not known in advance/);
    }
  });

  it('count a rise that was never answered, and let it last to the end', () => {
    const { measures, nulls, detail } = runWithLua(jump);
    expect(measures.lag_unanswered_count).toBe(1);
    expect(measures.lag_rises_count).toBe(1);
    expect(measures.lag_total_s).toBeCloseTo(900, 6);
    expect(detail?.lagBudget.map((row) => lagRowSchema.parse(row))).toMatchObject([
      { time_s: 300, total_s: null, parts: null, unanswered_s: 900 },
    ]);
    expect(nulls.settling_time_s).toBe('had not settled at the end');
  });

  it('are told for each service and for all together', () => {
    const { web } = jump.services;
    const input: ScenarioInput = {
      ...jump,
      requests: { page: { route: { web: 0.5, api: 0.5 }, cpu: '100ms' } },
      services: { web, api: { ...web, scaling: { min: 3 } } },
    };
    const { measures, notes } = runWithLua(input);
    // 16/s each from 300 s on: two are needed. One service is one short, the other has one or two to spare.
    expect(measures['services.web.under_provisioned_percent']).toBeCloseTo((100 * 900 * 0.5) / 1140, 6);
    expect(measures['services.api.under_provisioned_percent']).toBe(0);
    expect(measures.under_provisioned_percent).toBeCloseTo((100 * 900) / 1140 / 5, 6);
    expect(sum([measures['services.web.oracle_cost_usd'], measures['services.api.oracle_cost_usd']])).toBeCloseTo(
      measures.oracle_cost_usd ?? Number.NaN,
      9,
    );
    expect(notes.filter((note) => note.startsWith('demand curve: '))).toHaveLength(2);
  });
});

describe('recovery', () => {
  const faults: ScenarioInput['faults'] = [{ at: '600s', kind: 'crash', fraction: 1 }];
  const services = { web: { ...jump.services.web, scaling: { min: 5 } } };

  it('is told of each fault and, the longest, as a measure', () => {
    const { measures, detail } = runWithLua({ ...jump, services, faults });
    const [event] = detail?.events ?? [];
    expect(event).toMatchObject({ time_s: 600, kind: 'crash' });
    // Nobody answers for 42 s; then five instances in slow start.
    expect(event.recovery_s).toBeGreaterThan(0);
    expect(measures.recovery_s).toBe(event.recovery_s);
  });

  it('has no value without a fault', () => {
    expect(runWithLua({ ...jump, services }).nulls.recovery_s).toBe('no fault');
  });
});

describe('several services together', () => {
  const { web } = jump.services;
  // The load goes to one first and to the other later; each has six instances while it has it.
  const seesaw = (low: number, high: number) =>
    `return { decide = function(o) return o.time < 400 and ${low} or o.time < 800 and ${high} or ${low} end }`;
  const lua = (code: string) => ({ kind: 'lua', fileName: 'a.lua', path: 'a.lua', code, params: {} }) as const;

  it('have the most that were ready at once as their peak, not the sum of peaks at other times', () => {
    const run = runWithLua(
      {
        ...jump,
        requests: { page: { route: { web: 0.5, api: 0.5 }, cpu: '10ms' } },
        services: { web, api: { ...web, scaling: { min: 1, max: 9, initial: 6 } } },
      },
      undefined,
      { bindings: { web: lua(seesaw(1, 6)), api: lua(seesaw(6, 1)) } },
    );
    const { measures } = run;
    const [ofWeb, ofApi] = [measures['services.web.instances_peak'], measures['services.api.instances_peak']];
    expect([ofWeb, ofApi]).toEqual([6, 6]);
    const ready = (run.detail?.timeline ?? []).map((one) => one.ready);
    const seen = Math.max(...ready[0].map((count, step) => count + ready[1][step]).slice(6));
    expect(measures.instances_peak).toBeGreaterThanOrEqual(seen);
    expect(measures.instances_peak).toBeLessThan(12);
  });

  it('count cold starts among the requests of those that have any', () => {
    const { measures } = runWithLua({
      ...jump,
      requests: { page: { route: { web: 0.9, api: 0.1 }, cpu: '10ms' } },
      services: {
        web,
        api: {
          instance: { concurrency: 1, startup: '1s' },
          scaling: { min: 0, max: 9, perRequest: { idleTimeout: '1s' } },
        },
      },
    });
    expect(measures.cold_start_probability).toBeGreaterThan(0);
    expect(measures.cold_start_probability).toBe(measures['services.api.cold_start_probability']);
  });
});

describe('a policy that waits before it grows', () => {
  /** Wants enough from 420 s on, and says before how it was held. */
  const waiting = {
    lua: (said: string) =>
      `return { every = "30s", decide = function(o) if o.time >= 420 then return 5 end return { desired = 1, ${said.replace(/:/g, ' =')} } end }`,
    typescript: (said: string) =>
      `module.exports = { every: '30s', decide: (o) => o.time >= 420 ? 5 : { desired: 1, ${said} } };`,
  };
  const limitOf = (kind: 'lua' | 'typescript', said: string) => {
    const spec: PolicySpec = { kind, fileName: 'own', path: 'own', code: waiting[kind](said), params: {} };
    return runWithLua(jump, undefined, { bindings: { '*': spec } }).measures.lag_limit_s;
  };

  it.each(['lua', 'typescript'] as const)('is held back where it says so, not where its words sound so: %s', (kind) => {
    expect(limitOf(kind, "reason: 'capped at the limit', rule: 'cooldown, maximum, paused'")).toBe(0);
    // The rise is at 300 s, and enough is asked for at 420 s: all of it is the cooldown's.
    expect(limitOf(kind, "heldBy: 'cooldown'")).toBeCloseTo(120, 6);
  });
});
