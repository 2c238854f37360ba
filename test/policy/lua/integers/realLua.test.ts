import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseCounts } from '../../../support/sampled.js';
import { differences, isInstalled, ourOutput, realOutput } from '../luaOutput.js';

const isMissing = !isInstalled('lua5.3');

const integer = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n }),
  fc
    .tuple(fc.nat({ max: 62 }), fc.bigInt({ min: -2n, max: 2n }))
    .map(([power, offset]) => 2n ** BigInt(power) + offset),
  fc.bigInt({ min: -100n, max: 100n }),
);
const integerText = integer.map((value) => (value < 0n ? `(${value})` : String(value)));
/** Away from the ends, where a loop of Lua 5.3 goes round and round. */
const inside = fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }).map((value) => `(${value})`);
const floatText = fc.oneof(
  integer.map(
    (value) => `(${Number(value)}${Number.isInteger(Number(value)) && !`${Number(value)}`.includes('e') ? '.0' : ''})`,
  ),
  fc.constantFrom('0.5', '(-0.5)', '2.0^53', '(-2.0^63)', '1e300', '(1/0)', '(-1/0)', '(0/0)', '0.0', '(-0.0)'),
);
/** As a constant, which the parser calculates with, or from a function, which leaves it to the instructions. */
const leaf = fc
  .oneof({ weight: 5, arbitrary: integerText }, { weight: 1, arbitrary: floatText })
  .chain((text) => fc.constantFrom(text, `v(${text})`));
const operators = ['+', '-', '*', '//', '%', '&', '|', '~', '<<', '>>', '/', '<', '<=', '==', '~=', '..'];

/** Expressions over integers and floats; what fails (comparing a truth value) fails in both. */
const { expression } = fc.letrec<{ expression: string; operand: string }>((tie) => ({
  operand: fc.oneof(
    { depthSize: 'small' },
    leaf,
    tie('expression').map((text) => `(${text})`),
  ),
  expression: fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(tie('operand'), fc.constantFrom(...operators), tie('operand'))
        .map((parts) => parts.join(' ')),
    },
    { weight: 1, arbitrary: tie('operand').map((text) => `- ${text}`) },
    { weight: 1, arbitrary: tie('operand').map((text) => `~ ${text}`) },
  ),
}));

const oneArgument = ['math.abs', 'math.floor', 'math.ceil', 'math.tointeger', 'math.type', 'tostring', 'math.modf'];
const twoArguments = ['math.fmod', 'math.ult', 'math.max', 'math.min', 'rawequal'];
const calls = fc.oneof(
  fc.tuple(fc.constantFrom(...oneArgument), leaf).map(([name, value]) => `${name}(${value})`),
  fc.tuple(fc.constantFrom(...twoArguments), leaf, leaf).map(([name, a, b]) => `${name}(${a}, ${b})`),
  fc
    .tuple(fc.constantFrom('d', 'x', '5d', '.0f', 'g', 's'), leaf)
    .map(([letter, value]) => `string.format("%${letter}", ${value})`),
  fc
    .tuple(fc.constantFrom('i8', 'j', 'J', 'I4', 'i3', '>i8', 'i16', '>I12'), integerText)
    .map(([format, value]) => `string.unpack("${format}", string.pack("${format}", ${value}))`),
  fc.tuple(integer, fc.constantFrom('', ' ', '.0', 'e2', 'x')).map(([value, tail]) => `tonumber("${value}${tail}")`),
  fc
    .tuple(integer, fc.integer({ min: 2, max: 36 }))
    .map(([value, base]) => `tonumber("${value.toString(base)}", ${base})`),
  integer.map((value) => `tonumber("0x${BigInt.asUintN(64, value).toString(16)}")`),
  fc
    .tuple(leaf, leaf)
    .map(([key, other]) => `next({ [${key}] = 1 }), ({ [${key}] = 1 })[${other}], ({ [${key}] = 1 })[${key}]`),
  leaf.map((value) => `"" .. ${value}, "10" + ${value}`),
  fc
    .tuple(
      inside,
      fc.integer({ min: -3, max: 3 }).filter((step) => step !== 0),
      fc.integer({ min: 0, max: 9 }),
    )
    .map(([first, step, count]) => `loop(${first}, ${first} + ${step * count}, ${step})`),
);

/** What an expression gives, its type and its error without the place, a line each. */
function program(expressions: readonly string[]): string {
  return `
local function shown(...)
  local texts = table.pack(...)
  for i = 1, texts.n do texts[i] = tostring(math.type(texts[i])) .. " " .. tostring(texts[i]) end
  -- The sign of a NaN is not seen here, and a policy cannot see it but in its text.
  return (table.concat(texts, "; "):gsub("-nan", "nan"))
end
local function loop(first, last, step)
  local seen = {}
  for i = first, last, step do
    seen[#seen + 1] = i
    if #seen > 12 then break end
  end
  return table.concat(seen, " ")
end
local function v(value) return value end
local function try(run)
  local function report(isDone, ...)
    if isDone then print(shown(...)) else print((tostring((...)):gsub("^[^:]*:%d+: ", ""):gsub(" %b()", ""))) end
  end
  report(pcall(run))
end
${expressions.map((text) => `try(function() return ${text} end)`).join('\n')}`;
}

describe.skipIf(isMissing)('integers beside lua5.3', () => {
  for (const { tags, numRuns: batchCount } of caseCounts(4, 20))
    it.each([
      ['expressions', expression],
      ['library calls and loops', calls],
    ] as const)('%s give the same, type and error included', { tags }, (_, generator) => {
      for (let batch = 0; batch < batchCount; batch++) {
        const generated = fc.sample(generator, { numRuns: 200, seed: batch });
        const code = program(generated);
        expect(differences(generated, ourOutput(code), realOutput('lua5.3', code))).toEqual([]);
      }
    });
});

if (isMissing) it.skip('lua5.3 is not installed', () => {});
