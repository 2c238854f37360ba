import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancers, buildBalancer } from '../../src/gateway/balancers/index.js';
import { openStream } from '../../src/random/keyedStream.js';

/** A balancer with its instances' loads kept beside it. */
function stage(name: string, capacity: number) {
  const loads = new Map<number, number>();
  const balancer = buildBalancer(
    { variant: name, settings: {} },
    {
      stream: openStream({ seed: 1, replication: 0, owner: 'test', purpose: 'balancer' }),
      capacity,
      loadOf: (instance) => loads.get(instance) ?? 0,
    },
  );
  return {
    loads,
    add(instance: number): void {
      loads.set(instance, 0);
      balancer.add(instance);
    },
    remove(instance: number): void {
      balancer.remove(instance);
      loads.delete(instance);
    },
    /** Picks, and gives the request to who was picked. */
    take(): number {
      const picked = balancer.pick();
      if (picked >= 0) {
        loads.set(picked, (loads.get(picked) ?? 0) + 1);
        balancer.loadRose(picked);
      }
      return picked;
    },
    finish(instance: number): void {
      loads.set(instance, (loads.get(instance) ?? 0) - 1);
      balancer.loadFell(instance);
    },
  };
}

/** [what, which instance]: 0 adds, 1 removes, 2 and 3 take a request, 4 finishes one. */
const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 11 })), { maxLength: 200 });

describe.each(balancers.map(({ name }) => name))('every balancer: %s', (name) => {
  it.each([1, 3, Infinity])(
    'picks only ready instances below capacity %d, and one whenever there is one',
    (capacity) => {
      fc.assert(
        fc.property(steps, (list) => {
          const { loads, add, remove, take, finish } = stage(name, capacity);
          for (const [what, instance] of list) {
            const load = loads.get(instance);
            if (what === 0 && load === undefined) add(instance);
            // A fleet takes the work off an instance first.
            if (what === 1 && load !== undefined) {
              for (let left = load; left > 0; left--) finish(instance);
              remove(instance);
            }
            if (what === 4 && (load ?? 0) > 0) finish(instance);
            if (what !== 2 && what !== 3) continue;
            const hasRoom = [...loads.values()].some((each) => each < capacity);
            const picked = take();
            expect(picked >= 0).toBe(hasRoom);
            if (hasRoom) expect(loads.get(picked)).toBeLessThanOrEqual(capacity);
          }
        }),
      );
    },
  );

  it('picks -1 when there is nothing', () => {
    expect(stage(name, 1).take()).toBe(-1);
  });
});

describe('what each balancer is for', () => {
  it('round-robin goes round', () => {
    const { add, take } = stage('round-robin', Infinity);
    for (const instance of [4, 7, 9]) add(instance);
    expect([1, 2, 3, 4, 5, 6].map(take)).toEqual([4, 7, 9, 4, 7, 9]);
  });

  it('round-robin over a central queue takes the slot free longest', () => {
    const { add, take, finish } = stage('round-robin', 1);
    for (const instance of [1, 2, 3]) add(instance);
    expect([take(), take(), take(), take()]).toEqual([1, 2, 3, -1]);
    finish(3);
    finish(1);
    expect([take(), take()]).toEqual([3, 1]);
  });

  it('least-requests takes the least load, on a tie the one picked longest ago', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { loads, add, take, finish } = stage('least-requests', Infinity);
        const lastPick = new Map<number, number>();
        let clock = 0;
        for (const [what, instance] of list) {
          const load = loads.get(instance);
          if (what === 0 && load === undefined) {
            add(instance);
            lastPick.set(instance, clock++);
          }
          if (what === 4 && (load ?? 0) > 0) finish(instance);
          if ((what !== 2 && what !== 3) || loads.size === 0) continue;
          const [expected] = [...loads].sort(
            ([a, loadA], [b, loadB]) => loadA - loadB || (lastPick.get(a) ?? 0) - (lastPick.get(b) ?? 0),
          )[0];
          expect(take()).toBe(expected);
          lastPick.set(expected, clock++);
        }
      }),
    );
  });

  it('random picks each as often', () => {
    const { add, take } = stage('random', Infinity);
    for (const instance of [0, 1, 2, 3]) add(instance);
    const counts = [0, 0, 0, 0];
    for (let pick = 0; pick < 40_000; pick++) counts[take()]++;
    // Chi-square with 3 degrees of freedom: 16.3 is the 99.9 % point.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(16.3);
  });

  it('power-of-two never picks the most loaded of distinct loads', () => {
    const { add, take, loads } = stage('power-of-two', Infinity);
    for (const instance of [0, 1, 2]) add(instance);
    loads.set(2, 1_000_000);
    for (let pick = 0; pick < 1_000; pick++) expect(take()).not.toBe(2);
  });
});
