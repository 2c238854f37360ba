// @module-tag ci
import { afterAll, expect, it } from 'vitest';
import { hasResults } from '../../src/results/results.js';
import { attackCode, luaAttacks } from '../support/luaAttacks.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';
import { dryscale } from './built.js';

/** One attack for each guard that replaces a part of the interpreter: functions for programs load it on a way of their own. */
const names = ['doubling', 'keeping 400 MB', 'insert with a huge __len', 'packsize', 'long keys', 'of functions'];
const attacks = luaAttacks.filter(({ name }) => names.includes(name));
const { path, remove } = temporaryFolder({
  'small.yaml': smallScenario,
  ...Object.fromEntries(attacks.map((attack, index) => [`a-${index}.lua`, attackCode(attack)])),
});
afterAll(remove);

it('guards the policies of programs as it guards those of the command', async () => {
  const policies = ['none', ...attacks.map((_, index) => `${path}/a-${index}.lua`)];
  const result = await dryscale.compare(`${path}/small.yaml`, policies, { runs: 1 });
  const ends = result.policies.slice(1).map((policy) => (hasResults(policy) ? undefined : policy.failure));
  expect(ends).toEqual(
    attacks.map(({ end }, index) => ({
      kind: 'fault' in end ? end.fault : 'runtime',
      message: expect.stringMatching(new RegExp(`^a-${index}\\.lua:2: `)),
      time_s: 15,
    })),
  );
});
