import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { openPolicyStream } from '../../../src/policy/policyStream.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

/** What a policy draws in a replication, one line a tick. */
function draws(body: string, run = { seed: 1, replication: 0 }, controller = 0): string[] {
  const host = Object.assign(new FakeHost(), { random: openPolicyStream('web', controller, run) });
  const code = `return { decide = function(o, c)\n${body}\nend }`;
  runPolicy(loadLuaPolicy({ fileName: 'p.lua', code, params: {} }), host, 45);
  return host.lines;
}

describe('math.random', () => {
  it.each([
    ['without a seed', ''],
    ['seeded with the date', 'math.randomseed(os.time())'],
    ['seeded with a number', 'math.randomseed(42)'],
  ])('differs by replication, seed and controller, and is the same when a run is done again: %s', (_, first) => {
    const body = `if not c.state.begun then ${first} end c.state.begun = true print(math.random(), math.random(1, 1000000))`;
    const sequences = [
      draws(body),
      draws(body, { seed: 1, replication: 1 }),
      draws(body, { seed: 2, replication: 0 }),
      draws(body, { seed: 1, replication: 0 }, 1),
    ];
    expect(draws(body)).toEqual(sequences[0]);
    expect(new Set(sequences.flat()).size).toBe(12);
  });

  it('repeats its numbers after the same seed, and others after another', () => {
    const body = `local function take(seed) math.randomseed(seed) return math.random() end
      print(take(7) == take(7), take(7) == take(8), take(0) == take(-0.5), take(1e300) == take(1e300), take(0) == math.random())`;
    expect(draws(body)[0]).toBe('true\tfalse\tfalse\ttrue\tfalse');
  });

  it('stays in its range', () => {
    const body = `local low, high, least, most = 9, 0, 1, 0
      for _ = 1, 2000 do
        local r, n = math.random(), math.random(3, 5)
        least, most = math.min(least, r), math.max(most, r)
        low, high = math.min(low, n), math.max(high, n)
        assert(math.type(n) == "integer" and math.random(1) == 1 and math.random(-2, -2) == -2)
      end
      print(low, high, least >= 0 and least < 0.01, most < 1 and most > 0.99, math.random("3") <= 3, math.random(1, 3e9) >= 1)`;
    expect(draws(body)[0]).toBe('3\t5\ttrue\ttrue\ttrue\ttrue');
  });

  // The texts are those of lua5.3.
  it.each([
    ['math.random(0)', "bad argument #1 to 'random' (interval is empty)"],
    ['math.random(3, 2)', "bad argument #1 to 'random' (interval is empty)"],
    ['math.random(1, 2, 3)', 'wrong number of arguments'],
    ['math.random(1.5)', "bad argument #1 to 'random' (number has no integer representation)"],
    ['math.random(0/0)', "bad argument #1 to 'random' (number has no integer representation)"],
    ['math.random(nil)', "bad argument #1 to 'random' (number expected, got nil)"],
    ['math.random({})', "bad argument #1 to 'random' (number expected, got table)"],
    ['math.randomseed()', "bad argument #1 to 'randomseed' (number expected, got no value)"],
    ['math.randomseed("x")', "bad argument #1 to 'randomseed' (number expected, got string)"],
  ])('refuses %s as Lua 5.3 does', (call, text) => {
    expect(draws(`print(select(2, pcall(function() return ${call} end)))`)[0]).toContain(text);
  });
});
