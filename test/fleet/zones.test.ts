import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InstanceTable } from '../../src/fleet/instanceTable.js';
import { Zones } from '../../src/fleet/zones.js';
import { zoneWeightsOf } from '../../src/fleet/zoneWeights.js';

const zone = fc.record({ starting: fc.nat(3), ready: fc.nat(3), closures: fc.nat(2) });

function zonesOf(given: readonly { starting: number; ready: number; closures: number }[]): Zones {
  const zones = new Zones(given.length);
  for (const [at, { starting, ready, closures }] of given.entries()) {
    zones.startingCounts[at] = starting;
    zones.readyCounts[at] = ready;
    // One more outage than there is, which is over already.
    for (let count = 0; count <= closures; count++) zones.close(at);
    zones.open(at);
  }
  return zones;
}

describe('the zones of a service', () => {
  it('are filled in the order of what is in them, the open ones alone, the lower number on a tie', () => {
    fc.assert(
      fc.property(fc.array(zone, { minLength: 1, maxLength: 6 }), (given) => {
        const zones = zonesOf(given);
        const sizeOf = (at: number) => given[at].starting + given[at].ready;
        const open = [...given.keys()].filter((at) => given[at].closures === 0);
        const inOrder = open.sort((a, b) => 10 * (sizeOf(a) - sizeOf(b)) + a - b);
        expect(zones.byFewest()).toEqual(inOrder);
        expect(zones.emptiest()).toBe(inOrder[0] ?? -1);
        expect(zones.closedCount).toBe(given.length - open.length);
      }),
    );
  });

  it('give up the last launch of the zone with most ready ones, the higher number on a tie', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { maxLength: 12 }), (placed) => {
        const zones = new Zones(3);
        const table = new InstanceTable();
        const ready = placed.map((at) => {
          const row = table.allocate(0, 0);
          table.zone[row] = at;
          zones.readyCounts[at]++;
          return row;
        });
        const countOf = (at: number) => placed.filter((one) => one === at).length;
        const fullest = [2, 1, 0].reduce((best, at) => (countOf(at) > countOf(best) ? at : best));
        const last = placed.lastIndexOf(fullest);
        expect(zones.lastOfFullest(ready, table)).toBe(last < 0 ? undefined : ready[last]);
      }),
    );
  });

  it('weigh what the service says, by zone from 1, else 1', () => {
    expect(zoneWeightsOf({ zones: 3, instance: {} })).toEqual([1, 1, 1]);
    expect(zoneWeightsOf({ zones: 2, instance: { weight: 2.5 } })).toEqual([2.5, 2.5]);
    expect(zoneWeightsOf({ zones: 3, instance: { weight: { zone: { 1: 4, 3: 0.5 } } } })).toEqual([4, 1, 0.5]);
  });
});
