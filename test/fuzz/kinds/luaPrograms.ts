import { expect } from 'vitest';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { PolicyFault } from '../../../src/policy/policy.js';
import { openPolicyStream } from '../../../src/policy/policyStream.js';
import { FakeHost, runPolicy } from '../../policy/fakeHost.js';
import { fuzzKind } from '../fuzzKind.js';
import { type LuaProgramText, luaProgram } from '../luaProgram.js';

/** A thousandth of the real budget: whether it holds is asked, not how long it lasts. */
const instructionLimit = 100_000;
/** Four decisions. */
const untilSeconds = 50;
const wakeLimit = 60;

class RandomHost extends FakeHost {
  readonly random = openPolicyStream('web', 0);
  readonly startSeconds = 1_767_600_000;
}

/** All that can be seen of a policy at work. */
interface Seen {
  readonly lines: readonly string[];
  readonly actions: readonly unknown[];
  readonly findings: readonly string[] | undefined;
  readonly fault: string | undefined;
}

/** @throws what is no PolicyFault */
export function playLua(code: string, params = {}): Seen {
  const host = new RandomHost({
    apiLatencySeconds: 0.1,
    metrics: (seconds) => ({ cpu_utilization: 0.5 + seconds / 200, request_rate: 30, in_flight: 4, queue_depth: 0 }),
    history: () => [[0, 0.5]],
    perInstance: [],
  });
  let fault: string | undefined;
  let findings: readonly string[] | undefined;
  try {
    const policy = loadLuaPolicy({ fileName: 'p.lua', code, params, instructionLimit });
    findings = runPolicy(policy, host, untilSeconds, wakeLimit).findings;
  } catch (thrown) {
    if (!(thrown instanceof PolicyFault)) throw thrown;
    expect(thrown.message).not.toMatch(/^\s*at .*:\d+:\d+\)?$/m);
    expect(thrown.message).toMatch(/p\.lua/);
    fault = thrown.message;
  }
  for (const { decision } of host.actions) expect(decision.desired).toBeGreaterThanOrEqual(0);
  return { lines: host.lines, actions: host.actions, findings, fault };
}

/** Uses what a program could have left behind: globals, metatables of texts, built-ins of its host language. */
const honest = `
count = (count or 0) + 1
return { every = "5s", decide = function(o, c)
  c.state.n = (c.state.n or 0) + 1
  print(c.state.n, count, ("x"):rep(3), tostring(1 / 3), #{ 1, 2 }, string.format("%5.2f", o.metrics.cpu_utilization), math.random(100))
  table.sort({ 3, 1, 2 })
  return { desired = math.ceil(o.instances.ready * o.metrics.cpu_utilization / 0.5), reason = ("a b"):gsub(" ", "_") }
end }`;

let alone: Seen | undefined;
let counter = 0;

/** An honest policy does after all that came before what it does alone. */
export function expectNothingLeft(): void {
  alone ??= playLua(honest);
  expect(playLua(honest)).toEqual(alone);
}

export function expectSameTwice(code: string): void {
  alone ??= playLua(honest);
  const first = playLua(code);
  expect(playLua(code)).toEqual(first);
}

export const luaPrograms = fuzzKind<LuaProgramText>({
  name: 'Lua programs',
  weight: 35,
  arbitrary: luaProgram,
  show: ({ wrap, code }) => `-- ${wrap}.lua\n${code}`,
  check({ code }) {
    expectSameTwice(code);
    if (++counter % 5 === 0) expectNothingLeft();
  },
});
