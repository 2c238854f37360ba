import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

/** What expressions are here: each as text, an error as its message. */
function evaluate(expressions: readonly string[]): string[] {
  const host = new FakeHost();
  const body = expressions.map((one) => `show(pcall(function() return ${one} end))`).join('\n');
  const code = `${showFunction} return { decide = function()\n${body}\nend }`;
  runPolicy(loadLuaPolicy({ fileName: 'p.lua', code, params: {} }), host, 15);
  return host.lines;
}

const showFunction = `local function show(ok, value)
  -- Whole numbers beyond 32 bits are floats here.
  if type(value) == "number" and value == math.floor(value) then value = string.format("%.0f", value) end
  local text = tostring(value):gsub("^[^:]*:%d+: ", "")
  print(ok and text or "error: " .. text)
end`;

const hasLua = spawnSync('lua5.3', ['-v']).status === 0;

/** The same by Debian's lua5.3. */
function evaluateByLua(expressions: readonly string[]): string[] {
  const body = expressions.map((one) => `show(pcall(function() return ${one} end))`).join('\n');
  const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C' };
  const { stdout } = spawnSync('lua5.3', ['-'], { input: `${showFunction}\n${body}`, encoding: 'utf8', env });
  return stdout.split('\n').slice(0, -1);
}

const conversions = 'aAbBcCdDeFgGhHIjmMprRSTuUVwWxXyYzZ%';
const date = 'year=2020, month=14, day=-3, hour=30, min=-5, sec=100';
const fields = (table: string) =>
  `(function() local t = {${table}} os.time(t) local s = {} for _, k in ipairs{"year","month","day","hour","min","sec","wday","yday","isdst"} do s[#s + 1] = tostring(t[k]) end return table.concat(s, " ") end)()`;

/** Expressions and what lua5.3 makes of them in UTC and in the locale "C". */
const cases: readonly (readonly [string, string])[] = [
  ['os.date("!%U %e %R %V", 1000000000)', '36  9 01:46 36'],
  [
    'os.date("%c|%x|%X|%r|%D|%T", 68303045)',
    'Wed Mar  1 13:04:05 1972|03/01/72|13:04:05|01:04:05 PM|03/01/72|13:04:05',
  ],
  ['os.date("%Z !%Z", 0)', 'UTC !UTC'],
  ['os.date("!%Z %z", 0)', 'GMT +0000'],
  ['os.date("%Ec %EY %Od %OH", 0)', 'Thu Jan  1 00:00:00 1970 1970 01 00'],
  ['os.date("%Q abc")', "error: bad argument #1 to 'date' (invalid conversion specifier '%Q abc')"],
  ['os.date("%Y %")', "error: bad argument #1 to 'date' (invalid conversion specifier '%')"],
  ['os.date("%Ez")', "error: bad argument #1 to 'date' (invalid conversion specifier '%Ez')"],
  ['os.date("%E")', "error: bad argument #1 to 'date' (invalid conversion specifier '%E')"],
  ['os.date("%s")', "error: bad argument #1 to 'date' (invalid conversion specifier '%s')"],
  ['os.date("%c", "x")', "error: bad argument #2 to 'date' (number expected, got string)"],
  ['os.date("*tx", 0)', '*tx'],
  ['os.date("*t", 0).yday', '1'],
  ['os.date("!*t", 86399).min', '59'],
  ['os.date("!*t", 0).isdst', 'false'],
  ['#os.date("a\\0b%n%t", 0)', '5'],
  ['os.date("\\xff%H", 0):byte()', '255'],
  ['os.date("%Y %F %y %C %G %g %V", -96695596800)', '-1095 -1095-11-03 05 -11 -1095 05 45'],
  ['os.date("%c", 1e15)', 'Sun Jul  5 01:46:40 31690708'],
  ['os.date("%c", 2^60)', 'error: time result cannot be represented in this installation'],
  [`os.time{${date}}`, '1611899800'],
  [fields(date), '2021 1 29 5 56 40 6 29 false'],
  ['os.time{year=2020, month=1, day="3"}', '1578052800'],
  ['os.time{year=2020, month=1, day=1}', '1577880000'],
  ['os.time{year=2020, month=1, day=1, isdst=true}', '1577876400'],
  ['os.time{year=2020, month=1, day=1, hour=0.0}', '1577836800'],
  ['os.time{}', "error: field 'day' missing in date table"],
  ['os.time{year=2020, day=1}', "error: field 'month' missing in date table"],
  ['os.time{year=2020, month=1, day=1.5}', "error: field 'day' is not an integer"],
  ['os.time{year=2020, month=1, day="x"}', "error: field 'day' is not an integer"],
  ['os.time{year=2020, month=1, day=true}', "error: field 'day' is not an integer"],
  ['os.time{year=2020, month=1, day=2^30}', "error: field 'day' is out-of-bound"],
  ['os.time(5)', "error: bad argument #1 to 'time' (table expected, got number)"],
  ['math.type(os.difftime(5, 3)) .. os.difftime(5, 3)', 'float2.0'],
  ['os.difftime(5)', "error: bad argument #2 to 'difftime' (number expected, got no value)"],
];

describe('os.date, os.time and os.difftime', () => {
  it.each(cases)('%s is as in Lua 5.3', (expression, text) => {
    expect(evaluate([expression])).toEqual([text]);
  });

  it.skipIf(!hasLua)('have the cases above from lua5.3', () => {
    expect(evaluateByLua(cases.map(([expression]) => expression))).toEqual(cases.map(([, text]) => text));
  });

  it.skipIf(!hasLua)('agree with lua5.3 in all conversions, from the year 1 to 9999', () => {
    const moments = fc.sample(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), { numRuns: 300, seed: 1 });
    const years = Array.from({ length: 60 }, (_, index) => 1995 + index);
    const turns = years.flatMap((year) => [
      Date.UTC(year, 0, 1),
      Date.UTC(year, 11, 31),
      Date.UTC(year, 1, 28) + 86_400_000,
    ]);
    const format = [...conversions].map((letter) => `%${letter}`).join('|');
    const expressions = [...moments, ...turns.map((milliseconds) => milliseconds / 1000)].map(
      (moment) => `os.date("!${format}", ${moment})`,
    );
    expect(evaluate(expressions)).toEqual(evaluateByLua(expressions));
  });

  it.skipIf(!hasLua)('agree with lua5.3 in what os.time makes of any date', () => {
    const part = fc.integer({ min: -3000, max: 3000 });
    const dates = fc.sample(fc.tuple(fc.integer({ min: -500, max: 4000 }), part, part, part, part, part), {
      numRuns: 200,
      seed: 2,
    });
    const tables = dates.map(
      ([year, month, day, hour, min, sec]) =>
        `year=${year}, month=${month}, day=${day}, hour=${hour}, min=${min}, sec=${sec}`,
    );
    const expressions = tables.flatMap((table) => [
      `os.time{${table}}`,
      fields(table),
      `os.time(os.date("*t", os.time{${table}}))`,
    ]);
    expect(evaluate(expressions)).toEqual(evaluateByLua(expressions));
  });

  it('drop the fraction of a time, and say that newer versions do not', () => {
    const code = 'return { decide = function(o) print(os.date("!%H:%M:%S", o.time + 0.75), os.difftime(1.5, 1)) end }';
    const host = new FakeHost();
    const runner = runPolicy(loadLuaPolicy({ fileName: 'p.lua', code, params: {} }), host, 30);
    expect(host.lines[0]).toBe('00:00:15\t0.0');
    expect(runner.findings).toHaveLength(1);
    expect(runner.findings?.[0]).toContain('Lua 5.3 and 5.4 raise an error');
  });
});
