import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { smallModel } from '../support/anyModelScenario.js';
import { problemsOf } from '../support/problemsOf.js';

const scenarioWith = (routes: unknown, route = 'main', part: object = {}): ScenarioInput =>
  ({
    name: 'routed',
    duration: '5m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 4, request: 'chat' } },
    requests: { chat: { route, promptTokens: 100, outputTokens: 20 } },
    models: { small: smallModel },
    services: {
      large: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } },
      little: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } },
      web: { instance: {}, scaling: { min: 1, max: 1 } },
    },
    ai: { routes },
    ...part,
  }) as unknown as ScenarioInput; // safe: parseScenario checks it

const to = [{ service: 'large' }];
const semantic = { kind: 'semantic', hitRate: 0.3 };

describe('routes of ai', () => {
  it.each([
    [
      'an unknown service',
      { main: { to: [{ service: 'larg' }] } },
      'ai.routes.main.to.0.service',
      'unknown-service',
      'Did you mean "large"?',
    ],
    [
      'an unknown fallback',
      { main: { to, fallback: ['litle'] } },
      'ai.routes.main.fallback.0',
      'unknown-service',
      'Did you mean "little"?',
    ],
    ['nowhere', { main: { to: [] } }, 'ai.routes.main.to', 'out-of-range', ''],
    ['no weight', { main: { to: [{ service: 'large', weight: 0 }] } }, 'ai.routes.main.to', 'no-weight', ''],
    ['itself', { main: { to, fallback: ['main'] } }, 'ai.routes.main.fallback.0', 'fallback-cycle', ''],
    ['no model', { main: { to, fallback: ['web'] } }, 'ai.routes.main.fallback.0', 'tokens-without-model', ''],
    [
      'no model at once',
      { main: { to: [{ service: 'web' }] } },
      'ai.routes.main.to.0.service',
      'tokens-without-model',
      '',
    ],
    ['a service again', { main: { to: [...to, ...to] } }, 'ai.routes.main.to.1.service', 'no-effect', ''],
    [
      'a fallback again',
      { main: { to, fallback: ['little', 'little'] } },
      'ai.routes.main.fallback.1',
      'no-effect',
      '',
    ],
    ['where it comes from', { main: { to, fallback: ['large'] } }, 'ai.routes.main.fallback', 'no-effect', ''],
    ['cooldown alone', { main: { to, cooldown: {} } }, 'ai.routes.main.cooldown', 'no-effect', ''],
    ['on alone', { main: { to, on: ['5xx'] } }, 'ai.routes.main.on', 'no-effect', ''],
    [
      'an unknown cause',
      { main: { to, fallback: ['little'], on: ['4xx'] } },
      'ai.routes.main.on.0',
      'unknown-value',
      '',
    ],
    [
      'an unknown key',
      { main: { to, falback: ['little'] } },
      'ai.routes.main.falback',
      'unknown-key',
      'Did you mean "fallback"?',
    ],
    [
      'a cache that is not asked',
      { main: { to, fallback: ['rest'] }, rest: { to: [{ service: 'little' }], cache: semantic } },
      'ai.routes.rest.cache',
      'no-effect',
      '',
    ],
    [
      'a share above 1',
      { main: { to, cache: { ...semantic, hitRate: 30 } } },
      'ai.routes.main.cache.hitRate',
      'out-of-range',
      '',
    ],
    [
      'another kind of cache',
      { main: { to, cache: { ...semantic, kind: 'exact' } } },
      'ai.routes.main.cache.kind',
      'unknown-value',
      '',
    ],
    [
      'a timeout that another one comes before',
      { main: { to, timeouts: { idle: '9s', total: '9s' } } },
      'ai.routes.main.timeouts.idle',
      'no-effect',
      'below total',
    ],
  ])('are refused: %s', (_, routes, path, code, fix) => {
    const problems = problemsOf(scenarioWith(routes));
    expect(problems.map(({ where, ...one }) => [where.path, one.code])).toEqual(expect.arrayContaining([[path, code]]));
    expect(problems.find(({ where }) => where.path === path)?.fix).toContain(fix);
  });

  it('are refused where they lead back', () => {
    const problems = problemsOf(
      scenarioWith({ main: { to, fallback: ['other'] }, other: { to: [{ service: 'little' }], fallback: ['main'] } }),
    );
    expect(problems.map(({ what }) => what)).toEqual([
      'leads back to main: main -> other -> main',
      'leads back to other: other -> main -> other',
    ]);
  });

  it('have no name of a service', () => {
    expect(problemsOf(scenarioWith({ large: { to } }, 'large')).map(({ code }) => code)).toEqual(['name-twice']);
  });

  it('are suggested to who misspells one, and not among weights', () => {
    expect(problemsOf(scenarioWith({ main: { to } }, 'maim'))[0].fix).toContain('Did you mean "main"?');
    const part = { requests: { chat: { route: { main: 1 }, promptTokens: 1, outputTokens: 1 } } };
    expect(problemsOf(scenarioWith({ main: { to } }, '', part))[0].what).toContain(
      'weights cannot name a route of `ai`',
    );
  });

  it('that nobody names are a warning', () => {
    const findings = checkRules(parseScenario(scenarioWith({ main: { to }, spare: { to } })));
    expect(findings.map(({ path, isWarning }) => [path.join('.'), isWarning])).toEqual([['ai.routes.spare', true]]);
  });

  it('want tokens of their classes', () => {
    const part = { requests: { chat: { route: 'main', cpu: '1ms' } } };
    expect(problemsOf(scenarioWith({ main: { to } }, '', part)).map(({ code }) => code)).toEqual(['tokens-missing']);
  });
});
