import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompiledRegex } from '../../../../src/policy/lua/hosts/regex/compiledRegex.js';
import { loadLuaPolicy } from '../../../../src/policy/lua/loadLuaPolicy.js';
import { caseCounts } from '../../../support/sampled.js';
import { FakeHost, runPolicy } from '../../fakeHost.js';
import { printed, runScript } from './hostRun.js';

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const plain = { i: false, m: false, s: false, x: false, u: false, a: false };

/** All groups of the first match, as JavaScript's own engine gives them. */
function matchOf(pattern: string, text: string, flags = ''): (string | undefined)[] | undefined {
  const regex = new CompiledRegex(bytesOf(pattern), {
    ...plain,
    i: flags.includes('i'),
    m: flags.includes('m'),
    s: flags.includes('s'),
  });
  const spans = regex.search(regex.subject(bytesOf(text)), 0, () => {});
  if (spans === undefined) return undefined;
  return Array.from({ length: regex.groupCount + 1 }, (_, group) =>
    spans[2 * group] < 0 || spans[2 * group + 1] < 0 ? undefined : text.slice(spans[2 * group], spans[2 * group + 1]),
  );
}

describe('the expressions of ngx.re', () => {
  // What pcre2pattern(3) says and JavaScript has not.
  it.each([
    ['a++b', 'aaab', ['aaab']],
    ['a++ab', 'aaab', undefined],
    ['(?>a+|b)c', 'aac', ['aac']],
    ['(?>a|ab)c', 'abc', undefined],
    ['(?<!foo)bar', 'xbar foobar', ['bar']],
    ['(?<=a|bc)d', 'bcd', ['d']],
    ['(?P<y>\\d{4})-(?P=y)', '2026-2026', ['2026-2026', '2026']],
    ["(?'q'['\"]).*?\\k'q'", 'say "hi"', ['"hi"', '"']],
    ['(a)\\g{-1}', 'aa', ['aa', 'a']],
    ['(?i)ab(?-i)C', 'ABC', ['ABC']],
    ['(?i:a)b', 'Ab AB', ['Ab']],
    ['\\Qa.b\\E+', 'a.bb', ['a.bb']],
    ['[[:alpha:]_]+', '1ab_c2', ['ab_c']],
    ['[]a]+', 'x]a]', [']a]']],
    ['[^]a]+', ']xy]', ['xy']],
    ['\\Aab\\z', 'ab', ['ab']],
    ['ab$', 'ab\n', ['ab']],
    ['ab\\z', 'ab\n', undefined],
    ['\\x41\\x{42}\\103', 'ABC', ['ABC']],
    ['\\x41\\x{42}\\o{103}', 'ABC', ['ABC']],
    ['a{,2}', 'a{,2}', ['a{,2}']],
    ['(a*)*', 'aab', ['aa', '']],
    ['(?#comment)a', 'ba', ['a']],
    ['\\h+\\H', 'a \tb', [' \tb']],
  ] as const)('%s on %j', (pattern, text, expected) => {
    expect(matchOf(pattern, text)).toEqual(expected);
  });

  for (const { tags, numRuns } of caseCounts(50, 2_000))
    it('finds what the engine of JavaScript finds, where the two mean the same', { tags }, () => {
      const atom = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\d', '\\w', '\\s', '^', '$', '\\b', '1', ' ');
      const expression = fc.letrec<{ node: string; group: string; repeated: string }>((tie) => ({
        node: fc.oneof({ maxDepth: 4 }, atom, tie('group'), tie('repeated')),
        group: fc
          .tuple(
            fc.constantFrom('(', '(?:', '(?=', '(?!'),
            fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
            tie('node'),
          )
          .map(([open, parts, other]) => `${open}${parts.join('')}|${other})`),
        repeated: fc
          .tuple(
            fc.oneof(fc.constantFrom('a', 'b', '.', '[ab]', '\\w'), tie('group')),
            fc.constantFrom('*', '+', '?', '*?', '+?', '{2}', '{1,2}', '{0,2}?'),
          )
          // JavaScript repeats no assertion and takes no empty turn of a loop; PCRE does both.
          .filter(([body]) => !/[\^$]|\\b|\(\?[=!]/.test(body) && !new RegExp(`^(?:${body})$`).test(''))
          .map(([body, sign]) => body.replace(/\((?!\?)/g, '(?:') + sign),
      })).node;
      const subject = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' ', 'A'), maxLength: 12 });
      fc.assert(
        fc.property(
          fc.array(expression, { minLength: 1, maxLength: 3 }),
          subject,
          fc.constantFrom('', 'i', 'm', 's'),
          (parts, text, flags) => {
            const pattern = parts.join('');
            const expected = new RegExp(pattern, flags).exec(text);
            const found = matchOf(pattern, text, flags);
            expect(found?.[0]).toEqual(expected?.[0]);
            // A negative lookahead keeps no group in either; a failed alternative's group stays in PCRE only.
            expect(found === undefined).toBe(expected === null);
          },
        ),
        { numRuns },
      );
    });

  it.each([
    ['(a', 'missing closing parenthesis'],
    ['a)', 'unmatched closing parenthesis'],
    ['*a', 'quantifier does not follow a repeatable item'],
    ['[a', 'missing terminating ] for character class'],
    ['[b-a]', 'range out of order in character class'],
    ['a\\', '\\ at end of pattern'],
    ['a{3,2}', 'numbers out of order in {} quantifier'],
    ['(?<=a+)b', 'lookbehind assertion is not fixed length'],
    ['\\2(a)', 'reference to non-existent subpattern'],
    ['(?<n>a)(?<n>b)', 'two named subpatterns have the same name'],
    ['(?R)', '(?R is not simulated'],
    ['(*SKIP)a', 'verbs such as (*SKIP) are not simulated'],
    ['\\p{L}', '\\p is not simulated'],
    ['((((a{99}){99}){99}){99})', 'regular expression is too large'],
    ['('.repeat(200), 'parentheses are too deeply nested'],
  ])('refuses %s', (pattern, message) => {
    expect(() => matchOf(pattern, '')).toThrow(message);
  });
});

describe('ngx.re.split', () => {
  // Cases and results of lua-resty-core's own t/re-split.t.
  it.each([
    ['"a,b,c,d", ","', 'a:b:c:d'],
    ['"a;,b;,c;,d;e", ";,"', 'a:b:c:d;e'],
    ['"a,b,c,d", "(,)"', 'a:,:b:,:c:,:d'],
    ['"a,b,c,d,e", ",", nil, nil, 3', 'a:b:c,d,e'],
    ['"a,b,c,d,e", ",", nil, nil, 1', 'a,b,c,d,e'],
    ['"a,b,c,d,e", ",", nil, { pos = 5 }', 'c:d:e'],
    ['"a,b,c,d,e", ",", nil, { pos = 10 }', ''],
    ['",a,b,c,d,", ","', ':a:b:c:d'],
    ['1234512345, "23", "jo"', '1:451:45'],
    ['"12345", "", "jo"', '1:2:3:4:5'],
    ['"12345", "", "jo", nil, 3', '1:2:345'],
    ['"12345", "", "jo", { pos = 2 }, 2', '2:345'],
    ['"abcd", "()"', 'a::b::c::d'],
    ['"ab cd ef", "^"', 'ab cd ef'],
    ['"ab\\ncd\\nef", "^", "m"', 'ab\n:cd\n:ef'],
    ['"ab\\ncd\\nef", "^()", "m"', 'ab\n::cd\n::ef'],
    ['"ab\\n1cdefg\\n2hij", "^\\\\d", "m"', 'ab\n:cdefg\n:hij'],
    ['"a,b", ",", nil, nil, nil, { "W", "X", "Y", "Z" }', 'a:b'],
  ])('%s', (call, expected) => {
    const code = `local parts = require("ngx.re").split(${call}) local n = 0 while parts[n + 1] do n = n + 1 end print(table.concat(parts, ":", 1, n))`;
    expect(printed(code)).toEqual([expected]);
  });
});

describe('ngx.re', () => {
  it.each([
    [
      'local m = ngx.re.match("hello, 1234", "([0-9])(?<remaining>[0-9]+)") print(m[0], m[1], m[2], m.remaining)',
      '1234\t1\t234\t234',
    ],
    [
      'local m = ngx.re.match("hello, world", "(world)|(hello)|(?<named>howdy)") print(m[0], m[1], m[2], m[3], m.named)',
      'hello\tfalse\thello\tfalse\tfalse',
    ],
    ['print(ngx.re.match("hello, world", "HEL LO", "ix")[0])', 'hello'],
    ['local m = ngx.re.match("hello, 美好生活", "HELLO, (.{2})", "iu") print(m[0], m[1])', 'hello, 美好\t美好'],
    ['local ctx = { pos = 2 } print(ngx.re.match("1234, hello", "[0-9]+", "", ctx)[0], ctx.pos)', '234\t5'],
    ['local ctx = {} ngx.re.match("1234, hello", "[0-9]+", "jo", ctx) print(ctx.pos)', '5'],
    ['print(ngx.re.match("a1", "[0-9]", "a"), ngx.re.match("1a", "[0-9]", "ajo")[0])', 'nil\t1'],
    ['local t = {} print(ngx.re.match("ab", "b", "", nil, t) == t, t[0])', 'true\tb'],
    ['print(ngx.re.find("hello, 1234", "([0-9]+)", "jo"))', '8\t11'],
    ['print(ngx.re.find("hello, 1234", "([0-9])([0-9]+)", "jo", nil, 2))', '9\t11'],
    ['print(ngx.re.find("x", "y")) ', 'nil'],
    ['print(ngx.re.find("x", "x", "", nil, 3))', 'nil\tnil\tnth out of bound'],
    ['for m in ngx.re.gmatch("hello, world!", "([a-z]+)", "i") do print(m[0]) break end', 'hello'],
    ['local n = 0 for m in ngx.re.gmatch("a,b,c", "[a-z]") do n = n + 1 end print(n)', '3'],
    ['print(ngx.re.sub("hello, 1234", "([0-9])[0-9]", "[$0][$1]"))', 'hello, [12][1]34\t1'],
    ['print(ngx.re.sub("hello, 1234", "[0-9]", "$" .. "{0}00"))', 'hello, 100234\t1'],
    ['print(ngx.re.sub("hello, 1234", "[0-9]", "$$"))', 'hello, $234\t1'],
    [
      'print(ngx.re.sub("hello, 1234", "( [0-9] ) [0-9]", function(m) return "[" .. m[0] .. "][" .. m[1] .. "]" end, "x"))',
      'hello, [12][1]34\t1',
    ],
    ['print(ngx.re.gsub("hello, world", "([a-z])[a-z]+", "[$0,$1]", "i"))', '[hello,h], [world,w]\t2'],
    ['print(ngx.re.gsub("abc", "", "-"))', '-a-b-c-\t4'],
    ['print(ngx.re.gsub("abc", "b", function() return "$1" end))', 'a$1c\t1'],
    ['print(ngx.re.sub("x", "x", "$name"))', 'nil\tnil\tfailed to compile the replacement template'],
    ['print(ngx.re.match("x", "(x"))', 'nil\tpcre_compile() failed: missing closing parenthesis in "(x"'],
    ['print(ngx.re.gsub("x", "(x", ""))', 'nil\tnil\tpcre_compile() failed: missing closing parenthesis in "(x"'],
  ])('%s', (code, expected) => {
    expect(runScript(`ngx.sleep(1) ${code}`.replace('io = (io and "" or "") ', '')).host.lines).toEqual([expected]);
  });

  it('refuses options that are unknown or not simulated', () => {
    expect(() => printed('ngx.re.match("x", "x", "q")')).toThrow('s.lua:1: unknown flag "q" (flags "q")');
    expect(() => printed('ngx.re.match("x", "x", "d")')).toThrow('option "d" is not simulated');
  });

  it('gives up as PCRE does', () => {
    const host = new FakeHost();
    const code = 'ngx.sleep(1) print(ngx.re.match(("a"):rep(40), "(a+)+b"))';
    runPolicy(loadLuaPolicy({ fileName: 's.lua', code, params: {} }), host, 2);
    expect(host.lines).toEqual(['nil\tpcre_exec() failed: -8']);
  });

  it('is charged for its steps', () => {
    const code = 'ngx.sleep(1) local t = ("a"):rep(1000) while true do ngx.re.match(t, "(a|b)*c") end';
    expect(() => runScript(code)).toThrow('instruction budget');
  });
});
