import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

class HostWithEnvironment extends FakeHost {
  readonly env = { COUNT: '7', EMPTY: '' };
}

const run = (code: string, host: FakeHost = new HostWithEnvironment()) => {
  const runner = runPolicy(loadLuaPolicy({ fileName: 'p.lua', code, params: {} }), host, 60);
  return { host, runner };
};

describe('os.getenv', () => {
  it('reads policyEnv, at load and in decide', () => {
    const { host } = run(
      'local n = tonumber(os.getenv("COUNT")) return { decide = function() return n + #os.getenv("EMPTY") end }',
    );
    expect(host.actions[0].decision.desired).toBe(7);
  });

  it('sees nothing of the machine, and says which variable is not set', () => {
    const { host, runner } = run('return { decide = function() return os.getenv("PATH") and 1 or 3 end }');
    expect(host.actions[0].decision.desired).toBe(3);
    expect(runner.findings).toEqual(['os.getenv("PATH") is nil here: set it under policyEnv: in the scenario.']);
  });

  it.each(['toString', '__proto__', 'constructor'])('has no %s of its own', (name) => {
    const { host } = run(`return { decide = function() return os.getenv("${name}") and 1 or 3 end }`);
    expect(host.actions[0].decision.desired).toBe(3);
  });
});
