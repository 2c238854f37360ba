import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancers } from '../../../src/gateway/balancers/index.js';
import { outReason } from '../../../src/gateway/rotation.js';
import { naives } from './naive.js';
import { peakEwma } from './peakEwma.js';
import { rendezvous } from './rendezvous.js';
import { newestIdle, openTestStream, Stage } from './stage.js';

/** An instance as a reader of the rules would keep it. */
interface Known {
  readonly instance: number;
  phase: 'starting' | 'ready' | 'draining';
  load: number;
  readonly reasons: Set<number>;
}

const kinds = [
  'launch',
  'ready',
  'queue',
  'drain',
  'retire',
  'takeOut',
  'putBack',
  'take',
  'take',
  'refused',
  'end',
] as const;
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    who: fc.nat({ max: 11 }),
    reason: fc.constantFrom(outReason.unhealthy, outReason.ejected),
  }),
  { maxLength: 150, size: 'max' },
);
type Step = ReturnType<typeof steps.generate>['value'][number];

/** A stage and the naive rule beside it; every step goes to both. */
class Pair {
  readonly stage: Stage;
  readonly #roomCount: number;
  readonly #naive: ReturnType<(typeof naives)[string]> | undefined;
  readonly known: Known[] = [];

  constructor(name: string, roomCount: number) {
    this.stage = new Stage(name, roomCount);
    this.#roomCount = roomCount;
    const loadOf = (instance: number) => this.known.find((one) => one.instance === instance)?.load ?? 0;
    const launchOf = (instance: number) => this.stage.instances.launchNumber[instance];
    this.#naive = naives[name]?.({ stream: openTestStream(), roomCount, loadOf, launchOf });
  }

  mayBePicked({ phase, load, reasons }: Known): boolean {
    return phase === 'ready' && reasons.size === 0 && load < this.#roomCount;
  }

  carryOut({ kind, who, reason }: Step): void {
    const { stage, known } = this;
    const one = known[who % Math.max(1, known.length)];
    if (kind === 'launch') {
      if (known.length === 12) return;
      const instance = stage.launch();
      known.push({ instance, phase: 'starting', load: 0, reasons: new Set() });
    } else if (kind === 'take') this.take();
    else if (kind === 'refused') this.pick();
    else if (one === undefined) return;
    else if (kind === 'ready' && one.phase === 'starting') {
      this.#naive?.isNew(one.instance);
      this.#change(one, () => {
        one.phase = 'ready';
      });
      stage.becomeReady(one.instance);
    } else if (kind === 'queue' && one.phase === 'starting') {
      // As a request does that starts its own instance: nobody asks whether there is room.
      one.load++;
      stage.queue(one.instance);
    } else if (kind === 'drain' && one.phase === 'ready') {
      this.#change(one, () => {
        one.phase = 'draining';
      });
      stage.drain(one.instance);
    } else if (kind === 'retire' && one.phase !== 'ready' && one.load === 0) {
      known.splice(known.indexOf(one), 1);
      stage.retire(one.instance);
    } else if (kind === 'takeOut') {
      this.#change(one, () => one.reasons.add(reason));
      stage.takeOut(one.instance, reason);
    } else if (kind === 'putBack') {
      this.#change(one, () => one.reasons.delete(reason));
      stage.putBack(one.instance, reason);
    } else if (kind === 'end' && one.load > 0) {
      const mayBefore = this.mayBePicked(one);
      this.#change(one, () => one.load--);
      if (mayBefore) this.#naive?.fell(one.instance);
      stage.end(one.instance);
    }
  }

  /** @returns who was picked and took the request */
  take(): Known | undefined {
    const picked = this.pick();
    if (picked === undefined) return undefined;
    this.#change(picked, () => picked.load++);
    if (this.mayBePicked(picked)) this.#naive?.rose(picked.instance);
    this.stage.begin(picked.instance);
    return picked;
  }

  pick(): Known | undefined {
    const instance = this.stage.rotation.pick(0);
    const picked = this.known.find((one) => one.instance === instance);
    expect(picked !== undefined).toBe(this.known.some((one) => this.mayBePicked(one)));
    if (picked !== undefined) expect(this.mayBePicked(picked)).toBe(true);
    if (this.#naive !== undefined) expect(instance).toBe(this.#naive.pick());
    return picked;
  }

  #change(one: Known, change: () => void): void {
    const mayBefore = this.mayBePicked(one);
    change();
    const mayNow = this.mayBePicked(one);
    if (mayBefore && !mayNow) this.#naive?.remove(one.instance);
    if (!mayBefore && mayNow) this.#naive?.add(one.instance);
  }
}

const names = [...balancers.map(({ name }) => name), newestIdle, peakEwma.name, rendezvous.name];

describe.each(names)('every balancer: %s', (name) => {
  it.each([1, 3, Infinity])(
    'picks as its rule says, only who may be picked, whoever leaves and comes back when: room %d',
    (roomCount) => {
      fc.assert(
        fc.property(steps, (list) => {
          const pair = new Pair(name, roomCount);
          for (const step of list) pair.carryOut(step);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('fills every free slot and no more, after whatever came before', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const pair = new Pair(name, 3);
        for (const step of list) pair.carryOut(step);
        const { known } = pair;
        known.forEach((_one, who) => {
          pair.carryOut({ kind: 'ready', who, reason: outReason.ejected });
          for (const reason of Object.values(outReason)) pair.carryOut({ kind: 'putBack', who, reason });
        });
        let free = known.reduce((sum, one) => sum + (one.phase === 'ready' ? Math.max(0, 3 - one.load) : 0), 0);
        for (; free > 0; free--) expect(pair.take()).toBeDefined();
        expect(pair.take()).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  it('picks -1 when there is nothing', () => {
    expect(new Stage(name, 1).take()).toBe(-1);
  });
});

describe('what each balancer is for', () => {
  it('round-robin goes round', () => {
    const stage = new Stage('round-robin', Infinity);
    const [a, b, c] = stage.launchReady(3);
    expect([1, 2, 3, 4, 5, 6].map(() => stage.take())).toEqual([a, b, c, a, b, c]);
  });

  it('round-robin over a central queue takes the slot free longest', () => {
    const stage = new Stage('round-robin', 1);
    const [a, b, c] = stage.launchReady(3);
    expect([1, 2, 3, 4].map(() => stage.take())).toEqual([a, b, c, -1]);
    stage.end(c);
    stage.end(a);
    expect([stage.take(), stage.take()]).toEqual([c, a]);
  });

  it('round-robin over a central queue keeps the order of any number of free slots', () => {
    const stage = new Stage('round-robin', 2);
    const first = stage.launchReady(50);
    const taken = Array.from({ length: 61 }, () => stage.take());
    const all = [...first, ...stage.launchReady(100)];
    taken.push(...Array.from({ length: 239 }, () => stage.take()));
    expect(taken).toEqual(all.flatMap((instance) => [instance, instance]));
    expect(stage.take()).toBe(-1);
  });

  it('least-requests takes who was picked longest ago first when all are as loaded, though it was away', () => {
    const stage = new Stage('least-requests', Infinity);
    const [a, b] = stage.launchReady(2);
    for (const instance of [stage.take(), stage.take()]) stage.end(instance);
    stage.takeOut(a, outReason.unhealthy);
    stage.putBack(a, outReason.unhealthy);
    expect([stage.take(), stage.take()]).toEqual([a, b]);
  });

  it('random picks each as often', () => {
    const stage = new Stage('random', Infinity);
    const counts = stage.launchReady(4).map(() => 0);
    for (let pick = 0; pick < 40_000; pick++) counts[stage.take()]++;
    // Chi-square with 3 degrees of freedom: 16.3 is the 99.9 % point.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(16.3);
  });

  it('power-of-two never picks the most loaded of distinct loads', () => {
    const stage = new Stage('power-of-two', Infinity);
    const [, , c] = stage.launchReady(3);
    for (let load = 0; load < 2_000; load++) stage.begin(c);
    for (let pick = 0; pick < 1_000; pick++) expect(stage.take()).not.toBe(c);
  });
});

describe('what a balancer may know', () => {
  it('a hash of the request keeps each user at one instance; one that leaves moves its own users alone', () => {
    const stage = new Stage('rendezvous', Infinity);
    const [gone] = stage.launchReady(5);
    const users = Array.from({ length: 200 }, (_, user) => user);
    const before = users.map((user) => stage.take(user));
    expect(users.map((user) => stage.take(user))).toEqual(before);
    expect(new Set(before).size).toBe(5);
    stage.takeOut(gone, outReason.unhealthy);
    const meanwhile = users.map((user) => stage.take(user));
    for (const user of users) {
      if (before[user] === gone) expect(meanwhile[user]).not.toBe(gone);
      else expect(meanwhile[user]).toBe(before[user]);
    }
    stage.putBack(gone, outReason.unhealthy);
    expect(users.map((user) => stage.take(user))).toEqual(before);
  });

  it('latencies and errors of answers turn traffic away from whoever is slow or fails fast, until a new one is there', () => {
    const stage = new Stage('peak-ewma', Infinity);
    const [slow, failing, good] = stage.launchReady(3);
    expect(stage.rotation.hearsAnswers).toBe(true);
    stage.rotation.finished(slow, 0.4, false);
    stage.rotation.finished(failing, 0.001, true);
    stage.rotation.finished(good, 0.1, false);
    const taken = Array.from({ length: 9 }, () => stage.take());
    // Latency times load is even at loads of about 2 : 0.8 : 8.
    expect(taken.filter((one) => one === good).length).toBeGreaterThan(5);
    expect(taken.filter((one) => one === failing).length).toBeLessThan(2);
    stage.drain(slow);
    for (let left = stage.loadOf(slow); left > 0; left--) stage.end(slow);
    stage.retire(slow);
    const [successor] = stage.launchReady(1);
    expect(successor).toBe(slow);
    expect(stage.take()).toBe(successor);
  });
});
