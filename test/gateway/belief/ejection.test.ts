import { describe, expect, it } from 'vitest';
import { Ejection, type EjectionRules } from '../../../src/gateway/belief/ejection.js';
import * as tryEnd from '../../../src/gateway/guards/tryEnd.js';

const { good, error, timeout, connect, abort, none } = tryEnd;
const envoy: EjectionRules = {
  consecutiveErrors: 5,
  intervalSeconds: 10,
  baseSeconds: 30,
  maxSeconds: 300,
  maxRatio: 0.1,
  successRate: { stdevFactor: 1.9, minimumInstances: 5, minimumRequests: 100 },
};

/** Instances 0 to count - 1, all ready, and who is out. */
function fleetOf(count: number, rules: Partial<EjectionRules> = {}) {
  const serial = Int32Array.from({ length: count }, (_, index) => index);
  const out = new Set<number>();
  let ready = Array.from({ length: count }, (_, index) => index);
  const ejection = new Ejection({
    rules: { ...envoy, ...rules },
    instances: { serial },
    ready: () => ready,
    takeOut: (instance) => out.add(instance),
    putBack: (instance) => out.delete(instance),
  });
  return {
    ejection,
    out,
    serial,
    leave: (gone: number) => {
      ready = ready.filter((instance) => instance !== gone);
    },
    /** `times` tries that end so, at this second. */
    tell(instance: number, end: number, times: number, seconds: number) {
      for (let index = 0; index < times; index++) ejection.ended(instance, end, seconds);
    },
    /** Sweeps of every 10 s up to this second; when the instance was out, before and after each. */
    sweepTo(until: number, from = 10) {
      for (let seconds = from; seconds <= until; seconds += 10) ejection.sweep(seconds);
    },
  };
}

describe('consecutive errors', () => {
  it.each([
    ['five errors', [error, error, error, error, error], true],
    ['four', [error, error, error, error], false],
    ['five with a good answer between', [error, error, error, good, error, error], false],
    ['timeouts, failed connects and aborts, too', [timeout, connect, abort, error, timeout], true],
    ["what is nobody's fault neither counts nor clears", [error, error, none, error, error, none, error], true],
  ])('%s eject or not: %j -> %s', (_what, ends, isOut) => {
    const { ejection, out } = fleetOf(10);
    for (const end of ends) ejection.ended(3, end, 1);
    expect(out.has(3)).toBe(isOut);
  });
});

describe('how long an ejection lasts', () => {
  it('is over at the first sweep after k x base', () => {
    const fleet = fleetOf(10);
    fleet.tell(3, error, 5, 4);
    fleet.sweepTo(30);
    expect(fleet.out.has(3)).toBe(true);
    // 4 + 30 = 34: the sweep at 40.
    fleet.ejection.sweep(40);
    expect(fleet.out.has(3)).toBe(false);
    // Again at once: k = 2, 60 s from 41, so the sweep at 110.
    fleet.tell(3, error, 5, 41);
    fleet.sweepTo(100, 50);
    expect(fleet.out.has(3)).toBe(true);
    fleet.ejection.sweep(110);
    expect(fleet.out.has(3)).toBe(false);
  });

  it('is at most max, and base where base is longer', () => {
    for (const [baseSeconds, maxSeconds, expected] of [
      [30, 60, 60],
      [30, 10, 30],
    ]) {
      const fleet = fleetOf(10, { baseSeconds, maxSeconds });
      let now = 0;
      for (let times = 1; times <= 5; times++) {
        fleet.tell(3, error, 5, now);
        const since = now;
        while (fleet.out.has(3)) {
          now += 10;
          fleet.ejection.sweep(now);
        }
        if (times === 5) expect(now - since).toBe(expected);
      }
    }
  });

  it('falls back by base for each sweep that finds it in', () => {
    const fleet = fleetOf(10);
    fleet.tell(3, error, 5, 0);
    fleet.sweepTo(30);
    fleet.tell(3, error, 5, 30);
    fleet.sweepTo(90, 40);
    expect(fleet.out.has(3)).toBe(false);
    // k is 2 now; two healthy sweeps take it to 0, so the next lasts base again.
    fleet.sweepTo(110, 100);
    fleet.tell(3, error, 5, 110);
    fleet.sweepTo(130, 120);
    expect(fleet.out.has(3)).toBe(true);
    fleet.ejection.sweep(140);
    expect(fleet.out.has(3)).toBe(false);
  });

  it('begins afresh with the next instance in the row', () => {
    const fleet = fleetOf(10);
    fleet.tell(3, error, 5, 0);
    fleet.serial[3] = 99;
    fleet.out.clear();
    fleet.tell(3, error, 4, 1);
    expect(fleet.out.has(3)).toBe(false);
    fleet.tell(3, error, 1, 1);
    fleet.sweepTo(40);
    expect(fleet.out.has(3)).toBe(false);
  });
});

describe('how many may be out', () => {
  it.each([
    [1, 0.1, 1],
    [9, 0.1, 1],
    [10, 0.1, 1],
    [20, 0.1, 2],
    [29, 0.1, 2],
    [10, 0.5, 5],
    [3, 1, 3],
    [5, 0, 1],
  ])('of %i at most %d, rounded down, and one: %i', (count, maxRatio, most) => {
    const fleet = fleetOf(count, { maxRatio });
    for (let instance = 0; instance < count; instance++) fleet.tell(instance, error, 5, 1);
    expect(fleet.out.size).toBe(most);
    expect(fleet.ejection.outCount).toBe(most);
  });

  it('counts only those that are still ready', () => {
    const fleet = fleetOf(10);
    fleet.tell(0, error, 5, 1);
    fleet.leave(0);
    fleet.tell(1, error, 5, 2);
    expect(fleet.out.has(1)).toBe(true);
  });

  it('asks for as many errors again where no more may be out', () => {
    const fleet = fleetOf(10);
    fleet.tell(0, error, 5, 1);
    fleet.tell(1, error, 5, 1);
    fleet.leave(0);
    fleet.tell(1, error, 4, 2);
    expect(fleet.out.has(1)).toBe(false);
    fleet.tell(1, error, 1, 2);
    expect(fleet.out.has(1)).toBe(true);
  });
});

describe('the success rate', () => {
  /** Instances with such shares of good answers, of 200 each; who is out after the sweep. */
  const outOf = (ratios: readonly number[], tries = 200, rules: Partial<EjectionRules> = {}) => {
    const fleet = fleetOf(ratios.length, { consecutiveErrors: Number.POSITIVE_INFINITY, maxRatio: 1, ...rules });
    for (const [instance, ratio] of ratios.entries()) {
      fleet.tell(instance, good, Math.round(tries * ratio), 5);
      fleet.tell(instance, error, tries - Math.round(tries * ratio), 5);
    }
    fleet.ejection.sweep(10);
    return [...fleet.out];
  };

  it.each([
    // Mean 0.9, deviation 0.2: the limit is 0.52.
    ['one far below the others', [1, 1, 1, 1, 0.5], [4]],
    ['all alike', [0.7, 0.7, 0.7, 0.7, 0.7, 0.7], []],
    // Mean 0.8, deviation 0.245: the limit is 0.335.
    ['two that fail as much as each other', [1, 1, 1, 0.5, 0.5], []],
    ['fewer instances than the minimum', [1, 1, 1, 0], []],
  ])('%s: %j', (_what, ratios, out) => {
    expect(outOf(ratios)).toEqual(out);
  });

  it('needs enough tries at each', () => {
    expect(outOf([1, 1, 1, 1, 0.5], 98)).toEqual([]);
    expect(outOf([1, 1, 1, 1, 0.5], 100)).toEqual([4]);
  });

  it('counts from one sweep to the next only', () => {
    const fleet = fleetOf(5, { consecutiveErrors: Number.POSITIVE_INFINITY });
    for (let instance = 0; instance < 5; instance++) fleet.tell(instance, instance === 4 ? error : good, 60, 5);
    fleet.ejection.sweep(10);
    for (let instance = 0; instance < 5; instance++) fleet.tell(instance, instance === 4 ? error : good, 60, 15);
    fleet.ejection.sweep(20);
    expect(fleet.out.size).toBe(0);
  });
});
