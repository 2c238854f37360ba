import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countPerNode,
  fits,
  type Needs,
  offered,
  packDecreasing,
  requested,
} from '../../../src/fleet/nodes/packing.js';

const size = offered(8, 32);
const needs: fc.Arbitrary<Needs[]> = fc.array(
  fc.record({
    need: fc.record({
      millis: fc.integer({ min: 1, max: 9000 }),
      bytes: fc.integer({ min: 0, max: 40 }),
      zoneCount: fc.integer({ min: 1, max: 2 }),
    }),
    count: fc.nat(6),
  }),
  { maxLength: 5 },
);
const zoneFor = (zoneCount: number, added: readonly unknown[]) => added.length % zoneCount;

describe('first-fit decreasing', () => {
  it('never fills beyond a node, and leaves out only what would need one more', () => {
    fc.assert(
      fc.property(needs, fc.nat(6), (all, maxCount) => {
        const rooms = [{ zone: 0, freeMillis: 3000, freeBytes: 5 }];
        const added = packDecreasing(all, rooms, { size, maxCount, zoneFor });
        const everywhere = [...rooms, ...added];
        expect(added.length).toBeLessThanOrEqual(maxCount);
        expect(everywhere.every(({ freeMillis, freeBytes }) => freeMillis >= 0 && freeBytes >= 0)).toBe(true);
        const packed = everywhere.reduce((sum, { freeMillis }) => sum - freeMillis, 3000 + added.length * size.millis);
        const possible = all.filter(({ need }) => need.millis <= size.millis && need.bytes <= size.bytes);
        const wanted = possible.reduce((sum, { need, count }) => sum + need.millis * count, 0);
        if (added.length < maxCount) expect(packed).toBe(wanted);
        else expect(packed).toBeLessThanOrEqual(wanted);
      }),
    );
  });

  it('takes the largest first: 3 + 1 and 3 + 1 fit two nodes of four, which 1, 1, 3, 3 in a row would not', () => {
    const need = (vcpus: number) => ({ ...requested(vcpus, 0), zoneCount: 1 });
    const added = packDecreasing(
      [
        { need: need(1), count: 2 },
        { need: need(3), count: 2 },
      ],
      [],
      { size: offered(4, 1), maxCount: 9, zoneFor },
    );
    expect(added.map(({ freeMillis }) => freeMillis)).toEqual([0, 0]);
  });

  it.each<[what: string, sizes: [millis: number, bytes: number][], bytes: number, free: [number, number]]>([
    [
      'vCPUs and memory together',
      [
        [4000, 8],
        [3000, 28],
      ],
      32,
      [5000, 4],
    ],
    [
      'each as a share of the node',
      [
        [2000, 16],
        [7000, 2],
      ],
      32,
      [1000, 30],
    ],
    [
      'vCPUs alone of a node without memory',
      [
        [3000, 0],
        [6000, 0],
      ],
      0,
      [2000, 0],
    ],
  ])('takes for the largest what needs most of %s', (_what, sizes, bytes, free) => {
    // One node has room for one of the two.
    const all = sizes.map(([millis, own]) => ({ need: { millis, bytes: own, zoneCount: 1 }, count: 1 }));
    const [only] = packDecreasing(all, [], { size: { millis: 8000, bytes }, maxCount: 1, zoneFor });
    expect([only.freeMillis, only.freeBytes]).toEqual(free);
  });

  it('adds requests as Kubernetes does, without the dust of tenths', () => {
    const room = { zone: 0, freeMillis: offered(1, 0).millis, freeBytes: 0 };
    const tenth = { ...requested(0.1, 0), zoneCount: 1 };
    for (let count = 0; count < 10; count++, room.freeMillis -= tenth.millis) expect(fits(tenth, room)).toBe(true);
    expect(fits(tenth, room)).toBe(false);
  });
});

describe('how many of one need a node holds', () => {
  it.each([
    ['as many as its vCPUs', 1500, 0, 5],
    ['as many as its memory', 1500, 10, 3],
    ['none that is larger than it', 9000, 0, 0],
    ['none that needs more memory', 1, 33, 0],
  ])('is %s', (_what, millis, bytes, count) => expect(countPerNode({ millis, bytes }, size)).toBe(count));
});
