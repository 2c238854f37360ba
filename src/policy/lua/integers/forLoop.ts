import { type Integer, maxInteger, minInteger, shortInteger } from './integer.js';

/**
 * The counter of `for i = first, limit, step` over integers. It never wraps around, as in Lua 5.4: in 5.3 a loop up to
 * math.maxinteger never ends.
 */
const safe = Number.MAX_SAFE_INTEGER;

/** What the counter is before the first step: may lie outside of 64 bits. */
export function beforeFirst(first: Integer, step: Integer): Integer {
  if (typeof first === 'number' && typeof step === 'number') {
    const before = first - step;
    if (before <= safe && before >= -safe) return before;
  }
  return shortInteger(BigInt(first) - BigInt(step));
}

/** The next counter; NaN, which no limit admits, beyond 64 bits. */
export function nextCounter(counter: Integer, step: Integer): Integer {
  if (typeof counter === 'number' && typeof step === 'number') {
    const next = counter + step;
    if (next <= safe && next >= -safe) return next;
  }
  const next = BigInt(counter) + BigInt(step);
  return next >= minInteger && next <= maxInteger ? shortInteger(next) : Number.NaN;
}
