import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printed, runScript } from './hostRun.js';

const cjson = 'local cjson = require("cjson") ';

describe('cjson', () => {
  it.each([
    ['print(cjson.encode({ 1, 2.5, "x", true, false, cjson.null }))', '[1,2.5,"x",true,false,null]'],
    ['print(cjson.encode({ name = "a/b\\n\\1\\127\\"" }))', '{"name":"a\\/b\\n\\u0001\\u007f\\""}'],
    ['print(cjson.encode({}), cjson.encode(cjson.empty_array), cjson.encode(nil))', '{}\t[]\tnull'],
    ['print(cjson.encode(setmetatable({}, cjson.array_mt)))', '[]'],
    ['print(cjson.encode(setmetatable({}, cjson.empty_array_mt)))', '[]'],
    ['print(cjson.encode(setmetatable({ x = 1 }, cjson.empty_array_mt)))', '[]'],
    ['print(cjson.encode(setmetatable({ 1, nil, 3 }, cjson.array_mt)))', '[1,null,3]'],
    ['cjson.encode_empty_table_as_object(false) print(cjson.encode({ a = {} }))', '{"a":[]}'],
    [
      'print(cjson.encode({ 1 / 3, 1e20, 3.0, -0.0, 1e15, 100000000000000, 123456789012345678 }))',
      '[0.33333333333333,1e+20,3,-0,1e+15,1e+14,1.2345678901235e+17]',
    ],
    ['cjson.encode_number_precision(3) print(cjson.encode(1 / 3))', '0.333'],
    ['print(cjson.encode({ [1] = 1, [3] = 3 }))', '[1,null,3]'],
    ['print(cjson.encode({ [1] = 1, x = 2 }))', '{"1":1,"x":2}'],
    ['print(cjson.encode({ [0] = "zero" }))', '{"0":"zero"}'],
    ['cjson.encode_sparse_array(true) print(cjson.encode({ [1000] = "x" }))', '{"1000":"x"}'],
    ['print(cjson.encode_sparse_array())', 'false\t2\t10'],
    ['print(cjson.encode_max_depth(), cjson.decode_max_depth(5), cjson.decode_max_depth())', '1000\t5\t5'],
    ['cjson.encode_invalid_numbers("null") print(cjson.encode(0 / 0))', 'null'],
    ['cjson.encode_invalid_numbers(true) print(cjson.encode({ 1 / 0, -1 / 0 }))', '[Infinity,-Infinity]'],
    ['cjson.encode_escape_forward_slash(false) print(cjson.encode("a/b"))', '"a/b"'],
    ['cjson.encode_skip_unsupported_value_types(true) print(cjson.encode({ print, 1, print, 2 }))', '[1,2]'],
    [
      'local t = cjson.decode([[{"a": [1, 2, {"b": null}], "s": "x\\u00e9\\ud83d\\ude00"}]]) print(#t.a, t.a[3].b == cjson.null, t.s)',
      '3\ttrue\txé😀',
    ],
    ['print(cjson.decode("[1, 1.0, 1e2, -0.5, 3000000000, 1767571200]")[5])', '3000000000'],
    ['print(cjson.decode("true"), cjson.decode(" \\"x\\" "), cjson.decode("null") == cjson.null)', 'true\tx\ttrue'],
    [
      'print(cjson.decode("0x10"), cjson.decode("Infinity"), cjson.decode("NaN") ~= cjson.decode("nan"))',
      '16.0\tinf\ttrue',
    ],
    ['cjson.decode_array_with_array_mt(true) print(cjson.encode(cjson.decode("[]")))', '[]'],
    ['print(cjson.encode(cjson.decode("[]")))', '{}'],
    ['print(require("cjson") == cjson, cjson.new() ~= cjson, cjson.null == ngx.null)', 'true\ttrue\ttrue'],
  ])('%s', (code, expected) => {
    expect(printed(cjson + code)).toEqual([expected]);
  });

  // The messages of lua_cjson.c, with the place that luaL_error puts before them.
  it.each([
    ['cjson.encode(print)', 'Cannot serialise function: type not supported'],
    ['cjson.encode({ [true] = 1 })', 'Cannot serialise boolean: table key must be a number or string'],
    ['cjson.encode({ [1000] = 1 })', 'Cannot serialise table: excessively sparse array'],
    ['cjson.encode(0 / 0)', 'Cannot serialise number: must not be NaN or Infinity'],
    ['local t = {} t.t = t cjson.encode(t)', 'Cannot serialise, excessive nesting (1001)'],
    ['cjson.decode("")', 'Expected value but found T_END at character 1'],
    ['cjson.decode("{a: 1}")', 'Expected object key string but found invalid token at character 2'],
    ['cjson.decode([[{"a" 1}]])', 'Expected colon but found T_INTEGER at character 6'],
    ['cjson.decode([[{"a": 1 "b"}]])', 'Expected comma or object end but found T_STRING at character 9'],
    ['cjson.decode("[1, ]")', 'Expected value but found T_ARR_END at character 5'],
    ['cjson.decode("[1 2]")', 'Expected comma or array end but found T_INTEGER at character 4'],
    ['cjson.decode("[1] x")', 'Expected the end but found invalid token at character 5'],
    ['cjson.decode([["x]])', 'Expected value but found unexpected end of string at character 3'],
    ['cjson.decode([["\\q"]])', 'Expected value but found invalid escape code at character 2'],
    ['cjson.decode([["\\ud800"]])', 'Expected value but found invalid unicode escape code at character 2'],
    ['cjson.decode("nil")', 'Expected value but found invalid token at character 1'],
    [
      'cjson.decode_invalid_numbers(false) cjson.decode("0x10")',
      'Expected value but found invalid number at character 1',
    ],
    ['cjson.decode(("["):rep(1001))', 'Found too many nested data structures (1001) at character 1001'],
  ])('%s fails as the real one', (code, message) => {
    expect(printed(`${cjson} print(select(2, pcall(function() ${code} end)))`)).toEqual([`s.lua:1: ${message}`]);
    const safe = code.replace(/cjson\.(encode|decode)\(/, 'return cjson.$1(');
    expect(printed(`local cjson = require("cjson.safe") print((function() ${safe} end)())`)).toEqual([
      `nil\t${message}`,
    ]);
  });

  it('refuses what is no argument, in the safe module too', () => {
    expect(() => printed('require("cjson.safe").encode()')).toThrow('expected 1 argument');
    expect(() => printed('require("cjson.safe").decode({})')).toThrow(/s\.lua:1: bad argument #1 .*string expected/);
  });

  it('gives back what it was given, whatever it was', () => {
    const plain = (value: unknown) => JSON.stringify(value);
    const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 3 }).map(plain);
    fc.assert(
      fc.property(fc.array(json, { minLength: 1, maxLength: 10 }), (texts) => {
        const longest = Math.max(...texts.map((text) => (text.match(/]/g) ?? []).length));
        const close = `]${'='.repeat(longest + 2)}]`;
        const open = `[${'='.repeat(longest + 2)}[`;
        const code = texts.map((text) => `print(cjson.encode(cjson.decode(${open}\n${text}${close})))`).join('\n');
        const shown = printed(`${cjson} cjson.decode_array_with_array_mt(true)
          cjson.encode_number_precision(16) cjson.encode_escape_forward_slash(false)\n${code}`);
        expect(shown.map((line) => sorted(JSON.parse(line)))).toEqual(texts.map((text) => sorted(JSON.parse(text))));
      }),
      { numRuns: 50 },
    );
  });

  it('is charged for what it does', () => {
    const code =
      'ngx.sleep(1) local c = require("cjson") local t = {} for i = 1, 50000 do t[i] = i end while true do c.encode(t) end';
    expect(() => runScript(code)).toThrow('instruction budget');
    const length = 'ngx.sleep(1) require("cjson").encode(setmetatable({}, { __len = function() return 1e12 end }))';
    expect(() => runScript(length)).toThrow('memory limit for strings');
  });
});

/** Sixteen digits are what cjson keeps of a number at most. */
function sorted(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(14));
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, part]) => [key, sorted(part)]),
  );
}
