import { describe, expect, it } from 'vitest';
import { isInstalled, ourOutput, realOutput } from '../luaOutput.js';

const joined = (lines: readonly string[]) => lines.join('\n').replaceAll('\t', ' ');
/** Numbers without a fraction print as 5.3 prints floats. */
const printed = (code: string) => joined(ourOutput(code)).replace(/\.0\b/g, '');

/** Lines of Lua that print; expected texts are LuaJIT's. */
const bitCases: readonly (readonly [string, string])[] = [
  ['print(bit.tobit(0xffffffff), bit.tobit(2^32 + 1), bit.tobit(1e10))', '-1 1 1410065408'],
  ['print(bit.tobit(-2147483649), bit.tobit(2.5), bit.tobit(3.5))', '2147483647 2 4'],
  ['print(bit.bnot(0), bit.bswap(0x12345678))', '-1 2018915346'],
  ['print(bit.tohex(255), bit.tohex(-1, -4), bit.tohex(0x87654321, 4))', '000000ff FFFF 4321'],
  ['print(bit.lshift(1, 31), bit.lshift(1, 32), bit.rshift(-1, 0))', '-2147483648 1 -1'],
  ['print(bit.rshift(-256, 8), bit.arshift(-256, 8))', '16777215 -1'],
  ['print(bit.rol(0x12345678, 12), bit.ror(0x12345678, 12))', '1164411171 1736516421'],
  ['print(bit.band(0xff, 0x0f, 0x3), bit.bor(1, 2, 4), bit.bxor(0xa5a5f0f0, 0xaa55ff00))', '3 7 267390960'],
  ['local bit = require("bit") print(bit.band("255", 15))', '15'],
];

/** Expected texts are those of Lua 5.3 with its compatibility with 5.2. */
const bit32Cases: readonly (readonly [string, string])[] = [
  ['print(bit32.band(), bit32.bor(), bit32.bnot(0))', '4294967295 0 4294967295'],
  ['print(bit32.lshift(1, 31), bit32.lshift(1, 32), bit32.rshift(-1, 1))', '2147483648 0 2147483647'],
  ['print(bit32.lshift(256, -4), bit32.arshift(-256, 4), bit32.arshift(-1, 40))', '16 4294967280 4294967295'],
  ['print(bit32.lrotate(0x80000001, 1), bit32.rrotate(1, 1))', '3 2147483648'],
  ['print(bit32.extract(0xabcd, 4, 8), bit32.replace(0xabcd, 0xff, 4, 8))', '188 45053'],
  ['print(bit32.btest(3, 4), bit32.btest(3, 1), bit32.bxor(5, 1))', 'false true 4'],
];

/** Expected texts are those of Lua 5.1. */
const functionCases: readonly (readonly [string, string])[] = [
  ['print(unpack({ 4, 5, 6 }, 2))', '5 6'],
  ['print(loadstring("return 1 + 2")())', '3'],
  ['print(math.pow(2, 10), math.log10(1000), math.mod(7, 3))', '1024 3 1'],
  ['print(math.ldexp(0.75, 4), math.frexp(12))', '12 0.75 4'],
  ['print(math.ldexp(1, -1074) > 0, math.frexp(-0.1))', 'true -0.8 -3'],
  ['print(string.format("%.6f %.6f %.6f", math.cosh(1), math.sinh(1), math.tanh(1)))', '1.543081 1.175201 0.761594'],
  ['print(table.getn({ 1, 2, 3 }), table.maxn({ [1] = 1, [2.5] = 1, [10] = 1 }))', '3 10'],
  ['table.foreachi({ "a", "b" }, function(i, v) print(i, v) end)', '1 a\n2 b'],
  ['print(table.foreach({ x = 7 }, function(k, v) return k .. v end))', 'x7'],
  ['for word in string.gfind("a b", "%a") do print(word) end', 'a\nb'],
  ['print(setfenv == nil, module == nil)', 'true true'],
];

describe('bit of LuaJIT', () => {
  it.each(bitCases)('%s', (code, expected) => expect(printed(code)).toBe(expected));
  it.runIf(isInstalled('luajit'))('is what luajit prints', () => {
    for (const [code, expected] of bitCases) expect(joined(realOutput('luajit', code)), code).toBe(expected);
  });
});

describe('bit32 of Lua 5.2', () => {
  it.each(bit32Cases)('%s', (code, expected) => expect(printed(code)).toBe(expected));
  it.runIf(isInstalled('lua5.3'))('is what lua5.3 prints', () => {
    for (const [code, expected] of bit32Cases) expect(joined(realOutput('lua5.3', code)), code).toBe(expected);
  });
});

describe('functions of Lua 5.1', () => {
  it.each(functionCases)('%s', (code, expected) => expect(printed(code)).toBe(expected));
  it('are there only for a policy that names one', () => {
    expect(printed('print(rawget(_G, "un" .. "pack"), math["p" .. "ow"])')).toBe('nil nil');
  });
});
