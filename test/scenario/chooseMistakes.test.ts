import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { smallModel } from '../support/anyModelScenario.js';
import { ruleTexts } from '../support/ruleTexts.js';

interface Told {
  readonly choose?: unknown;
  readonly to?: readonly object[];
  readonly route?: object;
  readonly request?: string;
  readonly price?: object;
  readonly cached?: number;
}

const both = [{ service: 'own' }, { service: 'bought' }];

function foundIn({ choose = 'cheapest', to = both, route = {}, request = 'chat', price, cached }: Told): string[] {
  const service = { instance: { model: 'small' }, scaling: { min: 1, max: 1 } };
  const input = {
    name: 'chosen',
    duration: '1h',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 4, request: 'chat' } },
    requests: { chat: { route: request, promptTokens: 100, outputTokens: 20 } },
    models: { small: { ...smallModel, ...(price === undefined ? {} : { pricePerMillion: price }) } },
    services: { own: service, other: service },
    ai: {
      providers: {
        bought: {
          ttft: '1s',
          tokensPerSecond: 50,
          price: { input: 1, output: 2, ...(cached === undefined ? {} : { cached }) },
        },
      },
      routes: { chat: { to, choose, ...route } },
    },
  } as unknown as ScenarioInput; // safe: parseScenario checks it
  return ruleTexts(input);
}

const at = 'ai.routes.chat';

describe('how a route chooses', () => {
  it.each<[string, Told, string]>([
    ['an unknown word', { choose: 'best' }, `${at}.choose`],
    ['among one', { to: both.slice(1) }, `no-effect ${at}.choose: chooses among one target`],
    [
      'beside weights',
      { to: [both[0], { ...both[1], weight: 9 }] },
      `no-effect ${at}.to.1.weight: stands in a route that chooses the cheapest`,
    ],
    [
      'beside a rollout',
      { choose: 'fastest', route: { rollout: { steps: [5, 100], every: '10m' } } },
      `no-effect ${at}.rollout: stands beside \`choose: fastest\``,
    ],
    ['without one price', {}, `no-price ${at}.choose: is cheapest, and own has no price by the token`],
    [
      'without any price',
      { to: [{ service: 'own' }, { service: 'other' }] },
      `no-prices ${at}.choose: is cheapest, and no target of the route has a price`,
    ],
    [
      'where only others fall back to it',
      { request: 'first', route: {}, choose: 'fastest' },
      `no-effect ${at}.choose: stands in a route that no request class names`,
    ],
    [
      'beside a price that it does not look at',
      { price: { input: 1, output: 2 }, cached: 0.1 },
      `cached-price-unseen ${at}.choose: is cheapest, which does not look at`,
    ],
    ['by a file of another kind', { choose: { lua: 'r.ts' } }, `router-kind ${at}.choose.lua: is "r.ts"`],
    ['by a file that is no code', { choose: { typescript: 'r.yaml' } }, `router-kind ${at}.choose.typescript`],
    [
      'by a router beside a rollout',
      { choose: { lua: 'r.lua' }, route: { rollout: { steps: [5, 100], every: '10m' } } },
      `no-effect ${at}.rollout: stands beside \`choose: r.lua\``,
    ],
    ['by two files', { choose: { lua: 'r.lua', typescript: 'r.ts' } }, `${at}.choose`],
  ])('%s', (_, told, expected) => {
    const routes = told.request === undefined ? told : { ...told, request: 'own' };
    expect(foundIn(routes).some((text) => text.includes(expected))).toBe(true);
  });

  it('says nothing of one with prices, and nothing of the fastest without', () => {
    const isOfRoute = (text: string) => text.includes('.choose') || text.includes('.to.');
    expect(foundIn({ price: { input: 1, output: 1 } }).filter(isOfRoute)).toEqual([]);
    expect(foundIn({ choose: 'fastest' }).filter(isOfRoute)).toEqual([]);
  });
});
