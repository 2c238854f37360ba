import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as arithmetic from '../../../../src/policy/lua/integers/arithmetic.js';
import * as bits from '../../../../src/policy/lua/integers/bits.js';
import { floatToInteger, type Integer, shortInteger } from '../../../../src/policy/lua/integers/integer.js';
import { bytesInteger, fits, integerBytes } from '../../../../src/policy/lua/integers/packing.js';
import { readInteger, readRadix } from '../../../../src/policy/lua/integers/readInteger.js';

const edges = [0n, 1n, 2n, 3n, 31n, 63n, 64n, 2n ** 31n, 2n ** 32n, 2n ** 52n, 2n ** 53n, 2n ** 62n, 2n ** 63n];
/** 64-bit integers of every length, and those around the powers of two. */
const exact = fc
  .oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc
      .tuple(fc.nat({ max: 63 }), fc.bigInt({ min: -4n, max: 4n }))
      .map(([power, offset]) => 2n ** BigInt(power) + offset),
    fc.tuple(fc.constantFrom(...edges), fc.bigInt({ min: -2n, max: 2n })).map(([edge, offset]) => edge + offset),
    fc.bigInt({ min: -1_000n, max: 1_000n }),
  )
  .chain((value) => fc.constantFrom(value, -value))
  .map((value) => BigInt.asIntN(64, value));

/** What 64 bits in two's complement give. */
const wrap = (value: bigint) => BigInt.asIntN(64, value);
const floorQuotient = (a: bigint, b: bigint) => a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n);
const shifted = (a: bigint, count: bigint): bigint => {
  if (count <= -64n || count >= 64n) return 0n;
  return count >= 0n ? a << count : BigInt.asUintN(64, a) >> -count;
};

type Operation = readonly [string, (a: Integer, b: Integer) => Integer, (a: bigint, b: bigint) => bigint];
const operations: readonly Operation[] = [
  ['+', arithmetic.add, (a, b) => a + b],
  ['-', arithmetic.subtract, (a, b) => a - b],
  ['*', arithmetic.multiply, (a, b) => a * b],
  ['//', arithmetic.floorDivide, floorQuotient],
  ['%', arithmetic.modulo, (a, b) => a - floorQuotient(a, b) * b],
  ['fmod', arithmetic.remainder, (a, b) => a % b],
  ['&', bits.and, (a, b) => a & b],
  ['|', bits.or, (a, b) => a | b],
  ['~', bits.xor, (a, b) => a ^ b],
  ['<<', bits.shiftLeft, shifted],
  ['-a', (a) => arithmetic.negate(a), (a) => -a],
  ['~a', (a) => bits.complement(a), (a) => ~a],
];

/** A number up to 2^53 - 1, never -0; a bigint beyond. */
function isCanonical(value: Integer): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  return shortInteger(value) === value && wrap(value) === value;
}

describe('64-bit integers', () => {
  it.each(operations)("%s is that of two's complement", (name, operate, reference) => {
    const divisor = ['//', '%', 'fmod'].includes(name) ? exact.filter((value) => value !== 0n) : exact;
    const count = name === '<<' ? fc.oneof(fc.bigInt({ min: -66n, max: 66n }), exact) : divisor;
    fc.assert(
      fc.property(exact, count, (a, b) => {
        const result = operate(shortInteger(a), shortInteger(b));
        expect(BigInt(result)).toBe(wrap(reference(a, b)));
        expect(isCanonical(result)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('come back from floats that are whole numbers below 2^63', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), exact.map(Number)), (value) => {
        const integer = floatToInteger(value);
        const isInside = Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
        expect(integer !== false).toBe(isInside);
        if (integer !== false) expect([BigInt(integer), isCanonical(integer)]).toEqual([BigInt(value), true]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are read from decimal and hexadecimal texts and in every base', () => {
    const bytes = (text: string) => Buffer.from(text);
    fc.assert(
      fc.property(exact, fc.integer({ min: 2, max: 36 }), fc.constantFrom('', ' ', '\t\n'), (value, radix, blank) => {
        expect(readInteger(bytes(`${blank}${value}${blank}`))?.n).toBe(shortInteger(value));
        const unsigned = BigInt.asUintN(64, value);
        expect(readInteger(bytes(`0x${unsigned.toString(16)}`))?.n).toBe(shortInteger(value));
        expect(readRadix(bytes(blank + value.toString(radix).toUpperCase()), radix)).toBe(shortInteger(value));
      }),
    );
  });

  it.each([
    ['9223372036854775808', undefined],
    ['-9223372036854775808', -(2n ** 63n)],
    ['-9223372036854775809', undefined],
    ['99999999999999999999999', undefined],
    [`${'0'.repeat(50)}9007199254740993`, 9007199254740993n],
    ['0x1ffffffffffffffff', -1],
    ['-0', 0],
    ['0x', undefined],
    ['', undefined],
    ['1 2', undefined],
    ['1e5', undefined],
  ])('the text %j is %s', (text, value) => {
    expect(readInteger(Buffer.from(text))?.n).toBe(value);
  });

  it.each([
    ['12', 2, null],
    ['ff', 16, 255],
    ['ffffffffffffffff', 16, -1],
    ['-zz', 36, -1295],
    ['7fffffffffffffff', 16, 2n ** 63n - 1n],
    ['8', 8, null],
    ['', 10, null],
    ['1.5', 10, null],
  ])('the text %j in base %s is %s', (text, radix, value) => {
    expect(readRadix(Buffer.from(text), radix)).toBe(value);
  });

  it('come back from the bytes of string.pack', () => {
    fc.assert(
      fc.property(
        exact,
        fc.integer({ min: 1, max: 16 }),
        fc.boolean(),
        fc.boolean(),
        (value, count, isLittle, isSigned) => {
          const integer = shortInteger(value);
          fc.pre(fits(integer, count, isSigned));
          const bytes = integerBytes(integer, count, isLittle, isSigned);
          expect(bytes).toHaveLength(count);
          expect(bytesInteger(bytes, isLittle, isSigned)).toBe(integer);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
