import { expect, it } from 'vitest';
import { faultKinds } from '../../src/faults/kinds/index.js';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

const scenarioWith = (fault: object, zones = 2) =>
  parseScenario({
    name: 'faulty',
    duration: '1m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 1 } },
    requests: { page: { route: 'web', io: '10ms' } },
    services: { web: { zones } },
    faults: [fault],
  } as unknown as ScenarioInput);

it.each<readonly [string, object, readonly string[]]>([
  ['in the last moment', { kind: 'crash', at: '59s' }, []],
  ['when the run is over', { kind: 'crash', at: '1m' }, ['starts-too-late faults.0.at: is 1m, but the run ends at 1m']],
  ['long after it', { kind: 'api-outage', at: '1h', for: '5s' }, ['starts-too-late faults.0.at: is 1h']],
  ['again and again', { kind: 'crash', every: '2m' }, []],
])('a fault %s', (_, fault, expected) => {
  const found = checkRules(scenarioWith(fault)).map(({ code, path, what }) => `${code} ${path.join('.')}: ${what}`);
  expect(found).toEqual(expected.map((text) => expect.stringContaining(text)));
});

it.each([
  [1, 'there is 1 zone', 'choose zone 1, or'],
  [2, 'there are 2 zones', 'a zone from 1 to 2, or'],
])('an outage of a zone beyond %i', (zones, what, fix) => {
  const outage = { kind: 'zone-outage', at: '5s', for: '5s', zone: 3 };
  expect(() => scenarioWith(outage, zones)).toThrow(new RegExp(`${what}[^]*${fix}`));
});

// Each kind that strikes instances has both keys, and would go by one of them.
const striking = faultKinds.filter(({ shape }) => 'count' in shape && 'fraction' in shape);

it.each(striking.map(({ name, lasts }) => [name, lasts] as const))(
  '%s by count and by fraction at once',
  (kind, lasts) => {
    const fault = { kind, at: '5s', ...(lasts === true ? { for: '5s' } : {}), count: 1, fraction: 0.5 };
    const own = { slow: { factor: 2 }, errors: { rate: 1 }, leak: { perHour: '1GB' } };
    const all = { ...fault, ...Object.entries(own).find(([name]) => name === kind)?.[1] };
    expect(() => scenarioWith(all)).toThrow(/says both `count` and `fraction`[\s\S]*keep one of them/);
  },
);

it('names the kind that a slip of the pen meant, and all that there are', () => {
  const kinds = faultKinds.map(({ name }) => name);
  for (const kind of kinds)
    expect(() => scenarioWith({ kind: `${kind}x`, at: '5s' })).toThrow(
      `Did you mean "${kind}"? Known: ${kinds.join(', ')}`,
    );
});
