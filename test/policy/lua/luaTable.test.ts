import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedBy, printedHere } from '../../support/luaChunks.js';

const walk = 'local s = {} for k, v in pairs(t) do s[#s + 1] = k .. "=" .. v end print(#t, table.concat(s, " "))';

/** Expected values are those of PUC-Lua 5.3.6; lists alone come out the same in 5.1, 5.4 and LuaJIT. */
describe('a list is walked from 1', () => {
  it.each([
    ['a constructor', 'local t = { 7, 8, 9 }', '3\t1=7 2=8 3=9'],
    ['a constructor of more than one flush', `local t = {${'1,'.repeat(60)}} t = { t[51], t[60] }`, '2\t1=1 2=1'],
    ['varargs', 'local t = (function(...) return { ... } end)(7, 8, 9)', '3\t1=7 2=8 3=9'],
    ['filled from the end', 'local t = {} for i = 5, 1, -1 do t[i] = i end', '5\t1=1 2=2 3=3 4=4 5=5'],
    ['inserted in front', 'local t = { 5, 6 } table.insert(t, 1, 4)', '3\t1=4 2=5 3=6'],
    ['inserted in the middle', 'local t = { 5, 6 } table.insert(t, 2, 4)', '3\t1=5 2=4 3=6'],
    ['removed from the front', 'local t = { 5, 6, 7 } table.remove(t, 1)', '2\t1=6 2=7'],
    ['packed', 'local t = table.pack(7, 8)', '2\t1=7 2=8 n=2'],
    ['moved', 'local t = table.move({ 7, 8, 9 }, 1, 3, 1, {})', '3\t1=7 2=8 3=9'],
    ['sorted', 'local t = { 3, 1, 2 } table.sort(t)', '3\t1=1 2=2 3=3'],
    ['beside a field', 'local t = { x = 1, 7, 8 }', '2\t1=7 2=8 x=1'],
    ['keys that are floats', 'local t = {} t[3.0] = 3 t[2.0] = 2 t[1.0] = 1', '3\t1=1 2=2 3=3'],
  ])('%s', (_name, code, printed) => {
    expect(printedHere([`${code} ${walk}`])).toEqual([printed]);
  });
});

/** What `#` gives for a list with holes follows from the sizes of the two parts (ltable.c of 5.3). */
describe('the length of a list with holes', () => {
  it.each([
    ['{ 1, 2, nil, 4 }', '4'],
    ['{ 1, nil, 3 }', '3'],
    ['{ nil, nil, 3 }', '3'],
    ['{ 1, 2, nil }', '2'],
    ['{ 1, nil, 3, nil }', '1'],
    ['{ n = 1, nil, 2 }', '2'],
    ['{ [1] = 1, [2] = 2, [4] = 4 }', '4'],
    ['{ [2] = 2 }', '0'],
    ['table.pack(1, nil, nil)', '1'],
    ['(function(...) return { ... } end)(1, nil, 3)', '3'],
    ['(function() local t = {} t[1] = 1 t[2] = 2 t[4] = 4 return t end)()', '4'],
    ['(function() local t = { 1, 2, 3, 4, 5 } t[5] = nil t[4] = nil return t end)()', '3'],
    ['(function() local t = {} for i = 1, 20 do t[i] = i end t[10] = nil return t end)()', '20'],
    ['(function() local t = {} for i = 1, 17 do t[i] = i end t[17] = nil t[16] = nil return t end)()', '15'],
  ])('#%s', (table, length) => {
    expect(printedHere([`print(#${table})`])).toEqual([length]);
  });
});

describe('a walk', () => {
  it.each([
    [
      'may clear the fields it meets',
      'local t = { 1, 2, x = 1, y = 2 } for k in pairs(t) do t[k] = nil end print(next(t))',
    ],
    [
      'may clear fields that come later',
      'local t = { a = 1, b = 2 } for k in pairs(t) do t.a = nil t.b = nil end print(next(t))',
    ],
    ['ends after the last key', 'print(next({ 7 }, 1))'],
  ])('%s', (_name, code) => {
    expect(printedHere([code])).toEqual(['nil']);
  });

  it('does not begin at a key that there is not', () => {
    expect(printedHere(['next({}, "x")'])).toEqual(["error: invalid key to 'next'"]);
  });

  it('finds every field once when fields come and go', () => {
    const code =
      'local q, first = {}, 1 for i = 1, 5000 do q[i] = i if i > 100 then q[first] = nil first = first + 1 end end ' +
      'local count, least = 0, 1e9 for k in pairs(q) do count = count + 1 least = math.min(least, k) end print(count, least)';
    expect(printedHere([code])).toEqual(['100\t4901']);
  });
});

describe('keys', () => {
  it('are told apart by every byte', () => {
    expect(
      printedHere(['local t = { ["\\n1"] = 1, ["\\xa31"] = 2 } print(t["\\n1"], t["\\xa31"], t["\\n1\\0"])']),
    ).toEqual(['1\t2\tnil']);
  });

  it('that are texts have the order of their bytes', () => {
    expect(
      printedHere(['print("\\1" < "a", "\\r" < "A", "\\127" < "\\128", "a" < "a\\0", "\\n1" == "\\xa31")']),
    ).toEqual(['true\ttrue\ttrue\ttrue\tfalse']);
  });

  it('may not be nil or NaN', () => {
    expect(printedHere(['local t = {} t[nil] = 1', 'local t = {} t[0 / 0] = 1'])).toEqual([
      'error: chunk:1: table index is nil',
      'error: chunk:1: table index is NaN',
    ]);
  });
});

/** A change of a table, in Lua: elements and fields are added, or taken from the end. */
const change = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }).map((key) => `t[${key}] = ${key}`) },
  fc.integer({ min: 1, max: 40 }).map((key) => `t[${key}] = ${key}`),
  fc.constantFrom('a', 'b', 'c', 'd').map((name) => `t.${name} = 1`),
  fc.constantFrom('t[#t + 1] = 0', 'table.insert(t, 7)'),
);
const begin = fc.constantFrom('{}', '{ 1, 2, 3 }', '{ 1, nil, 3, nil }', '{ x = 1, y = 2 }', 'table.pack(1, nil, 3)');
const script = fc
  .tuple(begin, fc.array(change, { maxLength: 25 }))
  .map(([table, changes]) => `local t = ${table} ${changes.map((text) => `${text} print(#t)`).join(' ')}`);

describe('any order of changes', () => {
  it('gives the lengths that lua5.3 gives', ({ skip }) => {
    const scripts = fc.sample(script, 300);
    const expected = printedBy('lua5.3', scripts);
    if (expected === undefined) return skip('lua5.3 is not installed');
    expect(printedHere(scripts)).toEqual(expected);
  });

  it('is walked once over each field', () => {
    const count =
      'local n = 0 for _ in pairs(t) do n = n + 1 end local m = 0 for i = 1, 100 do if t[i] then m = m + 1 end end ' +
      'for _, k in ipairs({ "a", "b", "c", "d", "x", "y", "n" }) do if t[k] then m = m + 1 end end print(n == m)';
    fc.assert(
      fc.property(script, (text) => {
        const [printed] = printedHere([`${text} ${count}`]);
        expect(printed.split('\n').slice(-1)).toEqual(['true']);
      }),
      { numRuns: 100 },
    );
  });
});
