import { describe, expect, it } from 'vitest';
import { RatioBreaker } from '../../../src/gateway/guards/ratioBreaker.js';
import * as tryEnd from '../../../src/gateway/guards/tryEnd.js';

const rules = { failureRatio: 0.5, windowSeconds: 10, minimumCount: 4, openSeconds: 30, halfOpenCount: 2 };
const { good, error, timeout, connect, abort, none } = tryEnd;

/** Tries that begin and end at once, one a step; whether each was let through. */
function play(breaker: RatioBreaker, steps: readonly (readonly [seconds: number, end: number])[]): boolean[] {
  return steps.map(([seconds, end]) => {
    if (!breaker.admits(seconds)) return false;
    breaker.entered();
    breaker.ended(end, seconds, seconds);
    return true;
  });
}

const failing = [1, 2, 3, 4].map((seconds) => [seconds, error] as const);

describe('a breaker that opens on failures', () => {
  it.each([
    ['fewer tries than the minimum', [error, error, error], true],
    ['the minimum, half of them failed', [good, error, good, timeout], false],
    ['the minimum, less than half', [good, good, good, abort], true],
    ['a good try that completes the minimum', [error, error, error, good], false],
    ['failed connects and aborts', [connect, abort, connect, abort], false],
    ["tries that ended by nobody's fault", [none, none, none, none, error], true],
  ])('after %s lets the next one through: %s', (_what, ends, isLet) => {
    const breaker = new RatioBreaker(rules);
    play(
      breaker,
      ends.map((end, index) => [index, end]),
    );
    expect(breaker.admits(9)).toBe(isLet);
    expect(breaker.isOpen(9)).toBe(!isLet);
  });

  it('forgets what is older than its window, a bucket at a time', () => {
    const breaker = new RatioBreaker(rules);
    play(breaker, [
      [0.5, error],
      [0.6, error],
      [0.7, error],
      [10.5, error],
    ]);
    expect(breaker.isOpen(10.5)).toBe(false);
    // The three of the first bucket have left; with the one at 10.5 these make four.
    play(breaker, [
      [11, error],
      [12, error],
    ]);
    expect(breaker.isOpen(12)).toBe(false);
    play(breaker, [[13, error]]);
    expect(breaker.isOpen(13)).toBe(true);
  });

  it('refuses all for its time, then lets few through at once, and closes when all went well', () => {
    const breaker = new RatioBreaker(rules);
    play(breaker, failing);
    expect(
      play(breaker, [
        [4, good],
        [33.9, good],
      ]),
    ).toEqual([false, false]);
    expect(breaker.admits(34)).toBe(true);
    breaker.entered();
    expect(breaker.admits(34)).toBe(true);
    breaker.entered();
    expect(breaker.admits(34)).toBe(false);
    breaker.ended(good, 34, 35);
    expect(breaker.admits(35)).toBe(false);
    breaker.ended(good, 34, 36);
    // Closed with empty counts: three failures are too few again.
    expect(
      play(breaker, [
        [37, error],
        [38, error],
        [39, error],
        [40, good],
      ]),
    ).toEqual([true, true, true, true]);
  });

  it('opens again by one bad try, for its whole time', () => {
    const breaker = new RatioBreaker(rules);
    play(breaker, failing);
    expect(
      play(breaker, [
        [34, good],
        [35, error],
      ]),
    ).toEqual([true, true]);
    expect(breaker.isOpen(64.9)).toBe(true);
    expect(breaker.admits(65)).toBe(true);
  });

  it('gives the place of a try that nobody is to blame for to another', () => {
    const breaker = new RatioBreaker(rules);
    play(breaker, failing);
    play(breaker, [
      [34, none],
      [35, none],
      [36, none],
    ]);
    expect(
      play(breaker, [
        [37, good],
        [38, good],
        [39, good],
      ]),
    ).toEqual([true, true, true]);
  });

  it('judges by its probes alone, not by tries from before it opened', () => {
    const breaker = new RatioBreaker(rules);
    play(breaker, failing);
    expect(breaker.admits(34)).toBe(true);
    breaker.entered();
    // Began before it opened, ends while it is half-open.
    breaker.ended(error, 3.5, 34.5);
    expect(breaker.isOpen(34.5)).toBe(false);
    breaker.ended(good, 34, 35);
    expect(
      play(breaker, [
        [36, good],
        [37, good],
      ]),
    ).toEqual([true, true]);
  });
});
