import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallEdgeRun } from '../../../src/results/callGraph.js';
import type { RunResult } from '../../../src/results/runResult.js';
import { calls } from '../../../src/run/limits/kinds/calls.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { checkRules } from '../../../src/scenario/rules.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { anyProviderScenario, anyRoutedScenario, smallModel } from '../../support/anyModelScenario.js';
import type { EventLine } from '../../support/auditEvents.js';
import { playScenario } from '../../support/playScenario.js';
import { followTries } from '../../support/triesOf.js';
import { callScenario } from './callRuns.js';

const server = { instance: { model: 'small' }, scaling: { min: 1, max: 1 } };

/** Ten pages a second, of which each asks a route once for its summary; two minutes. */
function pages({ ai = {}, call = {}, more = {} }: { ai?: object; call?: object; more?: object }): ScenarioInput {
  return callScenario({
    duration: '2m',
    requests: {
      page: { route: 'front', cpu: '5ms', calls: [{ request: 'summary', onError: 'ignore', ...call }] },
      summary: { route: 'models', promptTokens: 40, outputTokens: 4 },
    },
    models: { small: smallModel },
    services: {
      front: { instance: { vcpus: 2, concurrency: 500 }, scaling: { min: 1, max: 1 } },
      first: server,
      second: server,
    },
    ai: { routes: { models: { to: [{ service: 'first' }], fallback: ['second'] } }, ...ai },
    ...more,
  } as unknown as ScenarioInput); // safe: parseScenario checks it
}

const failing = { faults: [{ kind: 'errors', service: 'first', at: '30s', for: '30s', rate: 1 }] };

/** By where they end, and the tries there. */
function edgesOf({ callGraph }: RunResult): Record<string, Pick<CallEdgeRun, 'calls' | 'tries' | 'failed' | 'moved'>> {
  return Object.fromEntries(
    (callGraph?.edges ?? []).map(({ to, calls, tries, failed, moved }) => [to, { calls, tries, failed, moved }]),
  );
}

describe('a call to a route', () => {
  it('goes on to the next service when a try fails, and belongs where it ends', () => {
    const { result } = playScenario(pages({ more: failing }));
    const { measures } = result;
    const [hop] = result.fallbacks ?? [];
    expect(hop).toMatchObject({ route: 'models', from: 'first', to: 'second' });
    expect(measures.requests_offered).toBe(1200);
    expect(measures['services.second.requests_offered']).toBe(hop.moved + hop.skipped);
    expect(measures['services.first.requests_offered']).toBe(1200 - hop.moved - hop.skipped);
    const [moved, came] = [hop.moved, hop.moved + hop.skipped];
    expect(edgesOf(result)).toEqual({
      first: { calls: 1200 - came, tries: 1200 - hop.skipped, failed: 0, moved },
      second: { calls: came, tries: came, failed: 0, moved: 0 },
    });
    expect(hop.moved).toBeGreaterThan(15);
    expect(hop.skipped).toBeGreaterThan(200);
  });

  it('counts its tokens in those of the run', () => {
    const { measures } = playScenario(pages({})).result;
    expect(measures.output_tokens).toBe(4 * Number(measures['services.first.requests_completed']));
    expect(measures.output_tokens).toBe(measures['services.first.output_tokens']);
  });

  it('is what a call to the service is, where there is nowhere else to go', () => {
    const routed = playScenario(pages({ ai: { routes: { models: { to: [{ service: 'first' }] } } } })).result;
    const plain = playScenario(
      pages({
        ai: { routes: undefined },
        more: {
          requests: {
            page: { route: 'front', cpu: '5ms', calls: [{ request: 'summary', onError: 'ignore' }] },
            summary: { route: 'first', promptTokens: 40, outputTokens: 4 },
          },
        },
      }),
    ).result;
    for (const [name, value] of Object.entries(plain.measures)) expect(routed.measures[name], name).toEqual(value);
  });

  it('waits for no longer than the route says', () => {
    const route = { to: [{ service: 'first' }], timeouts: { total: '50ms' } };
    const { result } = playScenario(pages({ ai: { routes: { models: route } } }));
    // An iteration of the server takes 25 ms, and four tokens as many of them.
    expect(result.measures['services.first.requests_timed_out']).toBe(1200);
    expect(result.measures.requests_completed).toBe(1200);
    expect(result.callGraph?.edges[0].timedOutTries).toBe(1200);
    expect(Number(result.measures.latency_p99_ms)).toBeLessThan(80);
  });

  it('that was given up at the deadline of its first token was given up in time', () => {
    const route = { to: [{ service: 'first' }], fallback: ['second'], timeouts: { ttft: '1ms' }, cooldown: 'none' };
    const { callGraph } = playScenario(pages({ ai: { routes: { models: route } } })).result;
    for (const { tries, timedOutTries } of callGraph?.edges ?? []) expect(timedOutTries).toBe(tries);
  });

  it('takes the connections of a pool to where it falls back', () => {
    const front = { instance: { vcpus: 2, concurrency: 500, poolTo: { second: 1 } }, scaling: { min: 1, max: 1 } };
    const input = pages({ more: { services: { front, first: server, second: server }, ...failing } });
    expect(checkRules(parseScenario(input)).filter(({ path }) => path.includes('poolTo'))).toEqual([]);
    const [pool] = playScenario(input).result.callGraph?.pools ?? [];
    expect(pool).toMatchObject({ from: 'front', to: 'second', size: 1 });
  });

  it('counts each further hop among the tries that it may make', () => {
    const textOf = (fallback: string[]) => {
      const routes = { models: { to: [{ service: 'first' }], fallback } };
      const scenario = parseScenario(pages({ ai: { routes } }));
      const [part] = calls.parts({ scenario, folder: '.', candidates: [], expectedRequestCount: 1200 });
      return part.text;
    };
    expect(textOf([])).toContain('(1 calls a request, 1 tries if all fail)');
    expect(textOf(['second'])).toContain('(1 calls a request, 2 tries if all fail)');
  });

  it('finds the same answers in a cache, whatever becomes of its caller', () => {
    const cache = { kind: 'semantic', hitRate: 0.25, wrongHit: 0.1, latency: '10ms' };
    const ai = { routes: { models: { to: [{ service: 'first' }], cache } } };
    const [once, often] = [{}, { timeout: '40ms', retries: { attempts: 3, on: ['timeout'] } }].map(
      (call) => playScenario(pages({ ai, call })).result.measures,
    );
    const hits = Number(once['services.first.requests_cached']);
    // 300 of 1200, four standard deviations of 15.
    expect(Math.abs(hits - 300)).toBeLessThan(60);
    expect(often['services.first.requests_cached']).toBe(hits);
    expect(often['services.first.answers_wrong_cached']).toBe(once['services.first.answers_wrong_cached']);
  });

  it('is answered and billed by a provider, also without a route', () => {
    const providers = { bought: { ttft: '200ms', tokensPerSecond: 30, price: { input: 1, output: 10 } } };
    const requests = {
      page: { route: 'front', cpu: '5ms', calls: [{ request: 'summary' }] },
      summary: { route: 'bought', promptTokens: 40, outputTokens: 4 },
    };
    const { measures } = playScenario(pages({ ai: { routes: undefined, providers }, more: { requests } })).result;
    const answers = Number(measures['providers.bought.requests_completed']);
    expect(answers).toBeGreaterThan(1190);
    // Those under way at the end are billed, too: at most four a page of the last 300 ms.
    const usd = (answers * (40 * 1 + 4 * 10)) / 1e6;
    expect(Number(measures.provider_cost_usd)).toBeGreaterThanOrEqual(usd - 1e-12);
    expect(Number(measures.provider_cost_usd)).toBeLessThan(usd * 1.01);
    // Page, first token, three more.
    expect(Number(measures.latency_p50_ms)).toBeGreaterThan(305);
    expect(Number(measures.latency_p50_ms)).toBeLessThan(325);
  });

  it('ends at the provider with a caller that cancels it, and what came until then is billed', () => {
    const providers = { bought: { ttft: '200ms', tokensPerSecond: 1, price: { input: 1, output: 10 } } };
    const requests = {
      page: { route: 'front', cpu: '5ms', calls: [{ request: 'summary', cancel: true }] },
      summary: { route: 'bought', promptTokens: 40, outputTokens: 400 },
    };
    const gateway = { timeout: '2s' };
    const services = { front: { instance: { vcpus: 2, concurrency: 500 }, scaling: { min: 1, max: 1 }, gateway } };
    const { measures } = playScenario(
      pages({ ai: { routes: undefined, providers }, more: { requests, services } }),
    ).result;
    expect(measures['providers.bought.requests_completed']).toBe(0);
    expect(Number(measures['providers.bought.requests_abandoned'])).toBeGreaterThan(1170);
    // The prompt and the tokens of 0.2 to 2 s.
    const usd = (Number(measures['providers.bought.requests_abandoned']) * (40 + 2 * 10)) / 1e6;
    expect(Number(measures.provider_cost_usd)).toBeGreaterThanOrEqual(usd - 1e-12);
    expect(Number(measures.provider_cost_usd)).toBeLessThan(usd * 1.02);
  });

  it('is made by the tools of agents, too', () => {
    const requests = {
      page: {
        route: 'front',
        agent: { turns: 3, contextStart: 50, contextGrowth: 20, output: 4, tools: { perTurn: 1, request: 'summary' } },
      },
      summary: { route: 'models', promptTokens: 40, outputTokens: 4 },
    };
    const services = { front: server, first: server, second: server };
    const traffic = { users: { executor: 'constant-arrival-rate', rate: 2, request: 'page' } };
    const { result } = playScenario(pages({ more: { requests, services, traffic, ...failing } }));
    const [hop] = result.fallbacks ?? [];
    expect(hop).toMatchObject({ route: 'models', from: 'first', to: 'second' });
    expect(edgesOf(result).second.calls).toBe(hop.moved + hop.skipped);
    expect(result.measures.tasks_failed).toBe(0);
  });

  it('keeps its books and its way, whatever befalls it', { tags: ['ci'] }, () => {
    const seen = new Set<unknown>();
    fc.assert(
      fc.property(fc.oneof(anyRoutedScenario, anyProviderScenario), anyCaller, (routed, caller) => {
        const { lines, result } = playScenario(called(routed, caller));
        followTries(lines);
        for (const { kind } of lines) seen.add(kind);
        for (const way of waysOf(lines)) expect(new Set(way).size, way.join()).toBe(way.length);
        const edges = Object.values(result.callGraph?.edges ?? []);
        for (const { calls, ended, forgotten } of edges) expect(ended + forgotten).toBeLessThanOrEqual(calls);
        const calls = edges.reduce((sum, edge) => sum + edge.calls, 0);
        const { calls_per_request: perRequest, requests_offered: offered } = result.measures;
        expect(calls).toBeCloseTo(Number(perRequest) * Number(offered), 6);
      }),
      { numRuns: 30 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['fallback', 'retry', 'cooldown']));
  });
});

/** The services that each call was at, as often as it came to them. */
function waysOf(lines: readonly EventLine[]): string[][] {
  const ways = new Map<string, string[]>();
  for (const { kind, request, service, ...line } of lines) {
    if (kind !== 'try' || line.class !== 'chat') continue;
    const way = ways.get(String(request)) ?? [];
    ways.set(String(request), way);
    if (way.at(-1) !== service) way.push(String(service));
  }
  return [...ways.values()];
}

interface Caller {
  readonly call: object;
  readonly isTogether: boolean;
  readonly front: object;
  readonly retries: object | undefined;
}

const anyCaller: fc.Arbitrary<Caller> = fc.record({
  call: fc.constantFrom<object>(
    { count: 2 },
    { share: 0.6, onError: 'ignore', timeout: '900ms' },
    { count: { geometric: { mean: 1.5 } }, retries: { attempts: 2, on: ['5xx', '429'] } },
    { cancel: true, timeout: '3s', retries: { attempts: 2, on: ['timeout'] } },
  ),
  isTogether: fc.boolean(),
  front: fc.constantFrom<object>({}, { poolTo: { web: 3, spare: 1 } }, { poolTo: { last: 1 } }),
  retries: fc.constantFrom(undefined, { timeout: '2s', retries: { attempts: 2, on: ['5xx', 'timeout'] } }),
});

/** The same load, but of pages which call what asked the route. */
function called(input: ScenarioInput, { call, isTogether, front, retries }: Caller): ScenarioInput {
  const chat = { request: 'chat', ...call };
  const { load } = input.traffic;
  return {
    ...input,
    traffic: { ...input.traffic, load: { ...load, request: 'page' } },
    requests: {
      ...input.requests,
      page: { route: 'front', cpu: '3ms', calls: isTogether ? [{ parallel: [chat, { request: 'batch' }] }] : [chat] },
    },
    services: {
      ...input.services,
      front: {
        instance: { vcpus: 4, concurrency: 200, ...front },
        scaling: { min: 2, max: 2 },
        ...(retries && { gateway: retries }),
      },
    },
  } as unknown as ScenarioInput; // safe: parseScenario checks it
}
