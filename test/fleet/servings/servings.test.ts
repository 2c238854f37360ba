import { describe, expect, it } from 'vitest';
import { runOnce } from '../../../src/engine/runOnce.js';
import type { ServingVariant } from '../../../src/fleet/serving.js';
import { servings } from '../../../src/fleet/servings/index.js';
import { modelServer } from '../../../src/fleet/servings/modelServer.js';
import { processorSharing } from '../../../src/fleet/servings/processorSharing.js';
import { slots } from '../../../src/fleet/servings/slots.js';
import type { PolicySpec } from '../../../src/policy/policySpec.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';

// Grows and shrinks all the time, so that instances start, drain and are cut off at the end of their drain.
const restless: PolicySpec = {
  kind: 'lua',
  fileName: 'restless.lua',
  path: 'restless.lua',
  code: `return { every = "7s", decide = function(o) return 3 + math.floor(o.time / 7) % 6 end }`,
  params: {},
};

function scenarioOf(part: Partial<ScenarioInput>): ScenarioInput {
  // Requests wait at the gateway or at the instance, not at both.
  const queue = part.gateway?.queue === undefined ? { queue: 4 } : {};
  return {
    name: 'servings',
    duration: '5m',
    warmup: '10s',
    traffic: {
      steady: { executor: 'constant-arrival-rate', rate: 30, request: 'page' },
      wave: { executor: 'diurnal', mean: 10, peakToTrough: 4, period: '2m', request: 'report' },
    },
    requests: {
      page: { route: { web: 3, api: 1 }, io: { exponential: { mean: '100ms' } }, errorRate: 0.1, memory: '3MB' },
      report: { route: 'web', io: { lognormal: { mean: '2s', cv: 2 } }, responseBytes: '1kB' },
    },
    services: {
      web: {
        instance: { concurrency: 6, ...queue, startup: { exponential: { mean: '5s' } }, drain: '2s', price: 0.1 },
        scaling: { min: 1, max: 12, initial: 4 },
        zones: 2,
      },
      api: { instance: { concurrency: 2 }, scaling: { min: 3, max: 3 } },
    },
    telemetry: { window: '20s' },
    slo: { latency: '500ms', objective: 0.9 },
    ...part,
  } as ScenarioInput;
}

function served(input: ScenarioInput, variants: readonly ServingVariant[] = servings): string {
  const scenario = parseScenario(input);
  const run = { scenario, scenarioFolder: '.', bindings: { web: restless }, replication: 3, detail: true } as const;
  return JSON.stringify(runOnce({ ...run, fingerprint: true, servings: variants }));
}

/** Slots, and processor sharing, which can serve such requests too. */
function bothWays(input: ScenarioInput): { readonly bySlots: string; readonly bySharing: string } {
  return { bySlots: served(input, [slots]), bySharing: served(input, [processorSharing]) };
}

describe('slots and processor sharing, where nothing uses processors', () => {
  it.each([
    ['round-robin', { balancer: 'round-robin' }],
    ['random', { balancer: 'random' }],
    ['least-requests', { balancer: 'least-requests' }],
    ['power-of-two', { balancer: 'power-of-two' }],
    ['a central queue', { queue: { limit: 30 } }],
    ['a central queue with least-requests', { balancer: 'least-requests', queue: { limit: 20 } }],
  ])('give the same bytes with %s', (_name, gateway) => {
    const { bySlots, bySharing } = bothWays(scenarioOf({ gateway: gateway as ScenarioInput['gateway'] }));
    expect(bySlots).toBe(bySharing);
    // The claim would be empty if nothing was rejected, cut off or queued.
    const { measures } = JSON.parse(bySlots);
    expect(measures.requests_aborted).toBeGreaterThan(0);
    expect(measures.requests_rejected).toBeGreaterThan(0);
    expect(measures.queue_wait_probability).toBeGreaterThan(0.01);
  });

  it.each([
    ['one source and one route', { page: { route: 'web', io: { exponential: { mean: '400ms' } } } }],
    [
      'one source and two routes',
      { page: { route: { web: 2, api: 1 }, io: { lognormal: { mean: '400ms', cv: 1 } }, errorRate: 0.1 } },
    ],
  ])('give the same bytes with %s', (_name, requests) => {
    const traffic = { only: { executor: 'constant-arrival-rate', rate: 90, request: 'page' } } as const;
    const { bySlots, bySharing } = bothWays(scenarioOf({ traffic, requests: requests as ScenarioInput['requests'] }));
    expect(bySlots).toBe(bySharing);
    expect(JSON.parse(bySlots).measures.queue_wait_probability).toBeGreaterThan(0.01);
  });

  it('give the same bytes where events fall on the same instant', () => {
    const { bySlots, bySharing } = bothWays(
      scenarioOf({
        traffic: { even: { executor: 'constant-arrival-rate', rate: 10, arrivals: 'even', request: 'page' } },
        requests: { page: { route: 'web', io: '500ms' }, report: { route: 'web', io: '1s' } },
      }),
    );
    expect(bySlots).toBe(bySharing);
  });

  it.each([
    [
      'patience',
      { requests: { page: { route: 'web', io: '1s', patience: '5s' }, report: { route: 'web', io: '1s' } } },
    ],
    ['a timeout and retries', { gateway: { timeout: '1s', retries: { attempts: 2 } } }],
    ['priorities', { gateway: { queue: { limit: 5, discipline: 'priority' } } }],
    ['a crash', { faults: [{ kind: 'crash', at: '1m', service: 'web' }] }],
    ['a pause', { faults: [{ kind: 'pause', at: '1m', for: '9s', service: 'web' }] }],
    ['a slow instance', { faults: [{ kind: 'slow', at: '1m', for: '9s', service: 'web', factor: 3 }] }],
    ['virtual users', { traffic: { users: { executor: 'constant-vus', vus: 30, request: 'page' } } }],
  ])('give the same bytes with %s', (_name, part) => {
    const { bySlots, bySharing } = bothWays(scenarioOf(part as Partial<ScenarioInput>));
    expect(bySlots).toBe(bySharing);
  });
});

interface ServedPart extends Partial<ScenarioInput> {
  readonly baseCpu?: number;
  readonly model?: string;
}

describe('the serving of a run', () => {
  const tokens = { route: 'web', promptTokens: 100, outputTokens: 20 } as const;
  const cpu = { page: { route: 'web', cpu: '5ms' }, report: { route: 'web', io: '1s' } } as const;

  it.each([
    ['slots where nothing uses processors', {}, slots],
    ['processor sharing where a request does', { requests: cpu }, processorSharing],
    ['processor sharing where something beside requests does', { baseCpu: 0.1 }, processorSharing],
    [
      'a model server where instances have a model',
      {
        requests: { page: tokens, report: tokens },
        models: { chat: { step: { base: '10ms' }, kvTokens: 9_600 } },
        model: 'chat',
      },
      modelServer,
    ],
  ] as const)('is %s', (_name, { baseCpu, model, ...part }: ServedPart, expected) => {
    const own = { ...(baseCpu === undefined ? {} : { baseCpu }), ...(model === undefined ? {} : { model }) };
    const services = { web: { instance: own }, api: { instance: model === undefined ? {} : { model } } };
    const built: string[] = [];
    const watched = servings.map((variant) => ({
      ...variant,
      build: (context: Parameters<ServingVariant['build']>[0]) => {
        built.push(variant.name);
        return variant.build(context);
      },
    }));
    served(scenarioOf({ ...part, services } as Partial<ScenarioInput>), watched);
    expect(built).toEqual([expected.name]);
  });
});
