import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hopsOf } from '../../../src/gateway/ai/routes/hopsOf.js';
import { reachedTargets } from '../../../src/scenario/routeTargets.js';
import type { Scenario, ScenarioInput } from '../../../src/scenario/schema.js';
import {
  anyModelScenario,
  anyProviderScenario,
  anyRoutedScenario,
  smallModel,
} from '../../support/anyModelScenario.js';
import { auditEvents, type EventLine } from '../../support/auditEvents.js';
import { playScenario } from '../../support/playScenario.js';
import { followTries } from '../../support/triesOf.js';

const routed = (part: object = {}): ScenarioInput =>
  ({
    name: 'routed',
    duration: '2m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 4, arrivals: 'even' } },
    requests: { chat: { route: 'chat', promptTokens: 100, outputTokens: 20 } },
    models: { small: smallModel },
    services: {
      first: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } },
      second: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } },
    },
    ai: { routes: { chat: { to: [{ service: 'first' }], fallback: ['second'] } } },
    ...part,
  }) as unknown as ScenarioInput; // safe: parseScenario checks it

/** All answers of a service that is up are errors. */
const failing = { faults: [{ kind: 'errors', service: 'first', at: '30s', for: '30s', rate: 1 }] };

/** The services that each request was at, as often as it came to them. */
function waysOf(lines: readonly EventLine[]): string[][] {
  const ways = new Map<string, string[]>();
  for (const { kind, request, service } of lines) {
    if (kind !== 'try') continue;
    const way = ways.get(String(request)) ?? [];
    ways.set(String(request), way);
    if (way.at(-1) !== service) way.push(String(service));
  }
  return [...ways.values()];
}

describe('a route with fallbacks', () => {
  it('gives every request one outcome, at the service that answered', () => {
    const { result } = playScenario(routed(failing));
    const { measures } = result;
    expect(measures.requests_offered).toBe(480);
    expect(measures.requests_failed).toBe(0);
    expect(Number(measures.requests_completed) + Number(measures.requests_unfinished)).toBe(480);
    const [hop] = result.fallbacks ?? [];
    expect(hop).toMatchObject({ route: 'chat', from: 'first', to: 'second' });
    expect(measures['services.second.requests_offered']).toBe(hop.moved + hop.skipped);
    expect(measures['services.second.fallbacks']).toBe(hop.moved + hop.skipped);
    expect(measures.attempts).toBe(480 + hop.moved);
  });

  it('passes over a service that failed three times, for five seconds', () => {
    const { lines, result } = playScenario(routed(failing));
    const cooldowns = lines.filter(({ kind }) => kind === 'cooldown');
    // After each the next three answers are errors again: a cooldown takes 5 s, and three arrivals with their answers about 1.5 s.
    expect(cooldowns.length).toBeGreaterThanOrEqual(4);
    expect(cooldowns.length).toBeLessThanOrEqual(6);
    expect(result.measures.cooldowns).toBe(cooldowns.length);
    for (const { time_s, until_s } of cooldowns) expect(Number(until_s) - time_s).toBeCloseTo(5, 9);
    // Four requests under way may fail while it cools down already.
    expect(result.fallbacks?.[0].moved).toBeLessThanOrEqual(7 * cooldowns.length);
    expect(result.fallbacks?.[0].skipped).toBeGreaterThanOrEqual(18 * (cooldowns.length - 1));
  });

  it('asks each time where nothing cools down', () => {
    const routes = { chat: { to: [{ service: 'first' }], fallback: ['second'], cooldown: 'none' } };
    const { result } = playScenario(routed({ ...failing, ai: { routes } }));
    // 120 arrivals in 30 s, less those whose answers come after it.
    expect(result.fallbacks?.[0].moved).toBeGreaterThanOrEqual(115);
    expect(result.fallbacks?.[0].skipped).toBe(0);
  });

  it('counts the latency from the arrival, at whatever hop', () => {
    const { lines } = playScenario(routed(failing));
    const moved = new Set(lines.filter(({ kind }) => kind === 'fallback').map(({ request }) => request));
    const arrivals = new Map(
      lines.filter((line) => line.kind === 'try' && line.try === 1).map((line) => [line.request, line.time_s]),
    );
    const answers = lines.filter(({ kind, request }) => kind === 'completed' && moved.has(request));
    expect(answers.length).toBeGreaterThan(10);
    for (const { time_s, request, latency_ms } of answers)
      expect(latency_ms).toBeCloseTo((time_s - Number(arrivals.get(request))) * 1e3, 6);
  });

  it('frees the memory of an answer whose first token is late', () => {
    const routes = { chat: { to: [{ service: 'first' }], fallback: ['second'], timeouts: { ttft: '500ms' } } };
    const traffic = { load: { executor: 'constant-arrival-rate', rate: 40 } };
    const { lines, result } = playScenario(routed({ traffic, ai: { routes } }));
    const late = lines.filter(({ kind, cause }) => kind === 'fallback' && cause === 'ttft-deadline');
    expect(late.length).toBeGreaterThan(20);
    const cancelled = new Set(
      lines.filter(({ kind }) => kind === 'cancelled').map((line) => `${line.request} ${line.try}`),
    );
    for (const line of late) expect(cancelled).toContain(`${line.request} ${line.try}`);
    // Nobody waits longer than two deadlines for a first token.
    expect(result.measures.ttft_p99_ms).toBeLessThanOrEqual(1_010);
  });

  it('gives up an answer whose next token is late, one that has none yet it does not', () => {
    const routes = { chat: { to: [{ service: 'first' }], fallback: ['second'], timeouts: { idle: '5s' } } };
    const requests = { chat: { route: 'chat', promptTokens: 100, outputTokens: 80 } };
    const faults = [{ kind: 'pause', service: 'first', at: '1m', for: '30s' }];
    const { lines, result } = playScenario(routed({ requests, faults, ai: { routes } }));
    const sent = new Map(
      lines.filter((line) => line.kind === 'try' && line.try === 1).map(({ request, time_s }) => [request, time_s]),
    );
    const moved = lines.filter(({ kind }) => kind === 'fallback');
    expect(moved.length).toBeGreaterThan(5);
    for (const { cause, request, time_s } of moved) {
      expect(cause).toBe('timeout');
      expect(sent.get(request)).toBeLessThan(60);
      // Five seconds after its last token, which came within one iteration before the pause.
      expect(time_s).toBeGreaterThan(64.9);
      expect(time_s).toBeLessThanOrEqual(65);
    }
    const unmoved = Number(result.measures.requests_offered) - moved.length - Number(result.fallbacks?.[0].skipped);
    expect(result.measures['services.first.requests_offered']).toBe(unmoved);
    const patient = playScenario(
      routed({ requests, faults, ai: { routes: { chat: { ...routes.chat, timeouts: { idle: '31s' } } } } }),
    );
    expect(patient.lines.filter(({ kind }) => kind === 'fallback')).toEqual([]);
  });

  it('gives up an answer of a provider that has become too slow', () => {
    const bought = {
      ttft: '200ms',
      tokensPerSecond: 50,
      price: { input: 1, output: 2 },
      outages: [{ at: '1m', for: '10s', kind: 'slow', factor: 100 }],
    };
    const chat = { to: [{ service: 'bought' }], fallback: ['second'], cooldown: 'none', timeouts: { idle: '1s' } };
    const { lines } = playScenario(routed({ ai: { providers: { bought }, routes: { chat } } }));
    const moved = lines.filter(({ kind }) => kind === 'fallback');
    // Its first token takes 100 times as long, and so does each of the next ones.
    expect(moved.length).toBe(40);
    const tries = lines.filter((line) => line.kind === 'try' && line.try === 1);
    const sent = new Map(tries.map(({ request, time_s }) => [request, time_s]));
    for (const { request, time_s } of moved) expect(time_s - Number(sent.get(request))).toBeCloseTo(20 + 1, 6);
  });

  it('goes on where a prompt fits, and says nothing against the service that it does not fit', () => {
    const services = {
      first: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } },
      second: { instance: { model: 'wide' }, scaling: { min: 1, max: 1 } },
    };
    const requests = { chat: { route: 'chat', promptTokens: { uniform: { min: 100, max: 2_300 } }, outputTokens: 20 } };
    const models = { small: smallModel, wide: { ...smallModel, kvTokens: 90_000 } };
    const traffic = { load: { executor: 'constant-arrival-rate', rate: 1 } };
    const { result } = playScenario(routed({ services, requests, models, traffic }));
    expect(result.measures.requests_rejected).toBe(0);
    expect(Number(result.fallbacks?.[0].moved) / Number(result.measures.requests_offered)).toBeCloseTo(0.51, 0);
    expect(result.measures.cooldowns).toBe(0);
  });

  it('ends what takes longer than its total, wherever it is', () => {
    const routes = { chat: { to: [{ service: 'first' }], fallback: ['second'], timeouts: { total: '300ms' } } };
    const { lines } = playScenario(routed({ ai: { routes } }));
    const ends = lines.filter(({ kind }) => kind === 'timed_out');
    expect(ends.length).toBeGreaterThan(400);
    for (const { time_s, arrival_s } of ends) expect(time_s - Number(arrival_s)).toBeCloseTo(0.3, 9);
  });

  it('shares requests by weight, and gives those of a service that cools down to the others', () => {
    const routes = {
      chat: {
        to: [
          { service: 'first', weight: 3 },
          { service: 'second', weight: 1 },
        ],
        cooldown: {},
      },
    };
    const { lines, result } = playScenario(routed({ ...failing, duration: '10m', ai: { routes } }));
    const first = lines.filter(({ kind, service, time_s }) => kind === 'try' && service === 'first' && time_s > 100);
    expect(first.length / (500 * 4)).toBeCloseTo(0.75, 1);
    expect(result.fallbacks?.[0]).toMatchObject({ from: 'first', to: 'second', moved: 0 });
    expect(result.fallbacks?.[0].skipped).toBeGreaterThan(20);
  });

  it('shares what came to a service that cools down among the others by their weights', () => {
    const small = { instance: { model: 'small' }, scaling: { min: 2, max: 2 } };
    const { result } = playScenario(
      routed({
        faults: [{ kind: 'errors', service: 'first', at: '30s', for: '9m', rate: 1 }],
        duration: '10m',
        services: { first: small, second: small, third: small },
        ai: {
          routes: {
            chat: {
              to: ['first', 'second', 'third'].map((service) => ({ service, weight: 1 })),
              cooldown: { failures: 1, for: '1m' },
            },
          },
        },
      }),
    );
    const skipped = (result.fallbacks ?? []).map(({ skipped }) => skipped);
    expect(skipped.length).toBe(2);
    const total = skipped.reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThan(500);
    for (const count of skipped) expect(count / total).toBeCloseTo(0.5, 1);
  });

  it('is followed through other routes, each once', () => {
    const route = (service: string, ...fallback: string[]) => ({
      to: [{ service, weight: 1 }],
      fallback,
      choose: 'weight' as const,
      timeouts: {},
    });
    const hops = hopsOf({ a: route('x', 'b', 'y', 'c'), b: route('z', 'c'), c: route('w') }, 'a');
    expect(hops.map((hop) => hop.map(({ service }) => service).join())).toEqual(['x', 'z', 'w', 'y']);
  });

  it('changes nothing for whoever never fails', () => {
    const plain = playScenario(
      routed({ requests: { chat: { route: 'first', promptTokens: 100, outputTokens: 20 } }, ai: undefined }),
    );
    const { result } = playScenario(routed());
    for (const [name, value] of Object.entries(plain.result.measures))
      expect(result.measures[name], name).toEqual(value);
  });

  it('keeps its books and its way, whatever befalls it', { tags: ['ci'] }, () => {
    const causes = new Set<unknown>();
    fc.assert(
      fc.property(fc.oneof(anyRoutedScenario, anyProviderScenario), (input) => {
        const { scenario, lines, result } = playScenario(input);
        for (const { cause } of lines) causes.add(cause);
        followTries(lines);
        for (const [name, audited] of Object.entries(auditEvents(lines, scenario))) {
          // Lines do not tell when tokens came, so of the cost only that of instances.
          const ofProviders = name === 'cost_usd' ? Number(result.measures.provider_cost_usd ?? 0) : 0;
          const stated = result.measures[name];
          if (audited === null || stated === null || /_p\d+_ms$/.test(name)) continue;
          expect(Math.abs(Number(stated) - ofProviders - audited), name).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(audited)),
          );
        }
        for (const way of waysOf(lines)) expect(new Set(way).size, way.join()).toBe(way.length);
        expectNoneCooling(scenario, lines);
        const counted = (result.fallbacks ?? []).reduce((sum, { moved }) => sum + moved, 0);
        const arrived = new Map(
          lines.filter((line) => line.kind === 'try').map((line) => [line.request, line.arrival_s]),
        );
        const told = lines.filter(
          ({ kind, request }) => kind === 'fallback' && Number(arrived.get(request)) >= scenario.warmup,
        );
        expect(counted).toBe(told.length);
      }),
      { numRuns: 40 },
    );
    expect([...causes]).toEqual(expect.arrayContaining(['5xx', 'timeout', '429', 'ttft-deadline', 'context-too-long']));
  });

  it('leaves other scenarios as they are', { tags: ['ci'] }, () => {
    fc.assert(
      fc.property(anyModelScenario, (input) => {
        const plain = playScenario(input);
        const other = playScenario({
          ...input,
          ai: { routes: { unused: { to: [{ service: 'web' }] } } },
        } as ScenarioInput);
        expect(other.lines).toEqual(plain.lines);
      }),
      { numRuns: 5 },
    );
  });
});

/** No request is sent to a service that cools down while another of its route, where it was not yet, does not. */
function expectNoneCooling(scenario: Scenario, lines: readonly EventLine[]): void {
  const until = new Map<unknown, number>();
  const isCooling = (service: unknown, seconds: number) => seconds < (until.get(service) ?? 0);
  const reached = reachedTargets(scenario, 'chat');
  // Those never get to a service.
  const cached = new Set(lines.filter(({ kind }) => kind === 'cached').map(({ request }) => request));
  for (const line of lines) {
    const { kind, time_s, service } = line;
    if (kind === 'cooldown') until.set(service, Number(line.until_s));
    if (kind === 'fallback') expect(isCooling(line.to, time_s), JSON.stringify(line)).toBe(false);
    if (
      kind !== 'try' ||
      line.try !== 1 ||
      cached.has(line.request) ||
      line.class !== 'chat' ||
      !isCooling(service, time_s)
    )
      continue;
    for (const other of reached) expect(isCooling(other, time_s), `${JSON.stringify(line)} ${other}`).toBe(true);
  }
}
