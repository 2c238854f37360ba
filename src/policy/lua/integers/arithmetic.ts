import { type Integer, wrapInteger } from './integer.js';

/**
 * Arithmetic of Lua's integers. A hot file: the interpreter calls these for every + - * // % of two integers.
 *
 * A result of two numbers that is not beyond 2^53 - 1 is exact, for rounding keeps the order; any other is computed again with bigints.
 */
const safe = Number.MAX_SAFE_INTEGER;

export function add(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (sum <= safe && sum >= -safe) return sum;
  }
  return wrapInteger(BigInt(a) + BigInt(b));
}

export function subtract(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (difference <= safe && difference >= -safe) return difference;
  }
  return wrapInteger(BigInt(a) - BigInt(b));
}

export function multiply(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // + 0: 0 * -1 is -0 in JavaScript.
    if (product <= safe && product >= -safe) return product + 0;
  }
  return wrapInteger(BigInt(a) * BigInt(b));
}

export function negate(a: Integer): Integer {
  return typeof a === 'number' ? 0 - a : wrapInteger(-a);
}

/** a % b with the sign of b; b is not 0. */
export function modulo(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b;
    return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0;
  }
  const divisor = BigInt(b);
  const rest = BigInt(a) % divisor;
  return wrapInteger(rest !== 0n && rest < 0n !== divisor < 0n ? rest + divisor : rest);
}

/** A quotient of smaller numbers is never rounded up to a whole one: the next lower fraction is nearer. */
const quickDivisionLimit = 2 ** 52;

/** a // b, rounded down; b is not 0. */
export function floorDivide(a: Integer, b: Integer): Integer {
  if (
    typeof a === 'number' &&
    typeof b === 'number' &&
    Math.abs(a) < quickDivisionLimit &&
    Math.abs(b) < quickDivisionLimit
  ) {
    return Math.floor(a / b) + 0;
  }
  const [dividend, divisor] = [BigInt(a), BigInt(b)];
  const quotient = dividend / divisor;
  const isRoundedUp = dividend < 0n !== divisor < 0n && dividend % divisor !== 0n;
  return wrapInteger(isRoundedUp ? quotient - 1n : quotient);
}

/** math.fmod: a % b with the sign of a; b is not 0. */
export function remainder(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') return (a % b) + 0;
  return wrapInteger(BigInt(a) % BigInt(b));
}
