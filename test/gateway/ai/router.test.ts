import { describe, expect, it } from 'vitest';
import { PolicyFault } from '../../../src/policy/policy.js';
import type { FileSpec } from '../../../src/policy/policySpec.js';
import { bundleTypeScriptPolicy } from '../../../src/policy/typescript/bundleTypeScriptPolicy.js';
import type { RunResult } from '../../../src/results/runResult.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { smallModel } from '../../support/anyModelScenario.js';
import { playScenario } from '../../support/playScenario.js';

const bought = (input: number, output: number, more: object = {}) => ({
  ttft: { exponential: { mean: '300ms' } },
  tokensPerSecond: 100,
  price: { input, output },
  ...more,
});
const outages = [{ at: '40s', for: '20s', kind: 'down' }];

/** A server of our own and two providers, prompts of any length, asked by two consumers. */
const routed = (choose: unknown, route: object = {}): ScenarioInput =>
  ({
    name: 'hooked',
    duration: '2m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 6 } },
    requests: {
      chat: {
        route: 'chat',
        promptTokens: { uniform: { min: 10, max: 900 } },
        outputTokens: { exponential: { mean: 30 } },
        maxOutputTokens: 90,
        consumer: { red: 0.5, blue: 0.5 },
        tier: 'gold',
        prefix: { groups: 3, tokens: 8 },
      },
    },
    models: { small: { ...smallModel, pricePerMillion: { input: 2, output: 2 } } },
    services: { own: { instance: { model: 'small' }, scaling: { min: 2, max: 2 } } },
    ai: {
      consumers: { red: {}, blue: {} },
      tiers: { gold: { priority: 3 } },
      providers: {
        prompts: bought(1, 9, { outages }),
        answers: bought(3, 0.5, { price: { input: 3, output: 0.5, cached: 0.3 } }),
      },
      routes: {
        chat: {
          to: [{ service: 'own' }, { service: 'prompts' }, { service: 'answers' }],
          fallback: ['own'],
          cooldown: { failures: 3, window: '60s', for: '5s' },
          choose,
          ...route,
        },
      },
    },
  }) as unknown as ScenarioInput; // safe: parseScenario checks it

const luaFile = (code: string, params: FileSpec['params'] = {}): FileSpec => ({
  kind: 'lua',
  fileName: 'router.lua',
  path: 'router.lua',
  params,
  code,
});

async function typeScriptFile(source: string): Promise<FileSpec> {
  const code = await bundleTypeScriptPolicy({ path: 'router.ts', code: source });
  return { kind: 'typescript', fileName: 'router.ts', path: 'router.ts', params: {}, code };
}

const play = (file: FileSpec, route: object = {}) =>
  playScenario(routed({ [file.kind]: file.fileName, params: file.params }, route), {
    // The scenario's own count, in every world: these are of the file as it was read.
    routers: { chat: { ...file, params: {} } },
  });
const lua = (body: string, route: object = {}) =>
  play(luaFile(`return { route = function(request, context) ${body} end }`), route);

/** All of a result but how it was chosen. */
function bytesOf({ routed, notes: _, ...result }: Partial<RunResult>): string {
  return JSON.stringify({ ...result, targets: routed?.[0].targets });
}

const cheapestLua = `return { route = function(request, context)
  local chosen, least
  for _, target in ipairs(context.targets) do
    local price = target.price or { input = 0, output = 0 }
    local usd = request.promptTokens * price.input + request.maxOutputTokens * price.output
    if not target.cooling and (not least or usd < least) then chosen, least = target.name, usd end
  end
  return chosen
end }`;
const cheapestTypeScript = `import { defineRouter } from 'dryscale';
export default defineRouter({
  route({ promptTokens, maxOutputTokens }, { targets }) {
    let chosen: string | undefined;
    let least = Infinity;
    for (const { name, cooling, price = { input: 0, output: 0 } } of targets) {
      const usd = promptTokens * price.input + maxOutputTokens * price.output;
      if (cooling || usd >= least) continue;
      [chosen, least] = [name, usd];
    }
    return chosen;
  },
});`;

describe('a router', () => {
  it('that goes by price gives the results of `cheapest`, in Lua and in TypeScript, to the last byte', async () => {
    const route = { cooldown: 'none' };
    const cheapest = bytesOf(playScenario(routed('cheapest', route)).result);
    expect(bytesOf(play(luaFile(cheapestLua), route).result)).toBe(cheapest);
    expect(bytesOf(play(await typeScriptFile(cheapestTypeScript), route).result)).toBe(cheapest);
  });

  it('sees at once who cools down', async () => {
    const { result } = play(luaFile(cheapestLua));
    // It looks before it chooses, so nothing has to be passed over.
    expect(result.fallbacks?.every(({ skipped }) => skipped === 0)).toBe(true);
    expect(result.measures.cooldowns).toBeGreaterThan(0);
    expect(bytesOf(play(await typeScriptFile(cheapestTypeScript)).result)).toBe(bytesOf(result));
    const blind = lua(`return "prompts"`).result;
    expect(blind.fallbacks?.some(({ from, skipped }) => from === 'prompts' && skipped > 0)).toBe(true);
  });

  it('that says nothing leaves the request to the weights, and the result says so', () => {
    const weights = playScenario(routed('weight')).result;
    const silent = lua('').result;
    expect(bytesOf({ ...silent, routed: undefined } as unknown as RunResult)).toBe(bytesOf(weights));
    expect(silent.routed?.[0]).toMatchObject({ choose: 'router.lua', by_weight: weights.measures.requests_offered });
  });

  it('is told what a gateway knows, and never the answer', () => {
    const { result } = lua(`
      local keys = {}
      for key in pairs(request) do keys[#keys + 1] = key end
      table.sort(keys)
      assert(table.concat(keys, " ") == "class consumer maxOutputTokens model prefix priority promptTokens tier", table.concat(keys, " "))
      assert(request.model == "chat" and request.class == "chat" and request.tier == "gold" and request.priority == 3)
      assert(request.maxOutputTokens == 90 and request.promptTokens <= 900 and math.type(request.promptTokens) == "integer")
      assert(request.consumer == "red" or request.consumer == "blue")
      assert(request.prefix >= 0 and request.prefix < 3)
      assert(context.route == "chat" and context.time >= (context.state.last or 0))
      context.state.last = context.time
      local own, prompts = context.targets[1], context.targets[2]
      assert(own.name == "own" and own.kind == "service" and own.ready == 2 and own.price.input == 2)
      assert(prompts.kind == "provider" and prompts.ready == nil and prompts.price.output == 9)
      assert(prompts.price.cached == nil and context.targets[3].price.cached == 0.3)
      if context.time > 30 then
        assert(own.metrics.requests_running and own.metrics.kv_utilization and own.metrics.ttft_p95_seconds)
        assert(prompts.metrics.spent_usd > 0 and prompts.metrics.ttft_recent_seconds > 0)
      end
      if context.time > 62 and context.time < 70 then assert(prompts.metrics.failures > 0) end
      context.state.turn = (context.state.turn or 0) + 1
      return context.targets[context.state.turn % 3 + 1].name`);
    expect(result.routed?.[0].targets.every(({ requests }) => requests > 100)).toBe(true);
  });

  it('sees metrics of the last scrape, not of the request before', () => {
    lua(`
      local state, waiting = context.state, context.targets[1].metrics.age_seconds
      if context.targets ~= state.targets then state.targets, state.changes = context.targets, (state.changes or 0) + 1 end
      -- At 15 s from a phase on, so eight or nine times in two minutes.
      assert(state.changes <= 10)
      return "own"`);
  });

  it('that says nothing is counted in the measured span, as the requests are', () => {
    const file = luaFile('return { route = function() end }');
    const input = { ...routed({ lua: 'router.lua' }), warmup: '1m' };
    const [{ targets, by_weight }] = playScenario(input, { routers: { chat: file } }).result.routed ?? [];
    expect(by_weight).toBeGreaterThan(200);
    expect(targets.reduce((sum, { requests }) => sum + requests, 0)).toBe(by_weight);
  });

  it('has params, which the scenario may set', () => {
    const code = `return { params = { to = "own" }, route = function(_, context) return context.params.to end }`;
    const targetsOf = (params: FileSpec['params']) => play(luaFile(code, params)).result.routed?.[0].targets;
    expect(targetsOf({})?.[0].requests).toBeGreaterThan(500);
    expect(targetsOf({ to: 'answers' })?.[2].requests).toBeGreaterThan(500);
    expect(() => targetsOf({ too: 'answers' })).toThrow(/router.lua: has no parameter "too". Did you mean "to"/);
  });
});

describe('a router that fails ends the run, and names itself', () => {
  it.each<[string, string, RegExp]>([
    [
      'an unknown name',
      'return "owm"',
      /^router.lua: route returned "owm".*virtual time [\d.]+ s.*Did you mean "own"\?/,
    ],
    ['a number', 'return 3', /^router.lua: route returned 3 .*Expected one of own, prompts, answers, or nil/],
    ['a fallback that is not in `to`', 'return "chat"', /no target of the route/],
    ['an error', 'local x = nil\n return x.y', /^router.lua:2: attempt to index a nil value.*virtual time/],
    [
      'an endless loop',
      'while true do end',
      /^router.lua:1: the instruction budget of one decision \(1 million\) is used up/,
    ],
    ['one that sleeps', 'require("dryscale").sleep(1)', /^router.lua:1: a router may not sleep/],
    [
      'one that reads metrics',
      'return require("dryscale").metric("cpu_utilization")',
      /^router.lua:1: a router has no dryscale.metric/,
    ],
    ['one that scales', 'return require("dryscale").scale_to(3)', /^router.lua:1: a router has no dryscale.scale_to/],
  ])('%s', (_, body, expected) => {
    const failed = () => lua(body);
    expect(failed).toThrow(PolicyFault);
    expect(failed).toThrow(expected);
  });

  it.each<[string, string, RegExp]>([
    ['nothing', '', /router.lua: returns undefined, expected a table with route/],
    ['a policy', 'return { decide = function() end }', /router.lua: .*found decide. It is a policy, not a router/],
    ['no Lua', 'return {', /router.lua:1: /],
  ])('a file that is %s', (_, code, expected) => {
    expect(() => play(luaFile(code))).toThrow(expected);
  });

  it.each<[string, string, RegExp]>([
    ['throws', `export function route() {\n  throw new Error('no way');\n}`, /^router.ts:2: no way \(virtual time/],
    ['gives an unknown name', `export const route = () => 'owm';`, /^router.ts: route returned "owm"/],
    ['gives an object', `export const route = () => ({ to: 'own' });`, /^router.ts: route returned/],
    ['gives a promise', `export const route = async () => 'own';`, /^router.ts: route returned/],
    ['reads a file', `export const route = () => require('node:fs').readFileSync('/etc/hosts');`, /^router.ts:1: /],
    ['is a policy', `export const decide = () => 3;`, /router.ts: .*It is a policy, not a router/],
  ])('TypeScript that %s', async (_, source, expected) => {
    const file = await typeScriptFile(source);
    expect(() => play(file)).toThrow(expected);
  });
});
