import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { ProblemError } from '../../src/base/problem.js';
import { loadScenario } from '../../src/scenario/load.js';
import { caseCounts } from '../support/sampled.js';

const folder = mkdtempSync(join(tmpdir(), 'dryscale-places-'));
const shipped = resolve(import.meta.dirname, '../../scenarios');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One scenario with most keys that there are. */
const valid: unknown = {
  ...parse(readFileSync(join(shipped, 'steady.yaml'), 'utf8')),
  faults: [{ kind: 'crash', at: '20s', count: 1 }],
  gateway: { balancer: 'random', retries: { attempts: 3, on: ['5xx'] }, timeout: '2s' },
  telemetry: { scrape: '5s' },
  cloud: { api: { latency: '1s' } },
  slo: { latency: '300ms', objective: 0.95 },
  thresholds: { latency_p95_ms: ['value<5000'], 'http_req_duration{source:users}': ['p(95)<5000'] },
  assumptions: [],
};

/** Where something stands: every key path of a value. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const within = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  return [path, ...within.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

/** Values that hardly any place takes. */
const odd = [
  ...[
    null,
    true,
    -1,
    0.5,
    1e300,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    2 ** 53,
    'x',
    '',
    '1h',
    '-5s',
    '\n',
    '1e400',
  ],
  ...[[], [1], [[]], {}, { x: 1 }, { usl: {} }, { constant: 1 }, 'name', 'p(95)<'],
];

function changed(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  change: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? changed(item, rest, change) : item));
  const map = value as Readonly<Record<string, unknown>>;
  return { ...map, [key]: changed(map[key], rest, change) };
}

const changes = fc
  .record({
    path: fc.constantFrom(...pathsOf(valid)),
    how: fc.oneof(
      fc.constantFrom(...odd).map((value) => () => value),
      fc
        .constantFrom('x', 'durration', 'min', '0', 'a.b', 'constructor')
        .map(
          (key) => (old: unknown) =>
            typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old, [key]: 1 } : { [key]: old },
        ),
      fc.constant((old: unknown) => [old]),
    ),
  })
  .map(({ path, how }) => changed(valid, path, how));

describe('a problem of a scenario', () => {
  for (const { tags, numRuns } of caseCounts(80, 300))
    it('has file, line and column, wherever it is and whatever it is', { tags }, async () => {
      writeFileSync(join(folder, 'valid.yaml'), stringify(valid));
      await loadScenario(join(folder, 'valid.yaml'));
      let refusedCount = 0;
      await fc.assert(
        fc.asyncProperty(changes, fc.boolean(), async (scenario, isFlow) => {
          const file = join(folder, 'changed.yaml');
          writeFileSync(file, stringify(scenario, isFlow ? { collectionStyle: 'flow' } : {}));
          try {
            await loadScenario(file);
          } catch (thrown) {
            if (!(thrown instanceof ProblemError)) throw thrown;
            refusedCount++;
            for (const { what, where } of thrown.problems) {
              expect({ what, ...where }).toMatchObject({ file, line: expect.any(Number), column: expect.any(Number) });
            }
          }
        }),
        { seed: 15, numRuns },
      );
      expect(refusedCount).toBeGreaterThan(numRuns / 3);
    });
});
