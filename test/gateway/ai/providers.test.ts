import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { anyProviderScenario, smallModel } from '../../support/anyModelScenario.js';
import type { EventLine } from '../../support/auditEvents.js';
import { playScenario } from '../../support/playScenario.js';
import { followTries } from '../../support/triesOf.js';

/** First token after 500 ms, then one each 20 ms; 1 USD a million tokens of prompts, 10 of answers. */
const bought = { ttft: '500ms', tokensPerSecond: 50, price: { input: 1, output: 10 } };

interface Parts {
  readonly provider?: object;
  readonly route?: object;
  readonly chat?: object;
  readonly rate?: number;
  readonly ai?: object;
}

/** Prompts of 100 tokens and answers of 51, four a second for two minutes. */
const scenarioOf = ({ provider = {}, route = {}, chat = {}, rate = 4, ai = {} }: Parts): ScenarioInput =>
  ({
    name: 'bought',
    duration: '2m',
    traffic: { load: { executor: 'constant-arrival-rate', rate, arrivals: 'even' } },
    requests: { chat: { route: 'chat', promptTokens: 100, outputTokens: 51, ...chat } },
    models: { small: smallModel },
    services: { own: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } } },
    ai: {
      providers: { bought: { ...bought, ...provider } },
      routes: { chat: { to: [{ service: 'bought' }], ...route } },
      ...ai,
    },
  }) as unknown as ScenarioInput; // safe: parseScenario checks it

const answerUsd = (100 * 1 + 51 * 10) / 1e6;
const kindsOf = (lines: readonly EventLine[], kind: string) => lines.filter((line) => line.kind === kind);

describe('a provider', () => {
  it('answers in its time and at its price', () => {
    const { lines, result } = playScenario(scenarioOf({}));
    const { measures } = result;
    // The last six arrive within 1.5 s of the end: each has cost its prompt and the tokens that were out.
    const ends = kindsOf(lines, 'unfinished').map(({ arrival_s }) => 120 - Number(arrival_s));
    const open = ends.map((seconds) => (seconds <= 0.5 ? 0 : 1 + Math.floor((seconds - 0.5) * 50 + 1e-6)));
    expect(open.length).toBe(6);
    const openUsd = open.reduce((sum, tokens) => sum + (100 + tokens * 10) / 1e6, 0);
    expect(measures.requests_completed).toBe(474);
    expect(measures.provider_cost_usd).toBeCloseTo(474 * answerUsd + openUsd, 9);
    expect(measures.provider_given_up_usd).toBeCloseTo(openUsd, 9);
    expect(measures['providers.bought.provider_cost_usd']).toBe(measures.provider_cost_usd);
    expect(Number(measures.ttft_mean_ms)).toBeCloseTo(500, 6);
    expect(Number(measures.itl_mean_ms)).toBeCloseTo(20, 6);
    expect(Number(measures.latency_mean_ms)).toBeCloseTo(1_500, 6);
    expect(measures.output_tokens).toBe(474 * 51);
    expect(measures.cost_usd).toBeCloseTo(Number(measures.provider_cost_usd), 12);
    // What has no meaning beside instances.
    expect(measures['providers.bought.instances_mean']).toBeUndefined();
    expect(measures['services.own.provider_cost_usd']).toBeUndefined();
  });

  it('answers a class that names it without a route', () => {
    const { routes, ...plain } = scenarioOf({ chat: { route: 'bought' } }).ai ?? {};
    expect(routes).toBeDefined();
    const { measures } = playScenario({ ...scenarioOf({ chat: { route: 'bought' } }), ai: plain }).result;
    // Only of routes the results say how often they fell back.
    const { measures: routed } = playScenario(scenarioOf({})).result;
    for (const [name, value] of Object.entries(measures)) expect(value, name).toBe(routed[name]);
    expect(measures.requests_completed).toBe(474);
  });

  it.each([
    // A bucket of 60 that fills by one a second; four come a second, of which the first at 0.25 s.
    ['tries', { requestsPerMinute: 60 }, {}],
    // 100 + 51 of each: what answers do not need is not given back.
    ['tokens', { tokensPerMinute: 151 * 60 }, {}],
    ['the longest answers', { tokensPerMinute: 300 * 60 }, { maxOutputTokens: 200 }],
  ])('limits %s by the minute', (_, provider: object, chat: object) => {
    const { lines, result } = playScenario(scenarioOf({ provider, chat }));
    let [left, since, taken] = [60, 0, 0];
    for (const { time_s } of kindsOf(lines, 'try')) {
      left = Math.min(60, left + (time_s - since));
      since = time_s;
      if (left < 1 - 1e-6) continue;
      left--;
      taken++;
    }
    expect(taken).toBeGreaterThan(170);
    expect(kindsOf(lines, 'begin').length).toBe(taken);
    expect(result.measures.requests_rate_limited).toBe(480 - taken);
    expect(result.measures.provider_tries_limited).toBe(480 - taken);
  });

  it.each([
    // Four a second for 20 s; the six under way are broken off.
    ['down', {}, { failed: 80, aborted: 6, rate_limited: 0, slow: 0 }],
    ['slow', { factor: 4 }, { failed: 0, aborted: 0, rate_limited: 0, slow: 80 }],
    ['slow', {}, { failed: 0, aborted: 0, rate_limited: 0, slow: 80 }],
    ['429', {}, { failed: 0, aborted: 0, rate_limited: 80, slow: 0 }],
    [429, {}, { failed: 0, aborted: 0, rate_limited: 80, slow: 0 }],
  ])('is %s for a while %j', (kind, more: { factor?: number }, expected) => {
    // Off the grid of arrivals, so that no two things happen at one instant.
    const outages = [{ at: '30.1s', for: '20s', kind, ...more }];
    const { lines, result } = playScenario(scenarioOf({ provider: { outages } }));
    const { measures } = result;
    expect(measures.requests_failed).toBe(expected.failed);
    expect(measures.requests_aborted).toBe(expected.aborted);
    expect(measures.requests_rate_limited).toBe(expected.rate_limited);
    expect(measures.provider_tries_failed).toBe(expected.failed + expected.aborted);
    const late = kindsOf(lines, 'completed').filter(({ latency_ms }) => Number(latency_ms) > 1_501);
    expect(late.length).toBe(expected.slow);
    for (const { latency_ms } of late) expect(latency_ms).toBeCloseTo(1_500 * (more.factor ?? 10), 6);
    for (const { time_s } of kindsOf(lines, 'aborted')) expect(time_s).toBe(30.1);
  });

  it('bills what was out of a try that is given up, and nothing of what it breaks off', () => {
    const total = playScenario(scenarioOf({ route: { timeouts: { total: '1s' } } })).result.measures;
    expect(total.requests_timed_out).toBeGreaterThan(470);
    // 500 ms to the first, and 25 in the 500 ms behind it.
    expect(Number(total.provider_given_up_usd) / Number(total.requests_offered)).toBeCloseTo((100 + 26 * 10) / 1e6, 5);
    expect(total.provider_given_up_usd).toBe(total.provider_cost_usd);
    const first = playScenario(scenarioOf({ route: { timeouts: { ttft: '400ms' }, fallback: ['own'] } }));
    const moved = first.result.fallbacks?.[0].moved ?? 0;
    expect(moved).toBeGreaterThan(60);
    expect(first.result.measures.provider_cost_usd).toBeCloseTo(
      (100 / 1e6) * kindsOf(first.lines, 'begin').filter(({ service }) => service === 'bought').length,
      9,
    );
    expect(first.result.measures.requests_timed_out).toBe(0);
    const down = { outages: [{ at: '1s', for: '119s', kind: 'down' }] };
    expect(playScenario(scenarioOf({ provider: down })).result.measures.provider_cost_usd).toBe(0);
    // Errors of the requests' own cost nothing either.
    const wrong = playScenario(scenarioOf({ chat: { errorRate: 1 } })).result.measures;
    expect(wrong.requests_failed).toBe(474);
    expect(wrong.provider_cost_usd).toBe(wrong.provider_given_up_usd);
  });

  it('moves requests on by its causes, and is passed over while it cools down', () => {
    const outages = [{ at: '30s', for: '30s', kind: 'down' }];
    const { lines, result } = playScenario(scenarioOf({ provider: { outages }, route: { fallback: ['own'] } }));
    expect(result.measures.requests_failed).toBe(0);
    const [hop] = result.fallbacks ?? [];
    expect(hop).toMatchObject({ from: 'bought', to: 'own' });
    expect(hop.skipped).toBeGreaterThan(90);
    expect(hop.cooldowns).toBe(kindsOf(lines, 'cooldown').length);
    expect(result.measures['providers.bought.cooldowns']).toBe(hop.cooldowns);
  });

  it('is counted in what consumers may spend', () => {
    const consumers = { team: { budgetUsdPerDay: 100 * answerUsd } };
    const { result } = playScenario(scenarioOf({ chat: { consumer: 'team' }, ai: { consumers } }));
    const { measures } = result;
    // Those under way when it is used up still answer.
    expect(measures.requests_completed).toBeGreaterThanOrEqual(100);
    expect(measures.requests_completed).toBeLessThanOrEqual(107);
    expect(measures.budget_spent_usd).toBeCloseTo(Number(measures.provider_cost_usd), 12);
    expect(measures['consumers.team.provider_cost_usd']).toBe(measures.provider_cost_usd);
  });

  it('draws the same times whoever asks elsewhere', () => {
    const provider = {
      ttft: { lognormal: { median: '600ms', p95: '2s' } },
      tokensPerSecond: { lognormal: { mean: 60, cv: 0.4 } },
    };
    const latencies = (route: object) =>
      new Map(
        kindsOf(playScenario(scenarioOf({ provider, route })).lines, 'completed')
          .filter(({ service, tries }) => service === 'bought' && tries === 1)
          .map(({ request, latency_ms }) => [request, latency_ms]),
      );
    const alone = latencies({});
    const beside = latencies({ to: [{ service: 'bought' }, { service: 'own' }] });
    expect(beside.size).toBeGreaterThan(200);
    for (const [request, latency] of beside) expect(latency).toBe(alone.get(request));
  });

  it('keeps its books, whatever befalls it', { tags: ['ci'] }, () => {
    fc.assert(
      fc.property(anyProviderScenario, (input) => {
        const { lines, result } = playScenario(input);
        followTries(lines);
        const { measures } = result;
        const { price } = input.ai?.providers?.bought ?? { price: { input: 0, output: 0 } };
        const [prompt, output] = ['prompt_tokens', 'output_tokens'].map((name) =>
          Number(measures[`providers.bought.${name}`]),
        );
        const answered = (prompt * price.input + output * price.output) / 1e6;
        expect(measures.provider_cost_usd).toBeCloseTo(answered + Number(measures.provider_given_up_usd), 9);
        expect(playScenario(input).lines).toEqual(lines);
      }),
      { numRuns: 12 },
    );
  });

  it('tells its outages as faults: when, which, and how long users take to recover', () => {
    const outages = [
      { at: '30s', for: '10s', kind: 'down' },
      { at: '80s', for: '60s', kind: 'slow', factor: 2 },
    ];
    const input = { ...scenarioOf({ provider: { outages } }), slo: { latency: '5s', objective: 0.9 } };
    const { result, lines } = playScenario(input, { detail: true });
    expect(kindsOf(lines, 'outage')).toEqual([
      { time_s: 30, kind: 'outage', service: 'bought', trouble: 'down', until_s: 40 },
      { time_s: 80, kind: 'outage', service: 'bought', trouble: 'slow', until_s: 140 },
    ]);
    const events = result.detail?.events.filter(({ kind }) => kind === 'outage') ?? [];
    expect(events).toMatchObject([
      { time_s: 30, until_s: 40, detail: 'bought down' },
      { time_s: 80, until_s: 120, detail: 'bought slow' },
    ]);
    expect(events[0].recovery_s).toBeGreaterThanOrEqual(10);
    expect(events[0].recovery_s).toBeLessThanOrEqual(30);
  });
});
