// Checked by the compiler (npm run lint), never run: a line marked as an error that compiles is an error itself.
import { expect, expectTypeOf, it } from 'vitest';
import type {} from '../../src/api/vitest.js';
import {
  type Aggregate,
  compare,
  definePolicy,
  defineScenario,
  type FailedPolicy,
  hasResults,
  judge,
  type PolicyResult,
  type ScenarioResult,
  simulate,
  type ThresholdResult,
  type Verdict,
} from '../../src/index.js';

const base = {
  name: 'shop',
  duration: '10m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 20 } },
  requests: { page: { route: 'web', cpu: '20ms' } },
  services: { web: { instance: { vcpus: 2 } } },
} as const;

it('scenarios', () => {
  defineScenario(base);
  // @ts-expect-error a key with a typo
  defineScenario({ ...base, wramup: '1m' });
  // @ts-expect-error a nested key with a typo
  defineScenario({ ...base, services: { web: { instance: { vcpu: 2 } } } });
  // @ts-expect-error a duration is text with a unit
  defineScenario({ ...base, duration: 600 });
  // @ts-expect-error no such executor
  defineScenario({ ...base, traffic: { users: { executor: 'constant-rate', rate: 20 } } });
  const { duration: _, ...endless } = base;
  // @ts-expect-error a scenario ends
  defineScenario(endless);
});

it('policies', () => {
  definePolicy({
    params: { target: 0.5, name: 'x', isOn: true },
    decide({ metrics, instances, context }, { params, state }) {
      expectTypeOf(params).toEqualTypeOf<{ readonly target: number; readonly name: string; readonly isOn: boolean }>();
      expectTypeOf(metrics.cpu_utilization).toEqualTypeOf<number | undefined>();
      expectTypeOf(instances.ready).toBeNumber();
      expectTypeOf(state.anything).toBeUnknown();
      expectTypeOf(context.environment).toExtend<string | object | undefined>();
      expectTypeOf(context.model?.version).toExtend<string | undefined>();
      return { desired: 3, reason: 'why' };
    },
  });
  // @ts-expect-error text is no decision
  definePolicy({ decide: () => 'three' });
  // @ts-expect-error a policy is synchronous
  definePolicy({ decide: async () => 3 });
  // @ts-expect-error a decision has a number
  definePolicy({ decide: () => ({ reason: 'none' }) });
  // @ts-expect-error a policy decides
  definePolicy({ name: 'idle' });
});

it('simulate', () => {
  expectTypeOf(simulate(base)).resolves.toEqualTypeOf<PolicyResult>();
  expectTypeOf(simulate('shop.yaml', 'a.lua', { runs: 3, seed: 1, workers: 2 })).resolves.toEqualTypeOf<PolicyResult>();
  simulate(base, definePolicy({ params: { target: 8 }, decide: (_, { params }) => params.target }));
  simulate(base, { decide: () => 3 });
  simulate(base, 'a.yaml', {
    metric: { http_rps: 'request_rate' },
    manifest: ['deployment.yaml', 'kind: Deployment\n'],
    set: { 'services.web.scaling.max': 20, 'services.web.instance.startup': '30s', thresholds: {} },
  });
  simulate(base, 'a.yaml', { manifest: 'deployment.yaml', set: ['services.web.scaling.max=20'] });
  // @ts-expect-error a metric is named by text
  simulate(base, 'a.yaml', { metric: { http_rps: 1 } });
  // @ts-expect-error pairs are a map
  simulate(base, 'a.yaml', { metric: ['http_rps=request_rate'] });
  // @ts-expect-error a manifest is a path or a text
  simulate(base, 'a.yaml', { manifest: { kind: 'Deployment' } });
  // @ts-expect-error a value of a file is no function
  simulate(base, 'a.yaml', { set: { seed: () => 1 } });
  // @ts-expect-error an option with a typo
  simulate(base, 'none', { rnus: 3 });
  // @ts-expect-error one policy has no reference
  simulate(base, 'none', { reference: 'none' });
  // @ts-expect-error a scenario with a typo
  simulate({ ...base, wramup: '1m' });
});

it('compare', () => {
  expectTypeOf(compare(base, ['none'])).resolves.toEqualTypeOf<ScenarioResult>();
  expectTypeOf(compare([base, 'shop.yaml'], ['none'])).resolves.toEqualTypeOf<ScenarioResult[]>();
  compare(base, ['static:3', { decide: () => 3 }], { reference: 'static:3', environment: 'x', allowEmpty: true });
  compare(base, ['hpa.yaml'], { metric: {}, manifest: [], set: {} });
  // @ts-expect-error policies are a list
  compare(base, 'none');
});

it('results', async () => {
  const result = await simulate(base);
  expectTypeOf(result.measures.cost_usd).toEqualTypeOf<Aggregate>();
  expectTypeOf(result.measures.cost_usd.mean).toEqualTypeOf<number | null>();
  expectTypeOf(result.decisions[0].time_s).toBeNumber();
  // @ts-expect-error a result has no such field
  void result.cost;
  const { policies, comparisons } = await compare(base, ['none']);
  expectTypeOf(comparisons[0].verdict).toEqualTypeOf<Verdict>();
  expectTypeOf(policies[0]).toEqualTypeOf<PolicyResult | FailedPolicy>();
  // @ts-expect-error a policy may have failed
  void policies[0].measures;
  if (hasResults(policies[0])) expectTypeOf(policies[0]).toEqualTypeOf<PolicyResult>();
});

it('thresholds', () => {
  // safe: types only; nothing here runs.
  const result = {} as PolicyResult;
  expectTypeOf(judge(result, 'p(95)<300')).toEqualTypeOf<ThresholdResult>();
  expectTypeOf(judge(result, 'cost_usd', 'value<12')).toEqualTypeOf<ThresholdResult>();
  // @ts-expect-error an expression is text
  judge(result, 300);
  expect(result).toMeet('p(95)<300');
  expect(result).toMeet('cost_usd', 'value<12');
  expect(result).not.toMeetThresholds();
  // @ts-expect-error an expression is needed
  expect(result).toMeet();
  // @ts-expect-error a limit is part of the expression
  expect(result).toMeet('p(95)', 300);
});
