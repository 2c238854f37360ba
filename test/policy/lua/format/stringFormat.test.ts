import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedText, scientificText } from '../../../../src/policy/lua/format/exactDecimals.js';
import { differences, isInstalled, ourOutput, realOutput } from '../luaOutput.js';

/** Prints the result of a format or its error, in brackets, so that spaces show. */
const shown = 'local function t(...) local ok, r = pcall(string.format, ...) print(ok and "[" .. r .. "]" or r) end';
const ours = (calls: readonly string[]) => ourOutput(`${shown}\n${calls.map((call) => `t(${call})`).join('\n')}`);

describe('string.format', () => {
  // Printed by Lua 5.3.6 on x86-64 Linux.
  const table: readonly (readonly [string, string])[] = [
    ['"%f %f %.0f %.0f %.0f", 1, 1/3, 0.5, 1.5, 2.5', '[1.000000 0.333333 0 2 2]'],
    ['"%g %g %g %g", 1234567, 0.00001, 100000, 1e20', '[1.23457e+06 1e-05 100000 1e+20]'],
    ['"%.3g|%.0g|%#g|%#.3g", 0.00012345, 15, 1.5, 100', '[0.000123|2e+01|1.50000|100.]'],
    ['"%.2e|%E|%.0e|%#.0e", 12345.678, 1.5, 9.5, 2.5', '[1.23e+04|1.500000E+00|1e+01|2.e+00]'],
    ['"%.20f", 0.1', '[0.10000000000000000555]'],
    ['"%.3f|%.1f", 1e22, 2^70', '[10000000000000000000000.000|1180591620717411303424.0]'],
    ['"%.3f %.2f %.1f", 0.0005, 0.125, 0.25', '[0.001 0.12 0.2]'],
    ['"%5.1f|%-8.2f|%08.2f|%+.1f|% .1f", 2.25, 2.675, -2.5, 0.05, 1', '[  2.2|2.67    |-0002.50|+0.1| 1.0]'],
    [
      '"%.3d|%5d|%-5d|%05d|%+d|% d|%+05d|%05.3d", 5, 42, 42, -42, 7, 7, 7, 7',
      '[005|   42|42   |-0042|+7| 7|+0007|  007]',
    ],
    ['"%x|%X|%#x|%#X|%#o|%o|%x", 255, 255, 255, 255, 8, 8, -1', '[ff|FF|0xff|0XFF|010|10|ffffffffffffffff]'],
    ['"%#x|%#o|%.0d|%#.0o|%u|%i", 0, 0, 0, 0, 3, 4', '[0|0||0|3|4]'],
    ['"%05.1f|%5g|%-6fx|%+f|%E", 1/0, 0/0, -1/0, 1/0, 1/0', '[  inf| -nan|-inf  x|+inf|INF]'],
    ['"%a %A %.0a %.1a %a", 0.5, 255.5, 1.5, 1.99, 0', '[0x1p-1 0X1.FFP+7 0x2p+0 0x2.0p+0 0x0p+0]'],
    ['"%10a|%-10a|%010a|%a", 1, 1, 1, 5e-324', '[    0x1p+0|0x1p+0    |0x00001p+0|0x0.0000000000001p-1022]'],
    ['"%5s|%-5s|%.2s|%5.1s|%s", "ab", "ab", "abc", "abc", true', '[   ab|ab   |ab|    a|true]'],
    ['"%c%c|%3c|%-3c|", 72, 105, 65, 66', '[Hi|  A|B  |]'],
    ['"%q", "a\\0001\\r\\n\\"\\\\"', '["a\\0001\\13\\\n\\"\\\\"]'],
    ['"%q %q %q %q", 1, 0.1, true, nil', '[1 0x1.999999999999ap-4 true nil]'],
    ['"%d%%", 3.0', '[3%]'],
    ['"%d %s %s", "10", 1, 1.0', '[10 1 1.0]'],
    ['"%s|%10s", setmetatable({}, { __tostring = function() return "me" end }), "x"', '[me|         x]'],
    ['"%d", 1.5', "bad argument #2 to 'string.format' (number has no integer representation)"],
    ['"%d", {}', "bad argument #2 to 'string.format' (number expected, got table)"],
    ['"%d %d", 1', "bad argument #3 to 'string.format' (no value)"],
    ['"%5s", "a\\0b"', "bad argument #2 to 'string.format' (string contains zeros)"],
    ['"%q", {}', "bad argument #2 to 'string.format' (value has no literal form)"],
  ];

  it.each(table)('%s', (call, text) => {
    expect(ours([call])[0].replace(/'string\.format'|'format'|'\?'/, "'string.format'")).toBe(text);
  });

  it.each([
    ['%y', "invalid option '%y' to 'format'"],
    ['%', "invalid option '%<\\0>' to 'format'"],
    ['%ld', "invalid option '%l' to 'format'"],
    ['%-+ #0-d', 'invalid format (repeated flags)'],
    ['%100d', 'invalid format (width or precision too long)'],
    ['%.100f', 'invalid format (width or precision too long)'],
  ])('refuses %s at its line, where pcall can catch it', (format, text) => {
    expect(ourOutput(`print(pcall(function() return string.format(${JSON.stringify(format)}, 1) end))`)).toEqual([
      `false\tp.lua:2: ${text}`,
    ]);
  });

  it('lets a policy format while it is shown in a format', () => {
    const inner = 'setmetatable({}, { __tostring = function() return string.format("%.1f", 2) end })';
    expect(ours([`"%d %s %d", 1, ${inner}, 3`])).toEqual(['[1 2.0 3]']);
  });
});

describe('tostring and .. of floats', () => {
  it.each([
    ['1e15', '1e+15'],
    ['2^53', '9.007199254741e+15'],
    ['1e14', '1e+14'],
    ['99999999999999.0', '99999999999999.0'],
    ['99999999999999.96', '1e+14'],
    ['123456789.125', '123456789.125'],
    ['1/3', '0.33333333333333'],
    ['2/3', '0.66666666666667'],
    ['0.0001', '0.0001'],
    ['0.00009999999999999999', '0.0001'],
    ['0.00001', '1e-05'],
    ['1e100', '1e+100'],
    ['3.0', '3.0'],
    ['123.00000000000001', '123.0'],
    ['-0.0', '-0.0'],
    ['1/0', 'inf'],
    ['-1/0', '-inf'],
    ['0/0', '-nan'],
    ['5e-324', '4.9406564584125e-324'],
  ])('%s is %s', (value, text) => {
    expect(ourOutput(`print(${value}, tostring(${value}), "" .. ${value}, table.concat({ ${value} }))`)).toEqual([
      [text, text, text, text].join('\t'),
    ]);
  });
});

/** round(x * 10^decimals) with ties to even, on the exact value of a double. */
function exactRounding(x: number, decimals: number): bigint {
  let binaryDigits = 0;
  let whole = x;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    binaryDigits++;
  }
  const scale = 10n ** BigInt(Math.abs(decimals));
  const numerator = BigInt(whole) * (decimals >= 0 ? scale : 1n);
  const denominator = (1n << BigInt(binaryDigits)) * (decimals >= 0 ? 1n : scale);
  const floor = numerator / denominator;
  const rest = 2n * (numerator % denominator);
  return rest > denominator || (rest === denominator && floor % 2n === 1n) ? floor + 1n : floor;
}

/** Doubles of every size, and many that lie in the middle between two decimals. */
const positive = fc.oneof(
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 12 })).map(([n, bits]) => n / 2 ** bits),
  fc
    .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 20 }))
    .map(([n, power]) => (n + 0.5) * 10 ** power),
);

describe('decimal digits', () => {
  it('are those of the exact binary value, ties to even', () => {
    const decimals = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(positive, decimals, (x, count) => {
        const digits = exactRounding(x, count)
          .toString()
          .padStart(count + 1, '0');
        const fixed = count === 0 ? digits : `${digits.slice(0, -count)}.${digits.slice(-count)}`;
        expect(fixedText(x, count)).toBe(fixed);
        const { mantissa, exponent } = scientificText(x, count);
        const expected = exactRounding(x, count - exponent).toString();
        expect(mantissa.replace('.', '')).toBe(x === 0 ? '0'.repeat(count + 1) : expected);
      }),
      { numRuns: 3_000 },
    );
  });
});

const flagSet = fc.subarray([...'-+ #0']).map((flags) => flags.join(''));
const width = fc.option(fc.integer({ min: 1, max: 30 }), { nil: '' });
const precision = fc.oneof(
  fc.constant(''),
  fc.constant('.'),
  fc.integer({ min: 0, max: 20 }).map((count) => `.${count}`),
  fc.integer({ min: 0, max: 99 }).map((count) => `.${count}`),
);
const sign = fc.constantFrom('', '-');
const floatValue = fc.oneof(
  fc
    .tuple(sign, positive)
    .map(([minus, x]) => `${minus}${x}${Number.isInteger(x) && !`${x}`.includes('e') ? '.0' : ''}`),
  fc.constantFrom('1/0', '-1/0', '0/0', '-0.0', '3', '5e-324', '1.7976931348623157e308'),
);
const integerValue = fc.oneof(fc.integer({ min: -1_000, max: 1_000 }), fc.integer()).map(String);
const textValue = fc.constantFrom('"web"', '""', '"a longer text"', '12', '1.5', 'true', 'nil');

/** Not %#g: glibc 2.36 drops the zeros that # keeps where rounding up gives a digit more (999999.96). */
function call(letters: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(flagSet, width, precision, fc.constantFrom(...letters), value)
    .map(
      ([flags, count, digits, letter, text]) =>
        `"%${letter === 'g' || letter === 'G' ? flags.replace('#', '') : flags}${count}${digits}${letter}", ${text}`,
    );
}

const calls = fc.oneof(
  call('eEfgGaA', floatValue),
  call('diuoxX', integerValue),
  call('cs', textValue),
  call('q', floatValue),
);

describe.each(['lua5.3'])('beside %s', (interpreter) => {
  it.skipIf(!isInstalled(interpreter))('prints 6,000 generated formats alike', () => {
    for (let batch = 0; batch < 12; batch++) {
      const generated = fc.sample(calls, { numRuns: 500, seed: batch });
      const real = realOutput(interpreter, `${shown}\n${generated.map((text) => `t(${text})`).join('\n')}`);
      expect(differences(generated, ours(generated), real)).toEqual([]);
    }
  });

  it.skipIf(!isInstalled(interpreter))('shows 4,000 generated floats alike', () => {
    for (let batch = 0; batch < 8; batch++) {
      const values = fc.sample(floatValue, { numRuns: 500, seed: batch });
      const program = values.map((value) => `print(${value}, "" .. (${value}))`).join('\n');
      expect(differences(values, ourOutput(program), realOutput(interpreter, program))).toEqual([]);
    }
  });
});
