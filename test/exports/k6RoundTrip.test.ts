import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { k6LoadOf, k6ScriptOf } from '../../src/exports/k6/k6Exporter.js';
import { evaluateScript } from '../../src/imports/k6/evaluateScript.js';
import { importOptions } from '../../src/imports/k6/k6Importer.js';
import { estimateContext } from '../../src/scenario/estimateContext.js';
import { loadScenario, parseScenario } from '../../src/scenario/load.js';
import type { Scenario } from '../../src/scenario/schema.js';
import { buildSource } from '../../src/traffic/sources/index.js';
import { root, temporaryFolder } from '../support/runCli.js';
import { caseCounts } from '../support/sampled.js';

/** The scenario that an import makes of what an export wrote. */
function backAgain(scenario: Scenario, folder = root): Scenario {
  const { options, functions } = k6LoadOf({ scenario, folder });
  const functionNames = Object.values(functions);
  const evaluated = { options: JSON.parse(JSON.stringify(options)), exportNames: [], text: '', functionNames };
  return parseScenario(parse(importOptions(evaluated, { file: 'x.js', text: '' }, undefined).text));
}

/** Everything that is seen of a source in one run of this length: arrivals of an open one, users and thinks of a closed one. */
function behaviour(scenario: Scenario, name: string, duration: number, folder = root): unknown {
  const source = buildSource(scenario.traffic[name], estimateContext({ ...scenario, duration }, folder));
  if (source.kind === 'open') {
    const times: number[] = [];
    for (let at = source.nextArrivalSeconds(); at < duration && times.length < 2000; at = source.nextArrivalSeconds())
      times.push(at);
    return { times, vuPool: source.vuPool };
  }
  const changes: unknown[] = [];
  for (let change = source.nextChange(); change !== undefined; change = source.nextChange()) {
    if (change.atSeconds < duration) changes.push({ ...change });
  }
  const taken = [0, 0, 1, 1, 0].map((user) => source.takeIteration(user));
  return { changes, taken, thinks: [source.thinkSeconds(0, 0), source.thinkSeconds(1, 7)] };
}

function close(a: unknown, b: unknown): void {
  const rounded = (value: unknown) =>
    JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? Number(one.toFixed(6)) : one)));
  expect(rounded(a)).toEqual(rounded(b));
}

const seconds = (min: number) => fc.integer({ min, max: 300 }).map((value) => `${value}s`);
const think = fc.constantFrom('2s', { exponential: { mean: '3s' } }, { lognormal: { mean: '1s', cv: 2 } });
const arrivals = fc.constantFrom('even', 'poisson', { gamma: { cv: 3 } });
const rate = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constantFrom(0.5, 0.25, 7.3, 1.001));
const count = (min: number) => fc.integer({ min, max: 20 });
const stagesOf = (target: fc.Arbitrary<number>) =>
  fc
    .array(fc.record({ duration: seconds(0), target }), { minLength: 1, maxLength: 5 })
    .map((list) => [...list, { duration: '30s', target: 3 }]);
const common = { startTime: seconds(0) };
const pool = fc.option(fc.record({ preAllocatedVUs: count(1), maxVUs: fc.constant(50) }), { nil: {} });
const timed = fc.option(fc.record({ duration: seconds(1) }), { nil: {} });
const sources = fc.oneof(
  fc.record({ ...common, executor: fc.constant('constant-vus'), vus: count(1), think, timed }),
  fc.record({ ...common, executor: fc.constant('ramping-vus'), startVUs: count(0), stages: stagesOf(count(0)), think }),
  fc.record({
    ...common,
    executor: fc.constant('shared-iterations'),
    vus: count(1),
    iterations: fc.integer({ min: 20, max: 99 }),
    think,
  }),
  fc.record({
    ...common,
    executor: fc.constant('per-vu-iterations'),
    vus: count(1),
    iterations: count(1),
    maxDuration: seconds(1),
    think,
  }),
  fc.record({
    ...common,
    executor: fc.constant('constant-arrival-rate'),
    rate,
    timeUnit: fc.constantFrom('1s', '7s', '1m'),
    arrivals,
    pool,
    timed,
  }),
  fc.record({
    ...common,
    executor: fc.constant('ramping-arrival-rate'),
    startRate: rate,
    stages: stagesOf(rate),
    arrivals,
    pool,
  }),
);
const scenarios = fc
  .array(fc.tuple(sources, fc.constantFrom('page', 'default', 'my-class', '2nd', 'delete')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => {
    const traffic = list.map(([source, request], index) => {
      const { pool = {}, timed = {}, ...fields } = { ...source } as unknown as Record<string, object>; // safe: records of the arbitraries above
      return [`source_${index}`, { ...fields, ...pool, ...timed, request }];
    });
    return parseScenario({
      name: 'any',
      duration: '20m',
      traffic: Object.fromEntries(traffic),
      requests: Object.fromEntries(list.map(([, request]) => [request, { route: 'web', io: '10ms' }])),
      services: { web: {} },
    } as never); // safe: made of the words of the format; the parser checks it
  });

describe('a scenario with executors of k6', () => {
  for (const { tags, numRuns } of caseCounts(20, 100))
    it('comes back from k6 with the same traffic, whatever it was', { tags }, () => {
      fc.assert(
        fc.property(scenarios, (scenario) => {
          const { scenarios } = k6LoadOf({ scenario, folder: root }).options;
          const sending = Object.keys(z.record(z.string(), z.unknown()).parse(scenarios));
          for (const name of Object.keys(scenario.traffic).filter((one) => !sending.includes(one)))
            expect(JSON.stringify(behaviour(scenario, name, scenario.duration))).not.toMatch(
              /"times":\[\d|"count":[1-9]/,
            );
          fc.pre(sending.length > 0);
          const back = backAgain(scenario);
          expect(Object.keys(back.traffic)).toEqual(sending);
          for (const name of sending) {
            const { request, executor } = scenario.traffic[name];
            expect(back.traffic[name]).toMatchObject({ request, executor });
            close(behaviour(back, name, scenario.duration), behaviour(scenario, name, scenario.duration));
          }
        }),
        { seed: 21, numRuns },
      );
    });

  it('is cut where its run ends', () => {
    const scenario = parseScenario({
      name: 'cut',
      duration: '90s',
      traffic: {
        ramp: {
          executor: 'ramping-arrival-rate',
          stages: [
            { duration: '1m', target: 60 },
            { duration: '1m', target: 0 },
          ],
        },
      },
      requests: { page: { route: 'web', io: '10ms' } },
      services: { web: {} },
    });
    const { options, notes } = k6LoadOf({ scenario, folder: root });
    expect(options).toMatchObject({
      scenarios: {
        ramp: {
          stages: [
            { duration: '1m', target: 60 },
            { duration: '30s', target: 30 },
          ],
        },
      },
    });
    expect(notes.join()).not.toMatch(/rounded/);
  });
});

const shipped = readdirSync(join(root, 'scenarios')).filter((name) => name.endsWith('.yaml'));

describe('a script written for k6', () => {
  it.each(shipped)('is read back by the import, with the requests it promises: %s', async (name) => {
    const loaded = await loadScenario(join(root, 'scenarios', name));
    const { text, notes } = k6ScriptOf(loaded);
    const { path, remove } = temporaryFolder({ 'script.js': text });
    const evaluated = await evaluateScript(join(path, 'script.js'), {});
    remove();
    expect(evaluated.options).toEqual(JSON.parse(JSON.stringify(k6LoadOf(loaded).options)));
    const back = parseScenario(parse(importOptions(evaluated, { file: 'x.js', text }, undefined).text));
    for (const [source, settings] of Object.entries(loaded.scenario.traffic)) {
      const ours = buildSource(settings, estimateContext(loaded.scenario, loaded.folder));
      const theirs = buildSource(
        back.traffic[source],
        estimateContext({ ...back, duration: loaded.scenario.duration }, loaded.folder),
      );
      if (ours.kind !== 'open' || theirs.kind !== 'open' || ours.rate === undefined) continue;
      const { duration } = loaded.scenario;
      const expected = ours.rate.integral(0, duration);
      expect(Math.abs((theirs.rate?.integral(0, duration) ?? 0) - expected)).toBeLessThanOrEqual(0.01 * expected);
      const isOurs = !/-(arrival-rate|vus|iterations)$/.test(settings.executor);
      expect(notes.some((note) => note.startsWith(`${source}: ${settings.executor} as straight stages`))).toBe(isOurs);
    }
  });

  it('sleeps as users think, and tags what its thresholds ask for', () => {
    const scenario = parseScenario({
      name: 'users',
      duration: '10m',
      traffic: {
        fixed: { executor: 'constant-vus', vus: 2, think: '2s' },
        random: { executor: 'constant-vus', vus: 2, think: { exponential: { mean: '5s' } } },
        other: { executor: 'constant-vus', vus: 2, think: { lognormal: { mean: '5s', cv: 1 } } },
      },
      requests: { page: { route: 'web', io: '10ms' } },
      services: { web: {} },
      thresholds: {
        'latency_ms{source:fixed}': ['p(95)<300'],
        'http_req_failed{class:page}': ['rate<0.01'],
        'http_reqs{service:web}': ['count>1'],
        cost_usd: ['value<1'],
      },
    });
    const { text, notes } = k6ScriptOf({ scenario, folder: root, file: 'x.yaml' });
    expect(text).toContain('fixed: () => 2,');
    expect(text).toContain('random: () => -5 * Math.log(1 - random()),');
    expect(text).toMatch(/other: \(\) => oneOf\(\[/);
    expect(text).toContain("{ tags: { class: 'page' } }");
    const { thresholds } = k6LoadOf({ scenario, folder: root }).options;
    expect(thresholds).toEqual({
      'http_req_duration{scenario:fixed}': ['p(95)<300'],
      'http_req_failed{class:page}': ['rate<0.01'],
    });
    expect(notes.filter((note) => note.includes('k6 has no such metric')).length).toBe(2);
    const back = backAgain(scenario);
    expect(back.thresholds).toEqual({
      'http_req_duration{source:fixed}': ['p(95)<300'],
      'http_req_failed{class:page}': ['rate<0.01'],
    });
  });
});
