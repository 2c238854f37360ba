import { describe, expect, it } from 'vitest';
import { TimeWheel } from '../../src/kernel/timeWheel.js';

function push(wheel: TimeWheel, row: number, seconds: number): void {
  wheel.due[0] = seconds;
  wheel.push(row);
}

/** A wheel that looks at all that is alive, or at every tick there is, takes minutes for these. */
describe('a time wheel takes a few steps an event', () => {
  const count = 200_000;

  it.each([
    ['a microsecond', 1e-6],
    ['minutes', 200],
  ])('with very many of them alive, %s apart', (_what, gapSeconds) => {
    const wheel = new TimeWheel();
    // Not in order: every event is put somewhere among the others. 7 and the count share no divisor.
    for (let row = 0; row < count; row++) push(wheel, row, ((row * 7) % count) * gapSeconds);
    let wrongCount = 0;
    for (let turn = 0; turn < count; turn++) if ((wheel.pop() * 7) % count !== turn) wrongCount++;
    expect([wrongCount, wheel.count, wheel.nextSeconds]).toEqual([0, 0, Number.POSITIVE_INFINITY]);
  });
});

describe('a time wheel of few events', () => {
  it('counts those that are left, and has them in order', () => {
    const wheel = new TimeWheel();
    for (const row of [0, 1, 2, 3]) push(wheel, row, 4 - row);
    wheel.remove(1);
    expect([wheel.count, wheel.nextRow]).toEqual([3, 3]);
    wheel.remove(3);
    expect([wheel.count, wheel.nextRow, wheel.nextSeconds]).toEqual([2, 2, 2]);
    expect([wheel.pop(), wheel.pop(), wheel.count, wheel.nextRow]).toEqual([2, 0, 0, -1]);
  });

  it('finds any row that is left, however far away it is', () => {
    const wheel = new TimeWheel();
    push(wheel, 1, 0);
    push(wheel, 0, 1e6);
    push(wheel, 2, 2e6);
    expect([wheel.pop(), wheel.nextRow, wheel.nextSeconds]).toEqual([1, 0, 1e6]);
    expect([wheel.pop(), wheel.pop()]).toEqual([0, 2]);
  });

  it('takes any row, far beyond those it had', () => {
    const wheel = new TimeWheel();
    push(wheel, 5000, 8);
    push(wheel, 3, 7);
    push(wheel, 4999, 9);
    expect([wheel.pop(), wheel.nextSeconds, wheel.pop(), wheel.pop()]).toEqual([3, 8, 5000, 4999]);
  });

  it('has none at first', () => {
    const wheel = new TimeWheel();
    expect([wheel.nextRow, wheel.nextSeconds, wheel.count]).toEqual([-1, Number.POSITIVE_INFINITY, 0]);
  });
});
