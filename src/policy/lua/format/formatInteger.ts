import { padNumber, signText } from './padNumber.js';
import type { Conversion } from './parseFormat.js';

const radixes: Readonly<Record<string, number>> = { o: 8, x: 16 };

/** %d %i %u %o %x %X, as C prints a 64-bit integer. */
export function formatInteger(value: number | bigint, conversion: Conversion): string {
  const { letter, precision, isAlternate, isCapital } = conversion;
  const isSigned = letter === 'd' || letter === 'i';
  const prefix = isSigned ? signText(value < 0, conversion) : '';
  let digits = isSigned ? String(value < 0 ? -value : value) : unsigned(value).toString(radixes[letter] ?? 10);
  if (precision !== undefined) digits = digits === '0' && precision === 0 ? '' : digits.padStart(precision, '0');
  const mayPadZero = precision === undefined;
  if (isAlternate && letter === 'o' && digits[0] !== '0') digits = `0${digits}`;
  const shownPrefix = isAlternate && radixes[letter] === 16 && value !== 0 ? '0x' : prefix;
  const text = padNumber({ prefix: shownPrefix, digits, mayPadZero }, conversion);
  return isCapital ? text.toUpperCase() : text;
}

function unsigned(value: number | bigint): number | bigint {
  return value < 0 ? BigInt.asUintN(64, BigInt(value)) : value;
}
