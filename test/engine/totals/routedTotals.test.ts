import { describe, expect, it } from 'vitest';
import { routedOf, routerFindings } from '../../../src/engine/totals/routedTotals.js';
import type { FileSpec } from '../../../src/policy/policySpec.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { playScenario } from '../../support/playScenario.js';
import { evenLoad, ranWorld } from './ranWorld.js';

const bought = (input: number, output: number) => ({
  ttft: '200ms',
  tokensPerSecond: 100,
  price: { input, output },
});
const to = [{ service: 'prompts' }, { service: 'answers' }];

/** A second has three chats and one translation that go where it is cheapest, and two requests that go by weight; 50 s after 10 s. */
const routed = (routes: object, more: object = {}): object => ({
  name: 'routed',
  duration: '60s',
  warmup: '10s',
  traffic: { chats: evenLoad('chat', 3), texts: evenLoad('text', 1), others: evenLoad('other', 2) },
  requests: {
    chat: { route: 'cheap', promptTokens: 100, outputTokens: 20 },
    text: { route: 'cheap', promptTokens: 1000, outputTokens: 20 },
    other: { route: 'weights', promptTokens: 100, outputTokens: 20 },
    nobody: { route: 'unused', promptTokens: 100, outputTokens: 20 },
  },
  services: { web: { scaling: { min: 1, max: 1 } } },
  ai: {
    providers: { prompts: bought(0.1, 10), answers: bought(1, 1) },
    routes: { weights: { to }, cheap: { to, choose: 'cheapest' }, unused: { to, choose: 'cheapest' }, ...routes },
  },
  ...more,
});

describe('where routes sent requests', () => {
  it('is told of those that do not go by weight, by all classes that take them', () => {
    const { world } = ranWorld(routed({}));
    // At 100 + 20 tokens $210 a million requests and $120; at 1000 + 20 $300 and $1020.
    expect(routedOf(world)).toEqual({
      routed: [
        {
          route: 'cheap',
          choose: 'cheapest',
          targets: [
            { name: 'prompts', requests: 50 },
            { name: 'answers', requests: 150 },
          ],
        },
      ],
    });
    expect(routerFindings(world)).toEqual([]);
  });

  it('is not told where all go by weight, or there is no route', () => {
    const { world } = ranWorld(routed({ cheap: { to } }));
    expect(routedOf(world)).toEqual({});
    const requests = { chat: { route: 'prompts', promptTokens: 100, outputTokens: 20 } };
    const providers = { prompts: bought(1, 1) };
    const plain = ranWorld(routed({}, { traffic: { chats: evenLoad('chat', 3) }, requests, ai: { providers } })).world;
    expect(routedOf(plain)).toEqual({});
    expect(routerFindings(plain)).toEqual([]);
    const page = { page: { route: 'web', cpu: '1ms' } };
    const pages = ranWorld(routed({}, { traffic: { pages: evenLoad('page', 3) }, requests: page, ai: {} })).world;
    expect(routedOf(pages)).toEqual({});
    expect(routerFindings(pages)).toEqual([]);
  });

  it('is told of code with the requests over which it said nothing', () => {
    const code = `return { route = function(request) if request.promptTokens == 100 then return "prompts" end end }`;
    const file: FileSpec = { kind: 'lua', fileName: 'router.lua', path: 'router.lua', params: {}, code };
    const input = routed({ cheap: { to, choose: { lua: 'folder/router.lua' } } }) as ScenarioInput; // safe: parseScenario checks it
    const [one] = playScenario(input, { routers: { cheap: file } }).result.routed ?? [];
    expect(one).toMatchObject({ route: 'cheap', choose: 'router.lua', by_weight: 50 });
    const [prompts, answers] = one.targets.map(({ requests }) => requests);
    expect(prompts).toBeGreaterThanOrEqual(150);
    expect(prompts + answers).toBe(200);
  });
});
