import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { smallModel } from '../support/anyModelScenario.js';
import { problemsOf } from '../support/problemsOf.js';

const bought = { ttft: '500ms', tokensPerSecond: 50, price: { input: 0.6, output: 2.4 } };
const main = { to: [{ service: 'bought' }] };

const scenarioWith = (provider: object, part: object = {}, ai: object = {}): ScenarioInput =>
  ({
    name: 'bought',
    duration: '5m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 4, request: 'chat' } },
    requests: { chat: { route: 'main', promptTokens: 100, outputTokens: 20 } },
    models: { small: smallModel },
    services: { own: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } } },
    ai: { providers: { bought: { ...bought, ...provider } }, routes: { main }, ...ai },
    ...part,
  }) as unknown as ScenarioInput; // safe: parseScenario checks it

function refusalsOf(input: ScenarioInput): string[] {
  return problemsOf(input).map(({ code, where, what, fix }) => `${code} ${where.path ?? ''}: ${what}; ${fix}`);
}

const outage = { at: '1m', for: '1m', kind: 'down' };
const provider = 'ai.providers.bought';

describe('a provider', () => {
  it('is fine as it stands', () => {
    expect(refusalsOf(scenarioWith({ outages: [outage, { at: '2m', for: '1m', kind: 429 }] }))).toEqual([]);
  });

  it.each([
    ['no price', { price: undefined }, `missing-key ${provider}.price`],
    ['a price of 0', { price: { input: 0, output: 1 } }, `out-of-range ${provider}.price.input`],
    ['a price below 0', { price: { input: 1, output: -1 } }, `out-of-range ${provider}.price.output`],
    ['a limit of 0', { requestsPerMinute: 0 }, `out-of-range ${provider}.requestsPerMinute`],
    ['a limit below 0', { tokensPerMinute: -5 }, `out-of-range ${provider}.tokensPerMinute`],
    ['no speed', { tokensPerSecond: 0 }, provider],
    ['no time at all', { ttft: '0s' }, `${provider}.ttft`],
    ['an outage after the end', { outages: [{ ...outage, at: '5m' }] }, `outage-after-end ${provider}.outages.0.at`],
    ['an outage of no time', { outages: [{ ...outage, for: '0s' }] }, `${provider}.outages.0.for`],
    [
      'two at once',
      { outages: [outage, { at: '90s', for: '1m', kind: 'slow' }] },
      `outages-overlap ${provider}.outages.1`,
    ],
    ['an unknown kind', { outages: [{ ...outage, kind: 'gone' }] }, `unknown-value ${provider}.outages.0.kind`],
    ['a factor of what is down', { outages: [{ ...outage, factor: 3 }] }, `no-effect ${provider}.outages.0.factor`],
    ['a factor below 1', { outages: [{ ...outage, kind: 'slow', factor: 0.5 }] }, 'out-of-range'],
    ['answers longer than its limit', { tokensPerMinute: 15 }, `never-fits ${provider}.tokensPerMinute`],
    [
      'cached prompts dearer than others',
      { price: { input: 1, output: 1, cached: 2 } },
      `out-of-range ${provider}.price.cached`,
    ],
    ['a quality above 1', { quality: 1.1 }, `${provider}.quality`],
  ])('is refused with %s', (_, part, expected) => {
    const problems = refusalsOf(scenarioWith(part));
    expect(problems.length).toBe(1);
    expect(problems[0]).toContain(expected);
  });

  it.each([
    ['its name is a service', {}, { providers: { own: bought }, routes: undefined }, 'name-twice ai.providers.own'],
    ['its name is a route', {}, { routes: { main, bought: { to: [{ service: 'own' }] } } }, 'name-twice'],
    ['it is misspelled in `to`', {}, { routes: { main: { to: [{ service: 'bougt' }] } } }, 'Did you mean "bought"?'],
    [
      'it is misspelled in `fallback`',
      {},
      { routes: { main: { to: [{ service: 'own' }], fallback: ['bougt'] } } },
      'Did you mean "bought"?',
    ],
    ['it stands alone with a cooldown', {}, { routes: { main: { ...main, cooldown: {} } } }, 'no-effect'],
    [
      'its requests have no tokens',
      { requests: { chat: { route: 'main', cpu: '5ms' } } },
      {},
      'goes to the provider bought and has no tokens',
    ],
  ])('is refused where %s', (_, part, ai, expected) => {
    expect(refusalsOf(scenarioWith({}, part, ai)).join('\n')).toContain(expected);
  });

  it('is named where nobody uses it', () => {
    const scenario = parseScenario(scenarioWith({}, {}, { routes: { main: { to: [{ service: 'own' }] } } }));
    const found = checkRules(scenario).filter(({ isWarning }) => isWarning === true);
    expect(found.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(['no-effect ai.providers.bought']);
  });

  it.each([
    ['no prompt shares anything', {}, 1],
    ['what prompts share is too short', { prefix: { groups: 3, tokens: 1_000 } }, 1],
    ['prompts share enough', { prefix: { groups: 3, tokens: 1_024 } }, 0],
    ['they are turns of sessions', { session: { turns: 3, think: '5s' } }, 0],
  ])("has a price of cached prompts that is told to be nobody's where it is: %s", (_, own, count) => {
    const chat = { route: 'main', promptTokens: 2_000, outputTokens: 20, ...own };
    const price = { input: 1, output: 1, cached: 0.1 };
    const found = checkRules(parseScenario(scenarioWith({ price }, { requests: { chat } })));
    expect(found.filter(({ path }) => path.at(-1) === 'cached').map(({ code }) => code)).toEqual(
      Array.from({ length: count }, () => 'no-effect'),
    );
  });

  it('is priced, so that budgets count it', () => {
    const consumers = { team: { budgetUsdPerDay: 5 } };
    const chat = { route: 'main', promptTokens: 100, outputTokens: 20, consumer: 'team' };
    const scenario = parseScenario(scenarioWith({}, { requests: { chat } }, { consumers }));
    expect(checkRules(scenario).filter(({ path }) => path.includes('team'))).toEqual([]);
  });
});
