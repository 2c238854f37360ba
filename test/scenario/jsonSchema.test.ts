import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ProblemError } from '../../src/base/problem.js';
import { commands } from '../../src/cli/commands/index.js';
import { readOptions } from '../../src/cli/options.js';
import { allowedKeys } from '../../src/scenario/allowed.js';
import { renderSchemaFile } from '../../src/scenario/jsonSchema.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { sources } from '../../src/traffic/sources/index.js';
import { sampleDocument } from '../report/sampleDocument.js';
import { anyScenario } from '../support/anyScenario.js';
import { caseCounts } from '../support/sampled.js';
import { scenarioWith, variantParts } from '../support/variantSamples.js';

const root = resolve(import.meta.dirname, '../..');
const text = renderSchemaFile();
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(text));

/** What an editor would say. */
function mistakesOf(input: unknown): string[] {
  validate(input);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function isTaken(input: unknown): boolean {
  try {
    parseScenario(input as ScenarioInput);
    return true;
  } catch (thrown) {
    if (thrown instanceof ProblemError) return false;
    throw thrown;
  }
}

async function printed(name: string): Promise<string> {
  let said = '';
  const output = {
    write: async (part: string) => {
      said += part;
    },
  };
  const command = commands.find((one) => one.name === 'schema');
  // safe: the command uses nothing else of it.
  await command?.run({
    operands: [name],
    options: readOptions({}),
    output: output as never,
    interruption: undefined as never,
  });
  return said;
}

describe('the JSON Schema', () => {
  it('is the one that scenario files point to (dryscale schema scenario > schema/scenario.schema.json)', async () => {
    expect(readFileSync(join(root, 'schema/scenario.schema.json'), 'utf8')).toBe(text);
    expect(await printed('scenario')).toBe(text);
  });

  it('is small: what repeats is a definition, and every definition is used', () => {
    expect(text.length).toBeLessThan(150_000);
    const names = Object.keys(JSON.parse(text).$defs);
    expect(names).toEqual(expect.arrayContaining(['distribution', 'duration', 'size', 'source', 'service', 'fault']));
    for (const name of names) expect(text).toContain(`"#/$defs/${name}"`);
    const lognormals = text.match(/"required": \["lognormal"\]/g);
    // One of durations, one of tokens.
    expect(lognormals).toHaveLength(2);
  });

  it('takes every shipped scenario', () => {
    for (const name of readdirSync(join(root, 'scenarios')).filter((one) => one.endsWith('.yaml'))) {
      expect([name, mistakesOf(parse(readFileSync(join(root, 'scenarios', name), 'utf8')))]).toEqual([name, []]);
    }
  });

  it('takes what the loader takes: every form of every variant', () => {
    for (const { what, part } of variantParts) {
      const input = scenarioWith([part]);
      expect(isTaken(input)).toBe(true);
      expect([what, JSON.stringify(part), mistakesOf(input)]).toEqual([what, JSON.stringify(part), []]);
    }
  });

  it('takes what the loader takes, whatever comes together', () => {
    fc.assert(
      fc.property(anyScenario, (input) => {
        expect(mistakesOf(input)).toEqual([]);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  for (const { tags, numRuns } of caseCounts(200, 1000))
    it('refuses nothing but what the loader refuses, where one value is another', { tags }, () => {
      const others = [
        null,
        -1,
        0,
        1.5,
        1e12,
        '',
        'x',
        '15',
        '-5s',
        '30s',
        '1d2h',
        '+3s',
        '.5h',
        '4GiB',
        '1 kB',
        true,
        [],
        {},
        { constant: '1s' },
      ];
      let takenCount = 0;
      fc.assert(
        fc.property(anyScenario, fc.nat(), fc.constantFrom(...others), (input, at, other) => {
          const copy = structuredClone(input);
          const places = placesOf(copy);
          const { holder, key } = places[at % places.length];
          Reflect.set(holder, key, other);
          if (!isTaken(copy)) return;
          takenCount++;
          expect([String(key), other, mistakesOf(copy)]).toEqual([String(key), other, []]);
        }),
        { seed: 6, numRuns },
      );
      expect(takenCount).toBeGreaterThan(numRuns / 20);
    });
});

interface Placed {
  readonly holder: object;
  readonly key: string;
}

function placesOf(value: unknown): Placed[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...placesOf(inner)]);
}

const small = {
  name: 'shop',
  duration: '10m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 10 } },
  requests: { page: { route: 'web', cpu: '20ms' } },
  services: { web: { instance: { vcpus: 2, startup: '30s' }, scaling: { min: 1, max: 4 } } },
};

describe('the JSON Schema refuses', () => {
  const startup = (value: unknown) => ({ services: { web: { instance: { startup: value } } } });
  const users = (value: object) => ({ traffic: { users: value } });

  it.each<[string, object]>([
    ['a misspelt key', { durration: '1m' }],
    ['a misspelt key inside', { services: { web: { instance: { vcpu: 2 } } } }],
    ['a number without a unit', { duration: 600 }],
    ['a text that is no duration', { duration: '10 minutes' }],
    ['a text without a unit', { warmup: '15' }],
    ['a negative duration', { warmup: '-5s' }],
    ['a text that is no size', { requests: { page: { route: 'web', memory: '4 gigs' } } }],
    ['an unknown executor', users({ executor: 'constant-arrivals', rate: 1 })],
    ['a key of another executor', users({ executor: 'constant-arrival-rate', rate: 1, peakToTrough: 3 })],
    ['an executor without its keys', users({ executor: 'diurnal', mean: 3 })],
    ['an unknown distribution', startup({ normal: { mean: '1s' } })],
    ['a distribution without its keys', startup({ lognormal: { mean: '1s' } })],
    ['a distribution with keys of two forms', startup({ lognormal: { mean: '1s', cv: 1, median: '1s', p95: '2s' } })],
    ['two distributions', startup({ constant: '1s', exponential: { mean: '1s' } })],
    ['a mixture without weights', startup({ mixture: [{ constant: '1s' }] })],
    ['an unknown balancer', { gateway: { balancer: 'fastest' } }],
    ['an unknown kind of fault', { faults: [{ kind: 'fire', at: '1m' }] }],
    ['a share above 1', { slo: { latency: '1s', objective: 99 } }],
    ['a name with blanks', { name: 'my shop' }],
    ['a list for a map', { services: [] }],
  ])('%s', (_claim, change) => {
    const input = { ...small, ...change };
    expect(mistakesOf(small)).toEqual([]);
    expect(mistakesOf(input)).not.toEqual([]);
    expect(isTaken(input)).toBe(false);
  });
});

describe('what is made of the JSON Schema', () => {
  it('spells out every executor and every choice', () => {
    for (const { name } of sources) expect(text).toContain(`"const": "${name}"`);
    for (const name of ['least-requests', 'lognormal', 'hyperexponential', 'gamma', 'usl'])
      expect(text).toContain(`"${name}"`);
  });

  it('knows the keys of the executor that is used, not of the others', () => {
    const value = { traffic: { users: { executor: 'constant-vus' } } };
    expect(allowedKeys(['traffic', 'users'], value)).toContain('vus');
    expect(allowedKeys(['traffic', 'users'], value)).not.toContain('peakToTrough');
  });

  it('knows the keys behind references', () => {
    const value = { services: { web: { instance: { startup: { lognormal: {} } } } } };
    expect(allowedKeys(['services', 'web', 'instance', 'startup', 'lognormal'], value)).toContain('p95');
    expect(allowedKeys(['gateway', 'retries'], { gateway: { retries: {} } })).toContain('backoff');
  });
});

describe('every schema of the command', () => {
  it.each(['scenario', 'result', 'event', 'observation'])('is valid in strict mode: %s', async (name) => {
    const schema = JSON.parse(await printed(name));
    expect(() => new Ajv2020({ strict: true }).compile(schema)).not.toThrow();
  });

  it('takes a result, an observation and none of the other', async () => {
    const compiled = async (name: string) => new Ajv2020({ strict: true }).compile(JSON.parse(await printed(name)));
    const [result, observation] = [await compiled('result'), await compiled('observation')];
    const document = JSON.parse(JSON.stringify(sampleDocument()));
    result(document);
    expect(result.errors).toBeNull();
    const seen = {
      time: 600,
      service: 'web',
      instances: { desired: 6, ready: 4, pending: 0, starting: 2, draining: 0, failed: 0, min: 2, max: 40 },
      metrics: { cpu_utilization: 0.83 },
    };
    observation(seen);
    expect(observation.errors).toBeNull();
    expect(result(seen)).toBe(false);
    expect(observation(document)).toBe(false);
  });
});
