import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { LuaPattern, PatternError } from '../../../src/policy/lua/luaPattern.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

/** Prints what expressions give, one line each. */
function evaluate(...expressions: string[]): string[] {
  const body = expressions.map((expression) => `print(${expression})`).join('\n');
  const host = new FakeHost();
  runPolicy(
    loadLuaPolicy({ fileName: 'p.lua', code: `return { decide = function() ${body} end }`, params: {} }),
    host,
    15,
  );
  return host.lines;
}

/** Expected values are those of PUC-Lua 5.3 (reference manual 6.4.1). */
describe('string functions with patterns', () => {
  it.each([
    ['("hello world"):find("wor")', '7\t9'],
    ['("hello"):find("l+")', '3\t4'],
    ['("hello"):find("")', '1\t0'],
    ['("hello"):find("", 10)', 'nil'],
    ['("a.b"):find(".", 1, true)', '2\t2'],
    ['("a+b"):find("+", 1, true)', '2\t2'],
    ['("hello"):find("l", -2)', '4\t4'],
    ['("key = value"):match("^(%w+)%s*=%s*(%w+)$")', 'key\tvalue'],
    ['("  trim  "):match("^%s*(.-)%s*$") .. "|"', 'trim|'],
    ['("2026-11-24"):match("(%d+)-(%d+)-(%d+)")', '2026\t11\t24'],
    ['("f(a(b)c)d"):match("%b()")', '(a(b)c)'],
    ['("THE (quick) fox"):find("%((%a+)%)")', '5\t11\tquick'],
    ['("hello"):match("()ll()")', '3\t5'],
    ['("abcabc"):match("(a)bc%1")', 'a'],
    ['("THE fox"):gsub("%f[%a]%a+", "x")', 'x x\t2'],
    ['("abc"):match("[^a-b]")', 'c'],
    ['("a]c"):match("[]]")', ']'],
    ['("x-y"):match("[a%-]")', '-'],
    ['("0x1F"):match("%x+", 3)', '1F'],
    ['("color"):match("colou?r")', 'color'],
    ['("abc"):match("b*$")', ''],
    ['("hello world"):gsub("o", "0")', 'hell0 w0rld\t2'],
    ['("hello world"):gsub("o", "0", 1)', 'hell0 world\t1'],
    ['("hello"):gsub("", "-")', '-h-e-l-l-o-\t6'],
    ['("abc"):gsub("%w", "%0%0")', 'aabbcc\t3'],
    ['("hello world"):gsub("(%w+) (%w+)", "%2 %1")', 'world hello\t1'],
    ['("$name"):gsub("%$(%w+)", { name = "x" })', 'x\t1'],
    ['("abc"):gsub("%w", function(c) if c == "b" then return "B" end end)', 'aBc\t3'],
    ['("abc"):gsub("^a", "x")', 'xbc\t1'],
    ['("100%"):gsub("%%", "%%%%")', '100%%\t1'],
  ])('%s', (expression, result) => {
    expect(evaluate(expression)).toEqual([result]);
  });

  it('walks all matches', () => {
    const body =
      'for k, v in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do print(k, v) end for w in ("one two"):gmatch("%a+") do print(w) end';
    expect(evaluate(`(function() ${body} end)()`).slice(0, 4)).toEqual(['a\t1', 'b\t2', 'one', 'two']);
  });

  it.each([
    ['("x"):find("[a")', "malformed pattern (missing ']')"],
    ['("x"):find("%")', "malformed pattern (ends with '%')"],
    ['("x"):find("(x")', 'unfinished capture'],
    ['("x"):match("x)")', 'invalid pattern capture'],
    ['("x"):find("%1")', 'invalid capture index'],
    ['("x"):gsub("x", "%2")', 'invalid capture index %2'],
    ['("x"):gsub("x", "%a")', "invalid use of '%' in replacement string"],
    ['("x"):gsub("x", function() return {} end)', 'invalid replacement value (a table)'],
  ])('%s fails at its line', (expression, message) => {
    expect(() => evaluate(expression)).toThrow(message);
    expect(() => evaluate(expression)).toThrow('p.lua:1: ');
  });
});

it('reports its steps, so that a budget can end it', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  let stepCount = 0;
  const matcher = new LuaPattern(bytes('a'.repeat(200)), bytes('.-.-b'), (steps) => {
    stepCount += steps;
  });
  expect(matcher.match(0, 0)).toBe(-1);
  // Two lazy repetitions over n bytes try n^2 / 2 splits.
  expect(stepCount).toBeGreaterThan(20_000);
  expect(() => new LuaPattern(bytes('a'.repeat(300)), bytes('a?'.repeat(300)), () => {}).match(0, 0)).toThrow(
    PatternError,
  );
});
