import type { Conversion } from './parseFormat.js';

interface NumberText {
  /** A sign, and 0x of hexadecimal numbers: zeros go behind it. */
  readonly prefix: string;
  readonly digits: string;
  /** Whether the flag 0 holds: not for inf, nan and integers with a precision. */
  readonly mayPadZero: boolean;
}

/** A number's text in the width of its conversion. */
export function padNumber({ prefix, digits, mayPadZero }: NumberText, conversion: Conversion): string {
  const { width, isLeft, isZeroPadded } = conversion;
  if (prefix.length + digits.length >= width) return prefix + digits;
  if (isLeft) return (prefix + digits).padEnd(width);
  if (isZeroPadded && mayPadZero) return prefix + digits.padStart(width - prefix.length, '0');
  return (prefix + digits).padStart(width);
}

/** The sign that a signed conversion shows. */
export function signText(isNegative: boolean, { hasPlus, hasSpace }: Conversion): string {
  if (isNegative) return '-';
  if (hasPlus) return '+';
  return hasSpace ? ' ' : '';
}
