import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cloud } from '../../src/cloud/cloud.js';
import { type GpuShare, nextForGpus } from '../../src/cloud/gpuBudget.js';
import { type CloudSettings, cloudSchema } from '../../src/cloud/settings.js';
import { openStream } from '../../src/random/keyedStream.js';
import type { DecisionEntry } from '../../src/record/decisionLog.js';
import { FleetStage } from '../fleet/fleetStage.js';

const share = (name: string, part: Partial<GpuShare>): GpuShare => ({
  name,
  gpus: 4,
  importance: 1,
  wished: 4,
  granted: 1,
  ...part,
});

describe('the next instance', () => {
  it.each<[string, GpuShare[], number, string | undefined]>([
    ['goes to the larger unmet share', [share('a', { granted: 3 }), share('b', { granted: 1 })], 8, 'b'],
    ['weighs it by importance', [share('a', { granted: 3, importance: 4 }), share('b', { granted: 1 })], 8, 'a'],
    [
      'goes to whoever has fewest where both lack the same share',
      [share('a', { wished: 8, granted: 4 }), share('b', { wished: 4, granted: 2 })],
      8,
      'b',
    ],
    ['goes by name at last', [share('b', {}), share('a', {})], 8, 'a'],
    ['passes over what does not fit', [share('a', { gpus: 8, importance: 9 }), share('b', { gpus: 2 })], 4, 'b'],
    ['is for nobody who has all it wished for', [share('a', { granted: 4 })], 8, undefined],
    ['is for nobody where nothing fits', [share('a', {})], 3, undefined],
  ])('%s', (_, shares, free, name) => {
    expect(nextForGpus(shares, free)?.name).toBe(name);
  });
});

const gpus = [4, 2, 0];
const bounds = { minCount: 0, maxCount: 9 };

/** Three fleets, two of which take GPUs, in one virtual time. */
class Shared {
  readonly stages: FleetStage[];
  readonly cloud: Cloud;
  readonly later: [number, DecisionEntry][] = [];
  #now = 0;

  constructor(budget: number, importance = [1, 1, 1], quota?: number) {
    this.stages = [0, 1, 2].map(
      (index) =>
        new FleetStage({
          initialCount: 1,
          stopped: () => this.stages[index].calendar.at(this.#now, 2, () => this.cloud.gpusFreed()),
        }),
    );
    this.cloud = new Cloud({
      settings: cloudSchema.parse(quota === undefined ? {} : { quota }) as CloudSettings, // safe: the schema's own output
      bounds: [bounds, bounds, bounds],
      gpuBudget: {
        gpus: budget,
        services: gpus.map((count, index) => ({ name: `s${index}`, gpus: count, importance: importance[index] })),
      },
      errorStream: openStream({ seed: 1, replication: 0, owner: 'cloud', purpose: 'error' }),
      isOut: () => false,
      nowSeconds: () => this.#now,
    });
    this.cloud.serve(
      this.stages.map(({ fleet }) => fleet),
      (service, entry) => this.later.push([service, entry]),
    );
  }

  runTo(seconds: number): void {
    for (; this.#now < seconds; this.#now++) for (const stage of this.stages) stage.runTo(this.#now);
    for (const stage of this.stages) stage.runTo(seconds);
  }

  get desired(): number[] {
    return this.stages.map(({ fleet }) => fleet.desired);
  }

  /** GPUs of everything that is given or promised. */
  get taken(): number {
    return this.stages.reduce(
      (sum, { fleet }, index) =>
        sum + (Math.max(fleet.desired, fleet.readyCount + fleet.startingCount) + fleet.drainingCount) * gpus[index],
      0,
    );
  }
}

describe('a budget of GPUs', () => {
  it('grants what fits, refuses the rest by its name, and grants that once others are gone', () => {
    const shared = new Shared(12);
    // 4 + 2 are taken; one of four more fits, and then one of two.
    const entry = shared.cloud.scale(0, { desired: 3 });
    expect(entry).toMatchObject({ applied: 2, result: 'refused', held: { wanted: 3, by: 'ai.gpuBudget' } });
    expect(shared.cloud.scale(1, { desired: 4 })).toMatchObject({ applied: 2, result: 'refused' });
    expect(shared.desired).toEqual([2, 2, 1]);
    shared.runTo(20);
    // Two of two GPUs go: there is room for one of four, once they have drained.
    for (const instance of shared.stages[1].fleet.ready) shared.stages[1].begin(instance);
    expect(shared.cloud.scale(1, { desired: 0 })).toMatchObject({ applied: 0, result: 'accepted' });
    shared.runTo(25);
    expect(shared.desired).toEqual([2, 0, 1]);
    shared.runTo(60);
    expect(shared.desired).toEqual([3, 0, 1]);
    expect(shared.later).toMatchObject([[0, { before: 2, applied: 3, desired: 3, result: 'accepted' }]]);
  });

  it('leaves services without GPUs alone', () => {
    const shared = new Shared(6);
    expect(shared.cloud.scale(2, { desired: 9 })).toMatchObject({ applied: 9, result: 'accepted' });
    expect(shared.cloud.canLaunch(2)).toBe(true);
    expect(shared.cloud.canLaunch(0)).toBe(false);
  });

  it('stays within the quota when several get more at once', () => {
    const shared = new Shared(10, [1, 1, 1], 5);
    // 4 + 2 are taken, and both wish for more.
    shared.cloud.scale(0, { desired: 2 });
    shared.cloud.scale(1, { desired: 3 });
    shared.cloud.scale(2, { desired: 0 });
    shared.runTo(60);
    const { desired } = shared;
    expect(desired.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(5);
    shared.cloud.scale(0, { desired: 0 });
    shared.runTo(120);
    // Its wish is what the quota left of it then.
    expect(shared.desired).toEqual([0, 2, 0]);
  });

  it('forgets a wish that is taken back', () => {
    const shared = new Shared(8);
    shared.cloud.scale(0, { desired: 5 });
    expect(shared.cloud.scale(0, { desired: 1 })).toMatchObject({ applied: 1, result: 'accepted' });
    shared.cloud.scale(1, { desired: 0 });
    shared.runTo(60);
    expect(shared.desired).toEqual([1, 0, 1]);
    expect(shared.later).toEqual([]);
  });

  it('is never exceeded, takes nothing away, and leaves nothing free that somebody wishes for', () => {
    const step = fc.record({
      service: fc.nat({ max: 2 }),
      desired: fc.nat({ max: 9 }),
      gap: fc.constantFrom(0, 7, 40),
    });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        fc.integer({ min: 6, max: 30 }),
        fc.constantFrom(1, 5),
        (steps, budget, weight) => {
          const shared = new Shared(budget, [weight, 1, 1]);
          const wishes = [1, 1, 1];
          for (const { service, desired, gap } of steps) {
            const before = shared.desired;
            const entry = shared.cloud.scale(service, { desired });
            wishes[service] = desired;
            expect(entry.applied).toBe(shared.desired[service]);
            for (const [other, count] of shared.desired.entries()) {
              if (other !== service) expect(count).toBeGreaterThanOrEqual(before[other]);
              expect(count).toBeLessThanOrEqual(Math.max(before[other], wishes[other]));
            }
            shared.runTo(shared.stages[0].nowSeconds + gap);
            expect(shared.taken).toBeLessThanOrEqual(budget);
            // All that was to go has gone.
            if (gap < 40) continue;
            for (const [one, count] of shared.desired.entries())
              if (count < wishes[one]) expect(shared.taken + gpus[one]).toBeGreaterThan(budget);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
