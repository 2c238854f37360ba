import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooserNames } from '../../../src/gateway/ai/routes/settings.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { smallModel } from '../../support/anyModelScenario.js';
import { playScenario } from '../../support/playScenario.js';

interface Told {
  readonly choose?: string;
  readonly to?: readonly object[];
  readonly providers?: Readonly<Record<string, object>>;
  readonly requests?: object;
  readonly route?: object;
  readonly rate?: number;
  readonly seed?: number;
}

const bought = (ttft: number | string, input: number, output: number, more: object = {}) => ({
  ttft: { constant: ttft },
  tokensPerSecond: 100,
  price: { input, output },
  ...more,
});

/** Two providers and a server of our own, which costs nothing by the token. */
const routedBy = ({ choose = 'weight', to, providers, requests, route, rate = 4, seed = 1 }: Told): ScenarioInput => {
  const all = providers ?? { dear: bought('200ms', 1, 4), cheap: bought('600ms', 0.5, 1) };
  return {
    name: 'chosen',
    duration: '2m',
    seed,
    traffic: { load: { executor: 'constant-arrival-rate', rate, arrivals: 'even' } },
    requests: { chat: { route: 'chat', promptTokens: 100, outputTokens: 20, ...requests } },
    models: { small: { ...smallModel, pricePerMillion: { input: 9, output: 9 } } },
    services: { own: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } } },
    ai: {
      providers: all,
      routes: {
        chat: { to: to ?? Object.keys(all).map((service) => ({ service })), fallback: ['own'], choose, ...route },
      },
    },
  } as unknown as ScenarioInput; // safe: parseScenario checks it
};

const sharesOf = (told: Told) =>
  Object.fromEntries(
    (playScenario(routedBy(told)).result.routed?.[0].targets ?? []).map(({ name, requests }) => [name, requests]),
  );

describe('a route that chooses the cheapest', () => {
  it('goes by the prompt and the longest answer, for nobody knows how long the answer will be', () => {
    const providers = { prompts: bought('200ms', 0.1, 10), answers: bought('200ms', 1, 1) };
    // At 100 + 20 tokens $210 a million requests and $120; at 1,000 + 20 $300 and $1,020.
    expect(sharesOf({ choose: 'cheapest', providers })).toEqual({ prompts: 0, answers: 480 });
    const long = { promptTokens: 1_000 };
    expect(sharesOf({ choose: 'cheapest', providers, requests: long })).toEqual({ prompts: 480, answers: 0 });
    const may = { promptTokens: 1_000, maxOutputTokens: 500 };
    expect(sharesOf({ choose: 'cheapest', providers, requests: may })).toEqual({ prompts: 0, answers: 480 });
  });

  it('takes the first of those that cost the same, and one without a price before all', () => {
    const providers = { one: bought('200ms', 1, 1), other: bought('100ms', 1, 1) };
    expect(sharesOf({ choose: 'cheapest', providers })).toEqual({ one: 480, other: 0 });
    const input = routedBy({
      choose: 'cheapest',
      to: [{ service: 'dear' }, { service: 'own' }],
      route: { fallback: [] },
    });
    const free = { ...input, models: { small: smallModel } };
    expect(playScenario(free).result.routed?.[0].targets[1]).toEqual({ name: 'own', requests: 480 });
  });

  it('passes over one that cools down, for the next cheapest', () => {
    const outages = [{ at: '30s', for: '30s', kind: 'down' }];
    const providers = {
      dear: bought('200ms', 9, 9),
      middle: bought('200ms', 2, 2),
      cheap: bought('200ms', 1, 1, { outages }),
    };
    const { result } = playScenario(routedBy({ choose: 'cheapest', providers }));
    const [{ targets }] = result.routed ?? [];
    expect(targets[0].requests).toBe(0);
    expect(targets[1].requests).toBeGreaterThan(90);
    const skipped = result.fallbacks?.filter((one) => one.skipped > 0);
    expect(skipped).toEqual([expect.objectContaining({ from: 'cheap', to: 'middle', skipped: targets[1].requests })]);
  });
});

describe('a route that chooses the fastest', () => {
  it('asks whom it does not know, then stays where first tokens come soonest', () => {
    // At four a second the second request goes to `cheap`, and so do those until its answer is out 0.79 s later: three more.
    expect(sharesOf({ choose: 'fastest' })).toEqual({ dear: 476, cheap: 4 });
  });

  it('leaves one that becomes slow as soon as the mean of its last ten says so', () => {
    const slow = { outages: [{ at: '1m', for: '1m', kind: 'slow', factor: 10 }] };
    const providers = { dear: bought('200ms', 1, 4, slow), cheap: bought('600ms', 0.5, 1) };
    // Of 2 s and 0.2 s three in ten are a mean of 0.74 s; each is known 3.9 s later, so 16 more go there.
    const { dear, cheap } = sharesOf({ choose: 'fastest', providers });
    expect(dear).toBeGreaterThan(240);
    expect(dear).toBeLessThan(262);
    expect(dear + cheap).toBe(480);
  });

  it('counts a try that was given up as a thousand seconds', () => {
    const slow = { outages: [{ at: '1m', for: '10s', kind: 'slow', factor: 100 }] };
    const providers = { dear: bought('200ms', 1, 4, slow), cheap: bought('600ms', 0.5, 1) };
    const route = { timeouts: { ttft: '1s' }, cooldown: 'none' };
    const { dear } = sharesOf({ choose: 'fastest', providers, route });
    // One timeout is enough, until ten others have come; nobody goes there any more.
    expect(dear).toBeLessThan(248);
  });
});

describe.each(chooserNames)('a route by %s', (choose) => {
  const any = fc.record({
    seed: fc.integer({ min: 1, max: 1_000 }),
    rate: fc.integer({ min: 1, max: 12 }),
    prices: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 2,
      maxLength: 4,
    }),
    prompts: fc.integer({ min: 1, max: 900 }),
    isDown: fc.boolean(),
  });

  it('sends every request to a target of the route, the same ones each time, and never to a dearer one if it goes by price', () => {
    fc.assert(
      fc.property(any, ({ seed, rate, prices, prompts, isDown }) => {
        const outages = isDown ? [{ at: '20s', for: '20s', kind: 'down' }] : [];
        const providers = Object.fromEntries(
          prices.map(([input, output], index) => [`p${index}`, bought('200ms', input, output, { outages })]),
        );
        const input = routedBy({ choose, providers, seed, rate, requests: { promptTokens: prompts } });
        const { result, lines } = playScenario(input);
        expect(playScenario(input).result).toEqual(result);
        const first = lines.filter((line) => line.kind === 'try' && line.try === 1);
        const names = [...Object.keys(providers), 'own'];
        for (const { service } of first) expect(names).toContain(service);
        if (choose === 'weight') {
          expect(result.routed).toBeUndefined();
          return;
        }
        const [{ targets }] = result.routed ?? [];
        const skipped = (result.fallbacks ?? []).filter(({ to }) => to === 'own');
        const sent = targets.reduce((sum, { requests }) => sum + requests, 0);
        const passed = skipped.reduce((sum, one) => sum + one.skipped, 0);
        expect(sent + passed).toBe(result.measures.requests_offered);
        if (choose !== 'cheapest' || isDown) return;
        const usd = prices.map(([dollars, output]) => prompts * dollars + 20 * output);
        const cheapest = usd.indexOf(Math.min(...usd));
        expect(targets[cheapest].requests).toBe(result.measures.requests_offered);
      }),
      { numRuns: 6 },
    );
  });
});
