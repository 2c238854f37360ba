import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../../src/policy/lua/loadLuaPolicy.js';
import { FakeHost, runPolicy } from '../../fakeHost.js';
import { ourOutput } from '../luaOutput.js';

const printed = (code: string) => ourOutput(code).join('|');

describe('integers of a policy', () => {
  // Printed by Lua 5.4.4, whose integer loops end at math.maxinteger.
  it.each([
    ['print(1767571200 * 1000, 1024 * 1024 * 1024 * 8, 0xffffffff)', '1767571200000\t8589934592\t4294967295'],
    ['print(math.type(os.time() * 1000), os.time() * 1000 > 1e12)', 'integer\ttrue'],
    [
      'print(math.maxinteger, math.mininteger, math.maxinteger + 1 == math.mininteger)',
      '9223372036854775807\t-9223372036854775808\ttrue',
    ],
    [
      'print(1 << 40, 1 << 63, 1 << 64, -1 >> 1, -1 >> 63, 1 << -1)',
      '1099511627776\t-9223372036854775808\t0\t9223372036854775807\t1\t0',
    ],
    ['print(-7 // 2, 7 // -2, -7 % 3, 7 % -3, math.mininteger // -1)', '-4\t-4\t2\t-2\t-9223372036854775808'],
    ['print(0 * -1, 0 // -5, 1 / (0 * -1))', '0\t0\tinf'],
    ['print(2^53 == 9007199254740992, 2^53 == 9007199254740993, 2^53 < 9007199254740993)', 'true\tfalse\ttrue'],
    ['local t = {} t[2^53] = 1 print(t[1 << 53], math.type(next(t)), t[(1 << 53) + 1])', '1\tinteger\tnil'],
    ['local t = {} t[3000000000] = 1 for k in pairs(t) do print(k, math.type(k)) end', '3000000000\tinteger'],
    [
      'local h = 5381 for c in ("hello world"):gmatch(".") do h = (h * 33 + c:byte()) & 0xffffffff end print(h)',
      '894552257',
    ],
    [
      'local h = 0xcbf29ce484222325 for c in ("hello"):gmatch(".") do h = (h ~ c:byte()) * 0x100000001b3 end print(("%x"):format(h))',
      'a430d84680aabd0b',
    ],
    ['for i = math.maxinteger - 1, math.maxinteger do print(i) end', '9223372036854775806|9223372036854775807'],
    ['for i = math.mininteger + 1, math.mininteger, -1 do print(i) end', '-9223372036854775807|-9223372036854775808'],
    ['for i = 1, math.huge do if i > 2 then break end print(i) end', '1|2'],
    [
      'print(string.unpack("<i8", string.pack("<i8", math.mininteger)), #string.pack("jlT", 1, 2, 3))',
      '-9223372036854775808\t24',
    ],
    [
      'print(tonumber("ffffffff", 16), tonumber("9223372036854775808"), tonumber("12", 2))',
      '4294967295\t9.2233720368548e+18\tnil',
    ],
    [
      'print(~2.0, 5.0 & 3, math.floor(2^40), math.tointeger(2^53), math.ult(1, -1))',
      '-3\t1\t1099511627776\t9007199254740992\ttrue',
    ],
    ['print(1 ^ (0 / 0), (-1) ^ math.huge)', '1.0\t1.0'],
    ['print(pcall(load("return 2^63 | 0", "=c")))', 'false\tc:1: number has no integer representation'],
  ])('%s', (code, text) => {
    expect(printed(code)).toBe(text);
  });

  it.each([
    ['local http = require("resty.http")', 'OpenResty'],
    ['local core = require("apisix.core")', 'APISIX'],
    ['ngx.log(ngx.INFO, "x")', 'OpenResty'],
    ['', undefined],
  ])('beyond 2^53 are a finding where the host of %j rounds them', (first, name) => {
    const code = `return { decide = function(o)\n${first}\nlocal n = 3\nfor i = 1, 40 do n = n * 7 + i end end }`;
    const runner = runPolicy(loadLuaPolicy({ fileName: 'p.lua', code, params: {} }), new FakeHost(), 30);
    const finding = `p.lua:4: an integer passes 2^53: it is exact here, and rounded in ${name}, whose Lua has doubles only.`;
    expect(runner.findings?.filter((text) => text.includes('2^53'))).toEqual(name === undefined ? [] : [finding]);
  });

  it('reach library functions as numbers that JavaScript can use', () => {
    const code = `print(pcall(string.rep, "x", math.maxinteger))
      print(("abc"):sub(math.mininteger, math.maxinteger), ("abc"):byte(1, 1 << 40))
      print(select("#", table.unpack({}, math.maxinteger, math.maxinteger)))
      print(pcall(utf8.char, 1 << 60))
      print(next({}, nil), rawget({}, math.maxinteger), #("x"):rep(3))`;
    expect(() => printed(code)).toThrow('1 MiB');
    expect(printed(code.replace(/^.*\n/, ''))).toMatch(/^abc\t97\t98\t99\|1\|false\t.*out of range.*\|nil\tnil\t3$/);
  });
});
