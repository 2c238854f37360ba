import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/platforms/loadPolicy.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import { loadLuaPolicy } from '../../src/policy/lua/loadLuaPolicy.js';
import { type LoadedPolicy, PolicyFault } from '../../src/policy/policy.js';
import { FakeHost, runPolicy } from './fakeHost.js';

/** Hostile files lie beside the repository, or where DRYSCALE_HOSTILE says; without them there is nothing to test. */
const folder = process.env.DRYSCALE_HOSTILE ?? fileURLToPath(new URL('../../../shared/hostile/', import.meta.url));

/** What each file's fault must name; undefined: it runs. Endless loops of JavaScript are the worker pool's to end. */
const expected: Readonly<Record<string, readonly RegExp[] | undefined>> = {
  'apiflood.lua': [/apiflood\.lua:2/, /API call limit/],
  'badreturn.lua': [/returned value is NaN/, /expected integer >= 0/, /virtual time/],
  'badsort.lua': [/badsort\.lua:3/, /invalid order function/],
  'double.lua': [/memory limit/],
  'errtable.lua': [/errtable\.lua:1/, /table/],
  'exit.mjs': [/exit\.mjs:1/, /exit/],
  'flood.lua': [/output limit/],
  'growtable.lua': [/memory limit/],
  'hang.mjs': [/decide/, /promise/],
  'loop-coroutine.lua': [/budget/],
  'loop-decide.lua': [/loop-decide\.lua:1/, /budget/, /virtual time 15 s/],
  'loop-load.lua': [/loop-load\.lua:1/, /budget/],
  'loop-pcall.lua': [/budget/],
  'mutate.mjs': undefined,
  'noexport.mjs': [/expected export/, /found exports: decidee/],
  'oslib.lua': [/os\.execute/, /not available/],
  'poison.lua': undefined,
  'recurse.lua': [/recurse\.lua:1/, /stack overflow/],
  'strrep.lua': [/memory limit/],
  'syntax.lua': [/syntax\.lua:3/],
  'throwundef.mjs': [/throwundef\.mjs/, /thrown value undefined/],
};

/** A tenth of the instruction budget, so that this file takes a tenth of the time; what fills the memory needs all of it. */
async function load(name: string): Promise<LoadedPolicy | undefined> {
  if (name.endsWith('.lua')) {
    const code = readFileSync(join(folder, name), 'utf8');
    const instructionLimit = name === 'growtable.lua' ? 100_000_000 : 10_000_000;
    return loadLuaPolicy({ fileName: name, code, params: {}, instructionLimit });
  }
  const [candidate] = await resolveCandidates({ texts: [name], baseFolder: folder });
  return loadPolicy(candidate.bindings['*']);
}

describe.skipIf(!existsSync(folder))('hostile policies', () => {
  it('are all known here, endless JavaScript excepted', () => {
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(lua|mjs)$/.test(name)) : [];
    expect(files.filter((name) => name !== 'loop.mjs').sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.entries(expected))('%s', async (name, patterns) => {
    const workFolder = process.cwd();
    const before = readdirSync(workFolder);
    const run = async () => {
      const policy = await load(name);
      if (policy !== undefined) runPolicy(policy, new FakeHost(), 60);
    };
    if (patterns === undefined) await expect(run()).resolves.toBeUndefined();
    else {
      const fault: unknown = await run().catch((thrown: unknown) => thrown);
      expect(fault).toBeInstanceOf(PolicyFault);
      for (const pattern of patterns) expect(String(fault)).toMatch(pattern);
      expect(String(fault)).not.toMatch(/^\s*at /m);
    }
    expect(readdirSync(workFolder)).toEqual(before);
  });
});
