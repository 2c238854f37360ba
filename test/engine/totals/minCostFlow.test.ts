import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlowEdge, minCostFlow } from '../../../src/engine/totals/minCostFlow.js';

const edge = (from: number, to: number, capacity: number, cost: number): FlowEdge => ({ from, to, capacity, cost });

/** The cheapest of all ways to put whole units on edges, tried one by one. */
function bruteForce(nodeCount: number, edges: readonly FlowEdge[], amount: number): number {
  let least = Number.POSITIVE_INFINITY;
  /** [node] units that came less those that went. */
  const balance = new Array<number>(nodeCount).fill(0);
  balance[0] = amount;
  balance[nodeCount - 1] -= amount;
  const search = (index: number, cost: number): void => {
    if (index === edges.length) {
      if (cost < least && balance.every((units) => units === 0)) least = cost;
      return;
    }
    const { from, to, capacity, cost: price } = edges[index];
    for (let units = 0; units <= Math.min(capacity, amount); units++) {
      balance[from] -= units;
      balance[to] += units;
      search(index + 1, cost + units * price);
      balance[from] += units;
      balance[to] -= units;
    }
  };
  search(0, 0);
  return least;
}

describe('the least cost of a flow', () => {
  it.each<[what: string, nodeCount: number, edges: readonly FlowEdge[], amount: number, cost: number]>([
    ['nothing is sent', 2, [edge(0, 1, 5, 3)], 0, 0],
    ['there is one edge', 2, [edge(0, 1, 5, 3)], 4, 12],
    ['all of an edge is used', 2, [edge(0, 1, 5, 3)], 5, 15],
    ['one unit too many is sent', 2, [edge(0, 1, 5, 3)], 6, Number.POSITIVE_INFINITY],
    ['no edge leads to the end', 3, [edge(0, 1, 5, 3)], 1, Number.POSITIVE_INFINITY],
    ['an edge leads the other way', 2, [edge(1, 0, 5, 3)], 1, Number.POSITIVE_INFINITY],
    ['the cheap edge is full, and a dear one takes the rest', 2, [edge(0, 1, 2, 1), edge(0, 1, 9, 10)], 5, 32],
    ['a way has any room', 3, [edge(0, 1, Number.POSITIVE_INFINITY, 2), edge(1, 2, 7, 1)], 7, 21],
    // The cheapest single way is 0-1-2-3 for 3. Two units must leave it: 0-1-3 and 0-2-3, 11 each.
    [
      'what was sent first is sent back',
      4,
      [edge(0, 1, 1, 1), edge(0, 2, 1, 10), edge(1, 2, 1, 1), edge(1, 3, 1, 10), edge(2, 3, 1, 1)],
      2,
      22,
    ],
    // The cheapest way is 0-1-2-3 for 15. The next unit takes 0-2 and 1-3 for 20 and frees 1-2 of 5, which is less than 17.
    [
      'sending back saves what an edge cost',
      4,
      [edge(0, 1, 1, 5), edge(1, 2, 1, 5), edge(2, 3, 1, 5), edge(0, 2, 1, 10), edge(1, 3, 1, 10), edge(0, 3, 1, 17)],
      2,
      30,
    ],
  ])('is as by hand when %s', (_what, nodeCount, edges, amount, cost) => {
    expect(minCostFlow(nodeCount, edges, amount)).toBe(cost);
  });

  it('is that of the cheapest of all flows', () => {
    const network = fc.integer({ min: 2, max: 5 }).chain((nodeCount) => {
      const node = fc.nat(nodeCount - 1);
      const anyEdge = fc.record({
        from: node,
        to: node,
        capacity: fc.constantFrom(1, 2, Number.POSITIVE_INFINITY),
        cost: fc.nat(9),
      });
      return fc.tuple(fc.constant(nodeCount), fc.array(anyEdge, { minLength: 3, maxLength: 7 }), fc.nat(3));
    });
    fc.assert(
      fc.property(network, ([nodeCount, edges, amount]) => {
        expect(minCostFlow(nodeCount, edges, amount)).toBe(bruteForce(nodeCount, edges, amount));
      }),
      { numRuns: 200 },
    );
  });

  it('is that of the cheapest of all flows where ways cross', () => {
    // Four nodes with an edge from each to each later one and back: every unit may have to be sent anew.
    const pairs = [0, 1, 2, 3].flatMap((from) => [0, 1, 2, 3].flatMap((to) => (from === to ? [] : [[from, to]])));
    const forward = pairs.filter(([from, to]) => from < to || (from !== 3 && to !== 0));
    const costs = fc.array(fc.nat(12), { minLength: forward.length, maxLength: forward.length });
    fc.assert(
      fc.property(costs, fc.integer({ min: 1, max: 3 }), (prices, amount) => {
        const edges = forward.map(([from, to], index) => edge(from, to, 1, prices[index]));
        expect(minCostFlow(4, edges, amount)).toBe(bruteForce(4, edges, amount));
      }),
      { numRuns: 200 },
    );
  });

  it('does not change its arguments', () => {
    const edges = [edge(0, 1, 2, 1), edge(0, 1, 9, 10)];
    const before = structuredClone(edges);
    minCostFlow(2, edges, 5);
    expect(edges).toEqual(before);
  });
});
