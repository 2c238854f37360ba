import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type LoadedPolicy, PolicyFault } from '../../../src/policy/policy.js';
import { bundleTypeScriptPolicy } from '../../../src/policy/typescript/bundleTypeScriptPolicy.js';
import { loadTypeScriptPolicy } from '../../../src/policy/typescript/loadTypeScriptPolicy.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

const folder = mkdtempSync(join(tmpdir(), 'dryscale-policy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function load(source: string, fileName = 'p.ts', params = {}): Promise<LoadedPolicy> {
  const path = join(folder, fileName);
  writeFileSync(path, source);
  return loadTypeScriptPolicy({ fileName, code: await bundleTypeScriptPolicy({ path }), params });
}

async function run(source: string, host = new FakeHost(), fileName = 'p.ts'): Promise<FakeHost> {
  runPolicy(await load(source, fileName), host, 15);
  return host;
}

describe('forms of a policy', () => {
  it("resolves 'dryscale' wherever the file lies", async () => {
    const policy = await load(
      `import { definePolicy } from 'dryscale'
       export default definePolicy({ name: 'mine', every: '30s', params: { n: 3 }, decide: (_: unknown, { params }) => params.n })`,
      'p.ts',
      { n: 7 },
    );
    const host = new FakeHost();
    runPolicy(policy, host, 60);
    expect(policy).toMatchObject({ name: 'mine', params: { n: 7 } });
    expect(host.actions.map(({ timeSeconds, decision }) => [timeSeconds, decision.desired])).toEqual([
      [30, 7],
      [60, 7],
    ]);
  });

  it.each([
    ['a plain object', 'export default { decide: () => 5 }', 'a.mjs'],
    ['named exports', 'export const every = "15s"; export function decide() { return 5 }', 'b.js'],
    ['CommonJS', 'module.exports = { decide: () => 5 }', 'c.cjs'],
  ])('takes %s', async (_, source, fileName) => {
    expect((await run(source, new FakeHost(), fileName)).actions[0].decision).toEqual({ desired: 5 });
  });

  const writes = 'decide() { const facts = Object.freeze({ count: 3 }); facts.count = 9; return facts.count }';
  it.each([
    ['TypeScript', `export default { ${writes.replace('facts =', 'facts: { count: number } =')} }`, 'w.ts'],
    ['JavaScript', `export default { ${writes} }`, 'w.js'],
  ])('in %s is strict, as modules are: a write to what is frozen is told', async (_, source, fileName) => {
    await expect(run(source, new FakeHost(), fileName)).rejects.toThrow(/read only property 'count'/);
  });

  it('in CommonJS is as sloppy as it says', async () => {
    const { actions } = await run(`module.exports = { ${writes} }`, new FakeHost(), 'w.cjs');
    expect(actions[0].decision.desired).toBe(3);
  });

  it('bundles what the policy imports', async () => {
    writeFileSync(join(folder, 'helper.ts'), 'export const count: number = 6');
    expect(
      (await run("import { count } from './helper.js'; export const decide = () => count")).actions[0].decision.desired,
    ).toBe(6);
  });

  it('gives the same text in any folder', async () => {
    const other = mkdtempSync(join(tmpdir(), 'dryscale-other-'));
    const source = 'export const decide = (): number => 1';
    const bundles = [];
    for (const place of [folder, other]) {
      writeFileSync(join(place, 'same.ts'), source);
      bundles.push(await bundleTypeScriptPolicy({ path: join(place, 'same.ts') }));
    }
    rmSync(other, { recursive: true });
    expect(bundles[0]).toBe(bundles[1]);
    expect(bundles[0]).not.toContain(folder);
  });

  it('starts each run with fresh module variables and a fresh state', async () => {
    const policy = await load(
      'let n = 0; export const decide = (_, { state }) => { state.k = (state.k ?? 0) + 1; return ++n * 10 + state.k }',
    );
    for (let runs = 0; runs < 2; runs++) {
      const host = new FakeHost();
      runPolicy(policy, host, 30);
      expect(host.actions.map(({ decision }) => decision.desired)).toEqual([11, 22]);
    }
  });

  it('sends console output to the host', async () => {
    expect((await run('export const decide = () => { console.log("hello", 1) }')).lines).toEqual(['hello 1']);
  });
});

describe('faults', () => {
  it.each([
    [
      'export const decidee = () => 1',
      'expected export default with a function decide, or an export decide; found exports: decidee',
    ],
    ['export default 5', 'default is 5'],
    ['', 'found exports: none'],
    ['export const decide = () => 1; export const every = 15', 'every is 15'],
    ['\nthrow new TypeError("no")', 'p.ts:2: TypeError: no'],
    ['throw undefined', 'thrown value undefined'],
    ['const x = ;', 'p.ts:1:11: Unexpected ";"'],
    ['import "./missing.js"', 'p.ts:1:8: Could not resolve'],
  ])('at load: %j', async (source, text) => {
    await expect(load(source)).rejects.toThrow(text);
    await expect(load(source)).rejects.toMatchObject({ name: 'PolicyFault', kind: 'load' });
  });

  it.each([
    ['throw undefined', 'thrown value undefined'],
    ['throw null', 'thrown value null'],
    ['throw { code: 1 }', 'thrown value {"code":1}'],
    ['throw new Error("broken")', 'p.ts:5: broken (virtual time 15 s)'],
    ['undefined.x', 'p.ts:5: TypeError: Cannot read properties of undefined'],
    ['process.exit(0)', 'p.ts:5: process.exit is not available in a policy: it would exit the simulation'],
    ['return Promise.resolve(3)', 'decide returned a promise'],
    ['return "5"', 'the returned value is "5" (string)'],
  ])('in decide: %s', async (statement, text) => {
    const source = `interface Unused {\n  a: number;\n}\nexport const decide = () => {\n  ${statement}\n}`;
    await expect(run(source)).rejects.toThrow(text);
    await expect(run(source)).rejects.toMatchObject({ name: 'PolicyFault', timeSeconds: 15 });
  });

  it('names the line in an imported file', async () => {
    writeFileSync(join(folder, 'deep.ts'), 'type T = 1\n\nexport function fail(): never { throw new Error("deep") }');
    await expect(run("import { fail } from './deep.js'; export const decide = () => fail()")).rejects.toThrow(
      'deep.ts:3: deep',
    );
  });

  it('shows process no environment', async () => {
    expect(
      (await run("import process from 'node:process'; export const decide = () => Object.keys(process.env).length"))
        .actions[0].decision.desired,
    ).toBe(0);
  });

  it('is a PolicyFault even when process.exit is called while loading', async () => {
    await expect(load('process.exit(0); export const decide = () => 1')).rejects.toBeInstanceOf(PolicyFault);
  });
});

it('cannot hurt the host by writing to the observation', async () => {
  const source =
    'export const decide = (o) => { try { for (const k of Object.keys(o)) o[k] = null; } catch {} try { o.instances.ready = 0 } catch {} return 2 }';
  const host = await run(source);
  expect(host.observe().instances.ready).toBe(2);
  expect(host.actions[0].decision.desired).toBe(2);
});
