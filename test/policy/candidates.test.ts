import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/platforms/loadPolicy.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import { FakeHost, runPolicy } from './fakeHost.js';

const root = mkdtempSync(join(tmpdir(), 'dryscale-candidates-'));
const folder = join(root, 'inside');

beforeAll(() => {
  mkdirSync(join(folder, 'sub.lua'), { recursive: true });
  writeFileSync(join(root, 'secret.lua'), 'return { decide = function() return 1 end } -- secret');
  writeFileSync(join(folder, 'a.lua'), 'return { params = { n = 2 }, decide = function(_, c) return c.params.n end }');
  writeFileSync(join(folder, 'b.ts'), 'export const decide = (): number => 3');
  writeFileSync(join(folder, 'broken.ts'), 'export const decide = (');
  writeFileSync(join(folder, 'big.lua'), ' '.repeat(1_000_001));
  writeFileSync(join(folder, 'notes.txt'), 'x');
  writeFileSync(join(folder, 'hpa.yaml'), 'kind: HorizontalPodAutoscaler');
  symlinkSync(join(root, 'secret.lua'), join(folder, 'link.lua'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const resolve = (...texts: string[]) => resolveCandidates({ texts, baseFolder: folder });

it('makes candidates that cross to workers and load there', async () => {
  const candidates = structuredClone(await resolve('a.lua?n=5', 'b.ts', 'none', 'static:4'));
  expect(candidates.map(({ name, source, params }) => [name, source, params])).toEqual([
    ['a?n=5', 'a.lua', { n: 5 }],
    ['b', 'b.ts', {}],
    ['none', 'none', {}],
    ['static:4', 'static:4', {}],
  ]);
  const decisions = candidates.map(({ bindings }) => {
    const policy = loadPolicy(bindings['*']);
    const host = new FakeHost();
    if (policy !== undefined) runPolicy(policy, host, 15);
    return host.actions[0]?.decision.desired;
  });
  expect(decisions).toEqual([5, 3, undefined, undefined]);
  expect(candidates[3].bindings['*']).toEqual({ kind: 'static', count: 4 });
});

it('binds services', async () => {
  const [candidate] = await resolve('web=a.lua?n=7;api=b.ts');
  expect(candidate).toMatchObject({ name: 'web=a?n=7;api=b', source: 'a.lua;b.ts', params: { 'web.n': 7 } });
  expect(Object.keys(candidate.bindings)).toEqual(['web', 'api']);
});

it('hashes sources and parameters, and nothing else', async () => {
  const hashOf = async (text: string) => (await resolve(text))[0].hash;
  expect(await hashOf('a.lua')).toMatch(/^[0-9a-f]{64}$/);
  expect(await hashOf('./a.lua')).toBe(await hashOf('a.lua'));
  const hashes = await Promise.all(
    ['a.lua', 'a.lua?n=3', 'a.lua?n=4', 'b.ts', 'static:1', 'static:2', 'none'].map(hashOf),
  );
  expect(new Set(hashes).size).toBe(7);
});

it('leaves a policy that cannot be bundled to its loading, so that others still run', async () => {
  const [broken, good] = await resolve('broken.ts', 'b.ts');
  expect(() => loadPolicy(broken.bindings['*'])).toThrow(/^broken\.ts:1:\d+: Unexpected end of file/);
  expect(loadPolicy(good.bindings['*'])?.name).toBe('b');
});

describe('refused', () => {
  it.each([
    ['a.lua', 2, 'two candidates are named "a"'],
    ['static:x', 2, '"static:x" names no count'],
    ['static:-1', 2, 'names no count'],
    ['aa.lua', 104, 'Did you mean "a.lua"?'],
    ['missing/c.lua', 104, 'there is no such policy file'],
    ['sub.lua', 104, 'the policy path is a folder'],
    ['notes.txt', 104, 'no ending of a policy'],
    ['big.lua', 104, 'is 1000001 bytes, more than the size limit'],
  ])('%s with exit code %i', async (text, exitCode, message) => {
    const request = resolve('a.lua', text);
    await expect(request).rejects.toThrow(message);
    await expect(request).rejects.toMatchObject({ exitCode });
  });

  it.each(['../secret.lua', 'link.lua', '../../../../etc/passwd'])(
    '%s, which leads outside of the allowed folder',
    async (text) => {
      const request = resolveCandidates({ texts: [text], baseFolder: folder, forbidOutsideOf: folder });
      await expect(request).rejects.toThrow('the policy path leads outside of the allowed folder');
      await expect(request).rejects.toMatchObject({ exitCode: 104 });
      await expect(request).rejects.not.toThrow('-- secret');
    },
  );

  it('an unreadable file', async (context) => {
    if (process.getuid?.() === 0) return context.skip('a superuser reads everything');
    const path = join(folder, 'locked.lua');
    writeFileSync(path, 'x');
    chmodSync(path, 0o000);
    await expect(resolve('locked.lua')).rejects.toThrow('cannot be read: no permission');
  });
});
