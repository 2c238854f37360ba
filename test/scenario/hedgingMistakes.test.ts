import { expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

const after = { after: '500ms' };
it.each([
  ['a timeout before it', { hedging: after, timeout: '100ms', retries: { attempts: 3 } }, 'after'],
  ['a total timeout before it', { hedging: after, totalTimeout: '500ms' }, 'after'],
  ['no second try', { hedging: after, retries: { attempts: 1 } }, 'attempts'],
  ['fewer tries', { hedging: { ...after, attempts: 4 }, retries: { attempts: 2 } }, 'attempts'],
  ['time enough', { hedging: after, timeout: '600ms', totalTimeout: '2s', retries: { attempts: 2 } }, undefined],
  ['a delay that follows', { hedging: { after: 'p95' }, timeout: '100ms' }, undefined],
])('hedging with %s', (_, gateway, key) => {
  const scenario = parseScenario({
    name: 'hedged',
    duration: '1m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 1 } },
    requests: { page: { route: 'web', io: '10ms' } },
    services: { web: {} },
    gateway,
  } as unknown as ScenarioInput);
  const places = checkRules(scenario).map(({ path }) => path.join('.'));
  expect(places).toEqual(key === undefined ? [] : [`gateway.hedging.${key}`]);
});
