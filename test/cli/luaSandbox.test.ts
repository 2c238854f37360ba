// @module-tag ci
import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import type { ResultDocument } from '../../src/results/results.js';
import { attackCode, type LuaAttack, luaAttacks } from '../support/luaAttacks.js';
import { runCli, temporaryFolder } from '../support/runCli.js';

/**
 * The shipped command, put to the same attacks as the sources. What ends by the real budget takes seconds each: a long run
 * tries all of it, any other a few of each area.
 */
const isLong = process.env.DRYSCALE_LONG === '1';
const attacks = luaAttacks.filter((attack, index) => isLong || !takesLong(attack) || index % 12 === 0);

function takesLong({ end, area }: LuaAttack): boolean {
  return 'fault' in end || area === 'loading';
}

const scenario = `
name: attacks
duration: 20s
traffic: { users: { executor: constant-arrival-rate, rate: 20 } }
requests: { page: { route: web, io: 100ms } }
services: { web: { instance: { concurrency: 4, startup: 10s, price: 0.1 }, scaling: { min: 1, max: 5, initial: 1 } } }
`;
const fileOf = (index: number) => `a-${String(index).padStart(3, '0')}.lua`;
const { path, remove } = temporaryFolder({
  'attacks.yaml': scenario,
  ...Object.fromEntries(attacks.map((attack, index) => [fileOf(index), attackCode(attack)])),
});
afterAll(remove);

it('ends every attack on the shipped command by name and line, in one process within its memory', async () => {
  let peakBytes = 0;
  const policies = attacks.flatMap((_, index) => ['--policy', fileOf(index)]);
  const args = ['compare', 'attacks.yaml', '--policy', 'none', ...policies, '--runs', '1', '--json'];
  const { code, stdout, stderr } = await runCli(args, {
    cwd: path,
    whileRunning: ({ pid }) => {
      const timer = setInterval(() => {
        peakBytes = Math.max(peakBytes, peakOf(pid));
      }, 200);
      timer.unref();
    },
  });
  expect(stderr).not.toMatch(/^\s*at /m);
  expect([code, stderr.includes('bug of its own')]).toEqual([107, false]);
  const document = JSON.parse(stdout) as ResultDocument; // safe: our own report of it
  const ends = document.scenarios[0].policies
    .slice(1)
    .map((policy) =>
      'failure' in policy && policy.failure !== undefined
        ? { kind: policy.failure.kind, text: policy.failure.message }
        : { kind: 'desired', text: String(('decisions' in policy && policy.decisions[0]?.desired) || 'none') },
    );
  const wrong = attacks.flatMap((attack, index) => {
    const { kind, text } = ends[index];
    const place = new RegExp(`^${fileOf(index).replace('.', '\\.')}:(2: |\\s*at virtual time)`);
    const { end } = attack;
    const isRight =
      'desired' in end
        ? text === String(end.desired)
        : place.test(text) && ('fault' in end ? kind === end.fault : end.error.test(text));
    return isRight ? [] : [`${attack.area}: ${attack.name}: ${kind}: ${text.slice(0, 300)}`];
  });
  expect(wrong).toEqual([]);
  // Two workers of at most 512 MB of objects, 256 MB of texts each, and the program itself.
  expect(peakBytes).toBeLessThan(2_000_000_000);
});

/** The largest memory a process has had; 0 where the system does not say. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // It has ended, or this is no Linux.
    return 0;
  }
}
