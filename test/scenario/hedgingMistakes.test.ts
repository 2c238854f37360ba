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

const own = { timeout: '100ms' };
const long = { timeout: '2s' };
const retries = { attempts: 1 };
const ofCall = 'timeout of the call of row by page is 100ms';
it.each([
  ['a call that gives up before it', { db: { hedging: after } }, [own], [ofCall]],
  ['a call that takes its time, whatever the gateway says', { all: own, db: { hedging: after } }, [long], []],
  ['two calls of which one gives up before it', { all: long, db: { hedging: after } }, [{}, own], [ofCall]],
  ['a call that leaves it to the gateway', { all: own, db: { hedging: after } }, [{}, long], ['timeout is 100ms']],
  ['a call with a single try', { db: { hedging: after } }, [{ retries }], ['attempts of the call of row by page is 1']],
  ['a call with tries of its own', { all: { retries }, db: { hedging: after } }, [{ retries: { attempts: 3 } }], []],
  ['the gateway, for calls and sources', { all: { hedging: after } }, [own], [ofCall]],
  ['the gateway, and its own timeout', { all: { hedging: after, ...own } }, [long], ['timeout is 100ms']],
])('hedging of what is called, with %s', (_, { all = {}, db = {} }: { all?: object; db?: object }, calls, expected) => {
  const scenario = parseScenario({
    name: 'hedged',
    duration: '1m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 1, request: 'page' } },
    requests: {
      page: { route: 'web', calls: calls.map((call) => ({ request: 'row', ...call })) },
      row: { route: 'db', io: '10ms' },
    },
    services: { web: {}, db: 'hedging' in db ? { gateway: db } : {} },
    gateway: all,
  } as unknown as ScenarioInput); // safe: parseScenario checks it
  const found = checkRules(scenario).filter(({ path }) => path.includes('hedging'));
  expect(found.length).toBe(expected.length);
  for (const [index, text] of expected.entries()) expect(found[index].what).toContain(text);
});
