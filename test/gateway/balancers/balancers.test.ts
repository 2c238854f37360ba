import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancers } from '../../../src/gateway/balancers/index.js';
import { outReason } from '../../../src/gateway/rotation.js';
import { naives } from './naive.js';
import { type Choice, modelPicker, newestIdle, openTestStream, Stage } from './stage.js';

/** An instance as a reader of the rules would keep it. */
interface Known {
  readonly instance: number;
  phase: 'starting' | 'ready' | 'draining';
  load: number;
  readonly reasons: Set<number>;
  /** When it came into rotation. */
  sinceSeconds: number;
}

/** Weights of halves: their sum is exact in any order, so ties are ties. */
const slow = { for: 20, minWeight: 0.125, aggression: 1.5 };
const uneven = [5, 1, 0.5];

/** Every balancer, plain and with all that it acts on. */
const choices: readonly Choice[] = [
  { name: 'round-robin' },
  { name: newestIdle },
  ...['weighted-round-robin', 'random', 'least-requests', 'weighted-least-requests', 'power-of-two'].flatMap((name) => [
    { name },
    { name, zoneWeights: uneven },
    { name, zoneWeights: uneven, slowStart: slow },
  ]),
  { name: 'power-of-k', settings: { k: 2 } },
  { name: 'power-of-k', settings: { k: 3 }, zoneWeights: uneven, slowStart: slow },
  { name: 'peak-ewma', settings: { decay: 10 } },
  { name: 'consistent-hash' },
  { name: 'consistent-hash', settings: { boundedLoad: 1.25 } },
  { name: 'consistent-hash', settings: { boundedLoad: 1 }, zoneWeights: uneven },
  { name: modelPicker, settings: { scorers: { queue: 2, prefix: 3, kv: 1 }, refresh: '4s' } },
  { name: modelPicker, settings: { scorers: { queue: 1, prefix: 0, kv: 0 }, refresh: '1s' } },
];
const plain = (name: string, roomCount: number) => new Stage({ name }, roomCount);

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
  'answer',
  'wait',
] as const;
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    who: fc.nat({ max: 11 }),
    seconds: fc.double({ min: 0.01, max: 10, noNaN: true }),
    reason: fc.constantFrom(outReason.unhealthy, outReason.ejected, outReason.open),
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

  constructor(choice: Choice, roomCount: number) {
    this.stage = new Stage(choice, roomCount);
    this.#roomCount = roomCount;
    const loadOf = (instance: number) => this.known.find((one) => one.instance === instance)?.load ?? 0;
    const launchOf = (instance: number) => this.stage.instances.launchNumber[instance];
    const nowSeconds = () => this.stage.clock.nowSeconds;
    const { settings = {}, zoneWeights = [1], slowStart } = choice;
    const weightOf = (instance: number) => {
      const weight = zoneWeights[this.stage.instances.zone[instance]];
      if (slowStart === undefined) return weight;
      const since = this.known.find((one) => one.instance === instance)?.sinceSeconds ?? 0;
      const grown = ((nowSeconds() - since) / slowStart.for) ** (1 / slowStart.aggression);
      return weight * Math.min(1, Math.max(slowStart.minWeight, grown));
    };
    const world = { stream: openTestStream(), roomCount, loadOf, launchOf, weightOf, nowSeconds, settings };
    this.#naive = naives[choice.name]?.(world);
  }

  mayBePicked({ phase, load, reasons }: Known): boolean {
    return phase === 'ready' && reasons.size === 0 && load < this.#roomCount;
  }

  carryOut({ kind, who, reason, seconds }: Step): void {
    const { stage, known } = this;
    const one = known[who % Math.max(1, known.length)];
    if (kind === 'launch') {
      if (known.length === 12) return;
      const instance = stage.launch();
      known.push({ instance, phase: 'starting', load: 0, reasons: new Set(), sinceSeconds: 0 });
    } else if (kind === 'take') this.take(who);
    else if (kind === 'refused') this.pick(who);
    else if (kind === 'wait') this.#wait(seconds);
    else if (one === undefined) return;
    else if (kind === 'ready' && one.phase === 'starting') {
      this.#naive?.isNew(one.instance);
      this.#change(one, () => {
        one.phase = 'ready';
        one.sinceSeconds = stage.clock.nowSeconds;
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
      this.#change(one, () => {
        if (one.reasons.delete(reason) && reason === outReason.unhealthy) one.sinceSeconds = stage.clock.nowSeconds;
      });
      stage.putBack(one.instance, reason);
    } else if (kind === 'end' && one.load > 0) {
      const mayBefore = this.mayBePicked(one);
      this.#change(one, () => one.load--);
      if (mayBefore) this.#naive?.fell(one.instance);
      stage.end(one.instance);
    } else if (kind === 'answer' && one.phase !== 'starting') {
      this.#naive?.finished?.(one.instance, seconds);
      stage.rotation.finished(one.instance, seconds, false);
    }
  }

  #wait(seconds: number): void {
    this.#naive?.waits?.(seconds);
    this.stage.wait(seconds);
  }

  /** @returns who was picked and took the request */
  take(client = 0): Known | undefined {
    const picked = this.pick(client);
    if (picked === undefined) return undefined;
    this.#change(picked, () => picked.load++);
    if (this.mayBePicked(picked)) this.#naive?.rose(picked.instance);
    this.stage.begin(picked.instance);
    return picked;
  }

  pick(client = 0): Known | undefined {
    const instance = this.stage.pick(client);
    const picked = this.known.find((one) => one.instance === instance);
    expect(picked !== undefined).toBe(this.known.some((one) => this.mayBePicked(one)));
    if (picked !== undefined) expect(this.mayBePicked(picked)).toBe(true);
    if (this.#naive !== undefined) expect(instance).toBe(this.#naive.pick(client));
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

it('the suite has every balancer, and each acts on what the suite gives it', () => {
  expect(new Set(choices.map(({ name }) => name))).toEqual(
    new Set([...balancers.map(({ name }) => name), newestIdle, modelPicker]),
  );
  for (const { name, actsOn } of balancers) {
    const given = choices.filter((choice) => choice.name === name);
    const inputs: readonly string[] = actsOn;
    expect(given.some(({ zoneWeights }) => zoneWeights !== undefined)).toBe(inputs.includes('weight'));
    expect(given.some(({ slowStart }) => slowStart !== undefined)).toBe(inputs.includes('slowStart'));
  }
});

const titled = choices.map((choice) => [JSON.stringify(choice), choice] as const);

describe.each(titled)('every balancer: %s', (_title, choice) => {
  it.each([1, 3, Infinity])(
    'picks as its rule says, only who may be picked, whoever leaves and comes back when: room %d',
    (roomCount) => {
      fc.assert(
        fc.property(steps, (list) => {
          const pair = new Pair(choice, roomCount);
          for (const step of list) pair.carryOut(step);
        }),
        { numRuns: 30 },
      );
    },
  );

  it('fills every free slot and no more, after whatever came before', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const pair = new Pair(choice, 3);
        for (const step of list) pair.carryOut(step);
        const { known } = pair;
        known.forEach((_one, who) => {
          pair.carryOut({ kind: 'ready', who, reason: outReason.ejected, seconds: 0 });
          for (const reason of Object.values(outReason)) pair.carryOut({ kind: 'putBack', who, reason, seconds: 0 });
        });
        let free = known.reduce((sum, one) => sum + (one.phase === 'ready' ? Math.max(0, 3 - one.load) : 0), 0);
        for (; free > 0; free--) expect(pair.take()).toBeDefined();
        expect(pair.take()).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });

  it('picks -1 when there is nothing', () => {
    expect(new Stage(choice, 1).take()).toBe(-1);
  });
});

describe('what each balancer is for', () => {
  it('round-robin goes round', () => {
    const stage = plain('round-robin', Infinity);
    const [a, b, c] = stage.launchReady(3);
    expect([1, 2, 3, 4, 5, 6].map(() => stage.take())).toEqual([a, b, c, a, b, c]);
  });

  it('round-robin over a central queue takes the slot free longest', () => {
    const stage = plain('round-robin', 1);
    const [a, b, c] = stage.launchReady(3);
    expect([1, 2, 3, 4].map(() => stage.take())).toEqual([a, b, c, -1]);
    stage.end(c);
    stage.end(a);
    expect([stage.take(), stage.take()]).toEqual([c, a]);
  });

  it('round-robin over a central queue keeps the order of any number of free slots', () => {
    const stage = plain('round-robin', 2);
    const first = stage.launchReady(50);
    const taken = Array.from({ length: 61 }, () => stage.take());
    const all = [...first, ...stage.launchReady(100)];
    taken.push(...Array.from({ length: 239 }, () => stage.take()));
    expect(taken).toEqual(all.flatMap((instance) => [instance, instance]));
    expect(stage.take()).toBe(-1);
  });

  it('least-requests takes who was picked longest ago first when all are as loaded, though it was away', () => {
    const stage = plain('least-requests', Infinity);
    const [a, b] = stage.launchReady(2);
    for (const instance of [stage.take(), stage.take()]) stage.end(instance);
    stage.takeOut(a, outReason.unhealthy);
    stage.putBack(a, outReason.unhealthy);
    expect([stage.take(), stage.take()]).toEqual([a, b]);
  });

  it('random picks each as often', () => {
    const stage = plain('random', Infinity);
    const counts = stage.launchReady(4).map(() => 0);
    for (let pick = 0; pick < 40_000; pick++) counts[stage.take()]++;
    // Chi-square with 3 degrees of freedom: 16.3 is the 99.9 % point.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(16.3);
  });

  it('power-of-two never picks the most loaded of distinct loads', () => {
    const stage = plain('power-of-two', Infinity);
    const [, , c] = stage.launchReady(3);
    for (let load = 0; load < 2_000; load++) stage.begin(c);
    for (let pick = 0; pick < 1_000; pick++) expect(stage.take()).not.toBe(c);
  });
});

describe('weights', () => {
  const weighted = (choice: Choice, count: number) => {
    const stage = new Stage(choice, Infinity);
    return { stage, instances: stage.launchReady(count) };
  };

  it('weighted-round-robin has the pattern of nginx: a a b a c a a for 5, 1, 1', () => {
    const { stage, instances } = weighted({ name: 'weighted-round-robin', zoneWeights: [5, 1, 1] }, 3);
    const [a, b, c] = instances;
    const round = [a, a, b, a, c, a, a];
    expect(Array.from({ length: 14 }, () => stage.take())).toEqual([...round, ...round]);
  });

  it('weighted-round-robin gives each, in any stretch as long as the sum of weights, exactly its weight', () => {
    const weight = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 2, maxLength: 8 }), (zoneWeights) => {
        const { stage, instances } = weighted({ name: 'weighted-round-robin', zoneWeights }, zoneWeights.length);
        const sum = zoneWeights.reduce((total, one) => total + one, 0);
        for (let round = 0; round < 3; round++) {
          const taken = Array.from({ length: sum }, () => stage.take());
          expect(instances.map((instance) => taken.filter((one) => one === instance).length)).toEqual(zoneWeights);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('random picks each as often as its weight', () => {
    const zoneWeights = [4, 2, 1, 1];
    const { stage, instances } = weighted({ name: 'random', zoneWeights }, 4);
    const taken = Array.from({ length: 40_000 }, () => stage.take());
    const counts = instances.map((instance) => taken.filter((one) => one === instance).length);
    const expected = zoneWeights.map((weight) => (40_000 * weight) / 8);
    // Chi-square with 3 degrees of freedom: 16.3 is the 99.9 % point.
    expect(
      counts.reduce((sum, count, index) => sum + (count - expected[index]) ** 2 / expected[index], 0),
    ).toBeLessThan(16.3);
  });

  it.each(['least-requests', 'weighted-least-requests'])(
    '%s fills instances in proportion to their weights',
    (name) => {
      const { stage, instances } = weighted({ name, zoneWeights: [4, 2, 1] }, 3);
      for (let pick = 0; pick < 70; pick++) stage.take();
      expect(instances.map((instance) => stage.loadOf(instance))).toEqual([40, 20, 10]);
    },
  );

  it.each([{ name: 'power-of-two' }, { name: 'power-of-k', settings: { k: 3 } }])(
    '$name leaves no instance much fuller for its weight than the others',
    (choice) => {
      const { stage, instances } = weighted({ ...choice, zoneWeights: [3, 1] }, 20);
      for (let pick = 0; pick < 8_000; pick++) stage.take();
      const perWeight = instances.map((instance, index) => stage.loadOf(instance) / (index % 2 === 0 ? 3 : 1));
      for (const load of perWeight) expect(Math.abs(load - 200)).toBeLessThan(6);
    },
  );

  it('power-of-k with k = 2 is power-of-two, draw by draw', () => {
    const one = plain('power-of-two', Infinity);
    const other = new Stage({ name: 'power-of-k', settings: { k: 2 } }, Infinity);
    for (const stage of [one, other]) stage.launchReady(9);
    for (let pick = 0; pick < 2_000; pick++) expect(other.take()).toBe(one.take());
  });

  it('slow start lets the weight of a newcomer grow as max(minWeight, (t / for)^(1 / aggression)), of a warm one not', () => {
    const slowStart = { for: 60, minWeight: 0.1, aggression: 2 };
    const stage = new Stage({ name: 'weighted-round-robin', slowStart }, Infinity);
    const warm = stage.launch();
    stage.instances.startupSeconds[warm] = -1;
    stage.becomeReady(warm);
    stage.clock.nowSeconds = 100;
    const [newcomer] = stage.launchReady(1);
    const shareAt = (seconds: number) => {
      stage.clock.nowSeconds = seconds;
      return Array.from({ length: 11_000 }, () => stage.take()).filter((one) => one === newcomer).length / 11_000;
    };
    expect(shareAt(100)).toBeCloseTo(0.1 / 1.1, 3);
    expect(shareAt(100.5)).toBeCloseTo(0.1 / 1.1, 3);
    expect(shareAt(115)).toBeCloseTo(0.5 / 1.5, 3);
    expect(shareAt(160)).toBeCloseTo(0.5, 3);
    stage.takeOut(newcomer, outReason.ejected);
    stage.putBack(newcomer, outReason.ejected);
    expect(shareAt(160)).toBeCloseTo(0.5, 3);
    // As after a failed health check of HAProxy or Envoy.
    stage.takeOut(newcomer, outReason.unhealthy);
    stage.putBack(newcomer, outReason.unhealthy);
    expect(shareAt(160)).toBeCloseTo(0.1 / 1.1, 3);
  });
});

describe('a hash of clients', () => {
  const clients = Array.from({ length: 20_000 }, (_, client) => client);
  const shares = (picked: readonly number[], instances: readonly number[]) =>
    instances.map((instance) => picked.filter((one) => one === instance).length / picked.length);

  it('keeps each client at one instance; who goes moves its own clients alone, and who comes takes 1 of n', () => {
    const stage = plain('consistent-hash', Infinity);
    const [gone, ...others] = stage.launchReady(10);
    const before = clients.map((client) => stage.pick(client));
    expect(clients.map((client) => stage.pick(client))).toEqual(before);
    stage.takeOut(gone, outReason.unhealthy);
    const meanwhile = clients.map((client) => stage.pick(client));
    for (const client of clients) {
      if (before[client] === gone) expect(others).toContain(meanwhile[client]);
      else expect(meanwhile[client]).toBe(before[client]);
    }
    stage.putBack(gone, outReason.unhealthy);
    expect(clients.map((client) => stage.pick(client))).toEqual(before);
    const [newcomer] = stage.launchReady(1);
    const after = clients.map((client) => stage.pick(client));
    const moved = clients.filter((client) => after[client] !== before[client]);
    for (const client of moved) expect(after[client]).toBe(newcomer);
    // With 160 points each a share is 1/11 give or take 8 % of it (Karger et al.); 25 % is three times that.
    expect(Math.abs(moved.length / clients.length - 1 / 11)).toBeLessThan(0.25 / 11);
  });

  it('gives an instance in the row of one that is gone a place of its own', () => {
    const stage = plain('consistent-hash', Infinity);
    const [gone] = stage.launchReady(5);
    const before = clients.filter((client) => stage.pick(client) === gone);
    stage.drain(gone);
    stage.retire(gone);
    const [successor] = stage.launchReady(1);
    expect(successor).toBe(gone);
    const kept = before.filter((client) => stage.pick(client) === successor);
    expect(kept.length / before.length).toBeLessThan(0.35);
  });

  it('has 160 points a unit of weight, so that shares are by weight', () => {
    const stage = new Stage({ name: 'consistent-hash', zoneWeights: [4, 1] }, Infinity);
    const instances = stage.launchReady(8);
    const found = shares(
      clients.map((client) => stage.pick(client)),
      instances,
    );
    for (const [index, share] of found.entries()) {
      const expected = (index % 2 === 0 ? 4 : 1) / 20;
      expect(Math.abs(share - expected)).toBeLessThan(0.3 * expected);
    }
  });

  it('with boundedLoad none ever holds more than ceil(bound x mean load), however skewed the clients', () => {
    const bound = fc.double({ min: 1, max: 2, noNaN: true });
    fc.assert(
      fc.property(bound, fc.integer({ min: 1, max: 12 }), fc.array(fc.nat({ max: 3 })), (boundedLoad, count, list) => {
        const stage = new Stage({ name: 'consistent-hash', settings: { boundedLoad } }, Infinity);
        const instances = stage.launchReady(count);
        for (const [index, client] of list.entries()) {
          const picked = stage.take(client);
          expect(stage.loadOf(picked)).toBeLessThanOrEqual(Math.ceil((boundedLoad * (index + 1)) / count));
        }
        const total = instances.reduce((sum, instance) => sum + stage.loadOf(instance), 0);
        expect(total).toBe(list.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('peak-ewma', () => {
  const settings = { decay: 10 };

  it('turns traffic away from whoever is slow at its first slow answer, and forgets it within a few decays', () => {
    const stage = new Stage({ name: 'peak-ewma', settings }, Infinity);
    expect(stage.rotation.hearsAnswers).toBe(true);
    const [slow, good] = stage.launchReady(2);
    const answer = () => {
      stage.rotation.finished(good, 0.1, false);
      return stage.pick();
    };
    stage.rotation.finished(slow, 0.1, false);
    stage.rotation.finished(slow, 0.4, false);
    expect(Array.from({ length: 20 }, answer)).toEqual(Array.from({ length: 20 }, () => good));
    // 0.4 s falls below 0.1 s after 10 s x ln 4 = 13.9 s, while the other is kept at 0.1 s by its answers.
    stage.clock.nowSeconds = 13.8;
    expect(answer()).toBe(good);
    stage.clock.nowSeconds = 13.9;
    expect(answer()).toBe(slow);
  });

  it('tries one that has never answered with one request, and not with a second', () => {
    const stage = new Stage({ name: 'peak-ewma', settings }, Infinity);
    const [known, unknown] = stage.launchReady(2);
    stage.rotation.finished(known, 0.1, false);
    expect([1, 2, 3].map(() => stage.take())).toEqual([unknown, known, known]);
  });

  it('knows nothing of an instance from the one that had its row before', () => {
    const stage = new Stage({ name: 'peak-ewma', settings }, Infinity);
    const [slow, good] = stage.launchReady(2);
    stage.rotation.finished(slow, 9, false);
    stage.rotation.finished(good, 0.1, false);
    stage.drain(slow);
    stage.retire(slow);
    const [successor] = stage.launchReady(1);
    expect(successor).toBe(slow);
    expect(stage.take()).toBe(successor);
  });
});
