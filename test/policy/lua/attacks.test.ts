import { expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { PolicyFault } from '../../../src/policy/policy.js';
import { attackCode, type LuaAttack, luaAttacks } from '../../support/luaAttacks.js';
import { sampled } from '../../support/sampled.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

/** A thirtieth of the real budget for what shall end by it: the test asks whether it holds, not how long it lasts. */
const shortLimit = 3_000_000;

/** Filling the memory takes seconds. */
const isLong = ({ name }: LuaAttack) => /^(growth|keeping their|pairs over a table that grows|of arguments)/.test(name);

for (const { tags, part } of sampled(luaAttacks, 6, isLong)) {
  it.each(part)('by $area: $name', { tags }, (attack) => {
    const { area } = attack;
    const fileName = `a-${area}.lua`;
    const host = new FakeHost();
    const isShort = 'fault' in attack.end && attack.end.fault === 'budget';
    let fault: unknown;
    try {
      const options = isShort ? { instructionLimit: shortLimit } : {};
      runPolicy(loadLuaPolicy({ fileName, code: attackCode(attack), params: {}, ...options }), host, 15);
    } catch (thrown) {
      fault = thrown;
    }
    if ('desired' in attack.end) {
      expect([fault, host.actions[0]?.decision.desired]).toEqual([undefined, attack.end.desired]);
      return;
    }
    expect(fault).toBeInstanceOf(PolicyFault);
    const { kind, message } = fault as PolicyFault; // safe: the line above
    expect(message).toMatch(new RegExp(`^a-${area}\\.lua:(2: |\\s*at virtual time)`));
    expect(message).not.toMatch(/^\s*at /m);
    if ('fault' in attack.end) expect({ kind, message }).toMatchObject({ kind: attack.end.fault });
    else expect(message).toMatch(attack.end.error);
  });
}
