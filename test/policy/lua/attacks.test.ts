import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { PolicyFault } from '../../../src/policy/policy.js';
import { attackCode, luaAttacks } from '../../support/luaAttacks.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

/** A thirtieth of the real budget for what shall end by it: the test asks whether it holds, not how long it lasts. */
const shortLimit = 3_000_000;

/** Filling the memory takes seconds: one way of them is tried unless there is time. */
const isLong = process.env.DRYSCALE_LONG === '1';
const attacks = luaAttacks.filter(({ name }) => isLong || !/^(growth of|keeping their)/.test(name));

describe.each([...new Set(attacks.map(({ area }) => area))])('attacks by %s', (area) => {
  it.each(attacks.filter((attack) => attack.area === area))('$name', (attack) => {
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
      expect([fault, host.actions[0]?.wish.desired]).toEqual([undefined, attack.end.desired]);
      return;
    }
    expect(fault).toBeInstanceOf(PolicyFault);
    const { kind, message } = fault as PolicyFault; // safe: the line above
    expect(message).toMatch(new RegExp(`^a-${area}\\.lua:(2: |\\s*at virtual time)`));
    expect(message).not.toMatch(/^\s*at /m);
    if ('fault' in attack.end) expect({ kind, message }).toMatchObject({ kind: attack.end.fault });
    else expect(message).toMatch(attack.end.error);
  });
});
