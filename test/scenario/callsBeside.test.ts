import { describe, expect, it } from 'vitest';
import { k6Thresholds } from '../../src/exports/k6/k6Thresholds.js';
import { expectedArrivals } from '../../src/scenario/expectedArrivals.js';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

const users = { executor: 'constant-vus', vus: 5, request: 'page' };
const stock = { route: 'inv', cpu: '20ms', io: '100ms' };

/** `page` only calls `stock`, which only calls reach. */
function scenarioOf(parts: object): ScenarioInput {
  return {
    name: 'beside',
    duration: '1m',
    traffic: { users },
    requests: { page: { route: 'web', calls: [{ request: 'stock' }] }, stock },
    services: { web: { scaling: {} }, inv: { scaling: {} } },
    ...parts,
  } as ScenarioInput;
}

describe('what else of a scenario knows of calls', () => {
  it('users who only wait for calls send as often as those are answered: 5 x 60 s / 120 ms', () => {
    expect(expectedArrivals(parseScenario(scenarioOf({})), '.')).toEqual({ users: 2500 });
  });

  it('a service that virtual users reach through calls cannot begin with what is needed', () => {
    const services = { web: { scaling: {} }, inv: { scaling: { initial: 'needed', max: 9 } } };
    expect(() => parseScenario(scenarioOf({ services }))).toThrow(/the users of users call inv/);
  });

  it('calls of a class that nothing reaches are a warning', () => {
    const orphan = { route: 'web', calls: [{ request: 'stock' }] };
    const requests = { page: { route: 'web', calls: [{ request: 'stock' }] }, stock, orphan };
    const codesOf = (parts: object) =>
      checkRules(parseScenario(scenarioOf(parts))).map(({ code, path }) => [code, path.join('.')]);
    expect(codesOf({ requests })).toContainEqual(['no-effect', 'requests.orphan.calls']);
    expect(codesOf({}).flat()).not.toContain('no-effect');
  });

  it('k6 judges no threshold of a class that only calls reach', () => {
    const thresholds = { 'http_reqs{class:stock}': ['rate>1'], 'http_reqs{class:page}': ['rate>1'] };
    const { thresholds: taken, notes } = k6Thresholds(parseScenario(scenarioOf({ thresholds })));
    expect(Object.keys(taken)).toEqual(['http_reqs{class:page}']);
    expect(notes).toEqual([expect.stringContaining('other requests call it')]);
  });
});
