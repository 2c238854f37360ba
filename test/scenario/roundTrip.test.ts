import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { choiceLists } from '../../src/base/variant.js';
import { encodeScenario } from '../../src/scenario/encodeScenario.js';
import { inspectScenario } from '../../src/scenario/inspect.js';
import { loadScenario, parseScenario } from '../../src/scenario/load.js';
import { type ScenarioInput, scenarioSchema } from '../../src/scenario/schema.js';
import { caseCounts } from '../support/sampled.js';
import { scenarioWith, variantParts } from '../support/variantSamples.js';

const folder = resolve(import.meta.dirname, '../../scenarios');
const shipped = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** Any sample of each choice, or none, all in one scenario. */
const scenarios: fc.Arbitrary<ScenarioInput> = fc
  .tuple(
    ...[...new Set(variantParts.map(({ what }) => what))].map((choice) => {
      const parts = variantParts.filter(({ what }) => what === choice).map(({ part }) => part);
      return fc.constantFrom({}, ...parts);
    }),
  )
  .map((parts) => scenarioWith(parts));

describe('a resolved scenario', () => {
  it.each(shipped)('loads again as the same: %s', async (name) => {
    const { scenario } = await loadScenario(join(folder, name));
    expect(parseScenario(encodeScenario(scenario))).toEqual(scenario);
  });

  for (const { tags, numRuns } of caseCounts(50, 200))
    it('loads again as the same, whatever it was', { tags }, () => {
      fc.assert(
        fc.property(scenarios, (input) => {
          const scenario = parseScenario(input);
          expect(parseScenario(encodeScenario(scenario))).toEqual(scenario);
        }),
        { seed: 11, numRuns },
      );
    });

  it('has no part that could be read but not written again', () => {
    expect(oneWayParts(scenarioSchema, 'scenario')).toEqual([]);
  });

  it('has the estimates that its numbers give', async () => {
    const { estimates } = inspectScenario(await loadScenario(join(folder, 'steady.yaml')));
    // 200/s for an hour; 2 vCPUs at 25 ms of cpu serve 80/s; 200 / (0.8 x 80) = 3.1.
    expect(estimates.expectedArrivals).toEqual({ users: 720_000 });
    expect(estimates.services.web).toEqual({ capacityPerInstance: 80, startsWith: 5, neededAtPeak: 4 });
  });
});

/** Places of a schema that change what they read without knowing the way back. */
function oneWayParts(schema: z.ZodType, path: string, seen = new Set<unknown>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { def } = schema;
  // A codec is a pipe that knows both ways; one made of a plain transform does not.
  const isOneWay = def.type === 'transform';
  const choice = choiceLists.get(schema);
  const variants = choice?.list.map(({ name, schema: settings }) => [name, settings] as const) ?? [];
  const within = Object.entries(def).flatMap(([key, value]) => schemasOf(value, key));
  return [
    ...(isOneWay ? [path] : []),
    ...[...variants, ...within].flatMap(([key, part]) => oneWayParts(part, `${path}.${key}`, seen)),
  ];
}

function schemasOf(value: unknown, key: string): (readonly [string, z.ZodType])[] {
  if (value instanceof z.ZodType) return [[key, value]];
  if (Array.isArray(value)) return value.flatMap((part, index) => schemasOf(part, `${key}.${index}`));
  const isShape = key === 'shape' && typeof value === 'object' && value !== null;
  if (isShape) return Object.entries(value).flatMap(([name, part]) => schemasOf(part, name));
  return key === 'getter' && typeof value === 'function' ? schemasOf(value(), key) : [];
}
