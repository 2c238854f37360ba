import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { loadScenario } from '../../../src/scenario/load.js';
import { drawWorlds } from '../../../src/scenario/worlds/drawWorlds.js';

const folder = mkdtempSync(join(tmpdir(), 'dryscale-worlds-'));
let written = 0;

function load(
  assumptions: string,
  { set = [], price = 0.1 }: { readonly set?: string[]; readonly price?: number } = {},
) {
  const file = join(folder, `${++written}.yaml`);
  writeFileSync(
    file,
    `name: shop
duration: 10m
traffic:
  web: { executor: constant-arrival-rate, rate: 50, duration: 10m, preAllocatedVUs: 10 }
requests:
  page: { route: web, cpu: { lognormal: { median: 40ms, p95: 90ms } }, io: { exponential: { mean: 100ms } } }
services:
  web:
    instance: { vcpus: 2, startup: 30s, price: ${price}, memory: 4GiB }
    scaling: { min: 2, max: 8 }
cloud:
  capacity: [{ at: 5m, available: 4 }, { at: 0s, available: 20 }]
telemetry: { window: 60s }
assumptions:
${assumptions}
`,
  );
  return loadScenario(file, { set });
}

/** Every kind of number a scenario has: path, low, high, and how a drawn world holds it. */
const kinds: readonly (readonly [path: string, low: string | number, high: string | number, read: string])[] = [
  ['services.web.instance.startup', '20s', '90s', 'services.web.instance.startup.settings'],
  ['services.web.instance.price', 0.05, 0.3, 'services.web.instance.price'],
  ['services.web.instance.memory', '1GiB', '6GiB', 'services.web.instance.memory'],
  ['services.web.scaling.max', 5, 12, 'services.web.scaling.max'],
  ['services.web.scaling.min', 1, 4, 'services.web.scaling.min'],
  ['traffic.web.rate', 20, 60, 'traffic.web.rate'],
  ['requests.page.cpu', '30ms', '55ms', 'requests.page.cpu.settings.median'],
  ['requests.page.cpu.median', '30ms', '55ms', 'requests.page.cpu.settings.median'],
  ['requests.page.cpu.lognormal.p95', '50ms', '200ms', 'requests.page.cpu.settings.p95'],
  ['requests.page.io', '90ms', '200ms', 'requests.page.io.settings.mean'],
  ['telemetry.window', '30s', '90s', 'telemetry.window'],
];

const at = (root: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => Reflect.get(Object(value), key), root);

describe('drawn worlds', () => {
  it.each(kinds)('draw %s between its ends, each world another value', async (path, low, high, read) => {
    const { uncertain } = await load(`  - { path: ${path}, low: ${low}, high: ${high}, basis: guess }`);
    const [range] = uncertain.ranges;
    const { worlds, leftOut } = drawWorlds(uncertain, 60);
    expect(leftOut).toEqual([]);
    for (const { scenario, values } of worlds) {
      expect(values[0]).toBeGreaterThanOrEqual(range.low);
      expect(values[0]).toBeLessThanOrEqual(range.high);
      expect(at(scenario, read)).toBeCloseTo(values[0], 9);
    }
    expect(new Set(worlds.map(({ values }) => values[0])).size).toBeGreaterThan(path.includes('scaling') ? 2 : 50);
  });

  it('hold whole numbers where only these are allowed', async () => {
    const { uncertain } = await load('  - { path: services.web.scaling.max, low: 5, high: 12, basis: guess }');
    expect(drawWorlds(uncertain, 40).worlds.every(({ values: [max] }) => Number.isInteger(max))).toBe(true);
  });

  it('keep the shape of a law, and scale all of it', async () => {
    const { uncertain } = await load('  - { path: requests.page.cpu, low: 20ms, high: 80ms, basis: guess }');
    for (const { scenario, values } of drawWorlds(uncertain, 20).worlds) {
      const { settings } = scenario.requests.page.cpu ?? {};
      expect(settings).toEqual({ median: values[0], p95: expect.closeTo((90 / 40) * values[0], 9) });
    }
  });

  it('follow the triangular law: mean (low + value + high) / 3', async () => {
    const { uncertain } = await load('  - { path: services.web.instance.price, low: 0.05, high: 0.3, basis: guess }');
    const { worlds } = drawWorlds(uncertain, 1_500);
    const mean = worlds.reduce((sum, { values: [price] }) => sum + price, 0) / worlds.length;
    // The standard deviation of this law is 0.0542: 4 standard errors.
    expect(Math.abs(mean - 0.45 / 3)).toBeLessThan((4 * 0.0542) / Math.sqrt(1_500));
  });

  it('are the scenario itself where every range has no width', async () => {
    const { scenario, uncertain } = await load(
      [
        '  - { path: requests.page.cpu, low: 40ms, high: 40ms, basis: guess }',
        '  - { path: requests.page.io, low: 100ms, high: 100ms, basis: guess }',
        '  - { path: services.web.instance.startup, low: 30s, high: 30s, basis: guess }',
        '  - { path: services.web.scaling.initial, low: 2, high: 2, basis: guess }',
      ].join('\n'),
    );
    expect(uncertain.ranges).toHaveLength(4);
    for (const world of drawWorlds(uncertain, 5).worlds) expect(world.scenario).toEqual(scenario);
  });

  it('are the same for the same seed, and a draw does not depend on the other ranges', async () => {
    const one = '  - { path: services.web.instance.price, low: 0.05, high: 0.3, basis: guess }';
    const other = '  - { path: traffic.web.rate, low: 20, high: 60, basis: guess }';
    const [alone, both] = [await load(one), await load(`${other}\n${one}`)];
    const prices = drawWorlds(alone.uncertain, 30).worlds.map(({ values }) => values[0]);
    expect(drawWorlds(both.uncertain, 30).worlds.map(({ values }) => values[1])).toEqual(prices);
    const moved = await load(one, { set: ['seed=2'] });
    expect(drawWorlds(moved.uncertain, 30).worlds.map(({ values }) => values[0])).not.toEqual(prices);
  });

  it('let what follows from a drawn number follow it', async () => {
    const { uncertain } = await load('  - { path: services.web.scaling.min, low: 1, high: 5, basis: guess }');
    for (const { scenario } of drawWorlds(uncertain, 30).worlds) {
      expect(scenario.services.web.scaling.initial).toBe(scenario.services.web.scaling.min);
    }
  });

  it('are left out, and counted, where a draw breaks a rule', async () => {
    const { uncertain } = await load('  - { path: services.web.scaling.min, low: 2, high: 12, basis: guess }');
    const { worlds, leftOut } = drawWorlds(uncertain, 50);
    expect(leftOut).toHaveLength(1);
    expect(leftOut[0].what).toMatch(/^services\.web\.scaling\.min is \d+ but max is 8$/);
    expect(worlds.length + leftOut[0].count).toBe(50);
    expect(worlds.every(({ scenario }) => scenario.services.web.scaling.min <= 8)).toBe(true);
  });

  it('lie within any range, wherever in it the value stands', () => {
    const cents = fc.integer({ min: 1, max: 10_000 });
    return fc.assert(
      fc.asyncProperty(fc.tuple(cents, cents, cents), async (three) => {
        const [low, price, high] = three.sort((a, b) => a - b).map((cent) => cent / 100);
        const range = `  - { path: services.web.instance.price, low: ${low}, high: ${high}, basis: guess }`;
        const { uncertain } = await load(range, { price });
        for (const { scenario, values } of drawWorlds(uncertain, 5).worlds) {
          expect(scenario.services.web.instance.price).toBe(values[0]);
          expect(values[0]).toBeGreaterThanOrEqual(low);
          expect(values[0]).toBeLessThanOrEqual(high);
        }
      }),
      { seed: 3, numRuns: 20 },
    );
  });
});

describe('ranges', () => {
  it('say which assumptions are not drawn, and why', async () => {
    const { uncertain } = await load(
      [
        '  - { path: services.web.instance.vcpus, basis: measured }',
        '  - { path: name, low: a, high: z, basis: guess }',
        '  - { path: traffic.web.rate, low: 20, high: 60, basis: guess }',
      ].join('\n'),
      { set: ['traffic.web.rate=500'] },
    );
    expect(uncertain.ranges).toEqual([]);
    expect(uncertain.notDrawn).toEqual({
      withoutRange: ['services.web.instance.vcpus'],
      noNumber: ['name'],
      given: ['traffic.web.rate'],
    });
  });

  it.each([
    ['low above the value', '{ path: services.web.instance.startup, low: 40s, high: 90s, basis: guess }', 'low is 40s'],
    [
      'high below the value',
      '{ path: services.web.instance.startup, low: 10s, high: 20s, basis: guess }',
      'high is 20s',
    ],
    ['no unit', '{ path: services.web.instance.startup, low: 10, high: 90s, basis: guess }', 'a duration needs a unit'],
    ['another unit', '{ path: services.web.instance.startup, low: 1MB, high: 90s, basis: guess }', 'is not a duration'],
    ['a value it cannot have', '{ path: services.web.scaling.max, low: 2.5, high: 9, basis: guess }', 'low is 2.5'],
    ['negative', '{ path: services.web.instance.price, low: -1, high: 1, basis: guess }', 'low is -1'],
    ['a typo', '{ path: services.web.instance.startupp, low: 1s, high: 50s, basis: guess }', 'is not a value'],
  ])('must make sense: %s', async (_, assumption, words) => {
    const thrown = await load(`  - ${assumption}`).catch((error: unknown) => error);
    if (!(thrown instanceof ProblemError)) throw new Error(`accepted: ${assumption}`);
    expect(thrown.problems[0].what).toContain(words);
    expect(thrown.problems[0].where.line).toBe(15);
  });

  it('of one value are two too many', async () => {
    const range = (path: string) => `  - { path: ${path}, low: 30ms, high: 50ms, basis: guess }`;
    const thrown = await load(`${range('requests.page.cpu')}\n${range('requests.page.cpu.median')}`).catch(
      (error: unknown) => error,
    );
    expect(String(thrown)).toContain('requests.page.cpu.median');
    expect(String(thrown)).toContain('double-range');
  });
});
