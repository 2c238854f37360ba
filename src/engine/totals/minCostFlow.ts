import { EarliestTree } from '../../kernel/earliestTree.js';

/** An edge of a network; costs are >= 0, capacities whole or Infinity. */
export interface FlowEdge {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  readonly cost: number;
}

/**
 * The least cost of sending `amount` units from node 0 to the last node.
 *
 * Successive shortest paths with potentials: each path is the cheapest way to send more, and takes as much as fits, so
 * there are at most `amount` searches of O(edges log nodes). The potentials keep reduced costs >= 0, so that Dijkstra may
 * go back along edges that carry flow.
 * @returns Infinity when so much does not fit
 * @see Ahuja, Magnanti, Orlin, "Network Flows" (1993), section 9.7
 */
export function minCostFlow(nodeCount: number, edges: readonly FlowEdge[], amount: number): number {
  const network = residualOf(nodeCount, edges);
  const potentials = new Float64Array(nodeCount);
  let left = amount;
  let total = 0;
  while (left > 0) {
    const { distances, cameBy } = search(network, potentials);
    if (distances[nodeCount - 1] === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    for (let node = 0; node < nodeCount; node++) {
      // Nodes that cannot be reached now may be later; the farthest distance keeps their reduced costs >= 0.
      potentials[node] += Math.min(distances[node], distances[nodeCount - 1]);
    }
    let pushed = left;
    for (let node = nodeCount - 1; node !== 0; node = network.to[cameBy[node] ^ 1])
      pushed = Math.min(pushed, network.room[cameBy[node]]);
    for (let node = nodeCount - 1; node !== 0; node = network.to[cameBy[node] ^ 1]) {
      network.room[cameBy[node]] -= pushed;
      network.room[cameBy[node] ^ 1] += pushed;
      total += pushed * network.cost[cameBy[node]];
    }
    left -= pushed;
  }
  return total;
}

/** Every edge and, beside it (number ^ 1), its way back. */
interface Residual {
  readonly nodeCount: number;
  /** [node] first of its edges in `order`; one more entry at the end */
  readonly starts: Int32Array;
  readonly order: Int32Array;
  /** [edge] */
  readonly to: Int32Array;
  readonly room: Float64Array;
  readonly cost: Float64Array;
}

function residualOf(nodeCount: number, edges: readonly FlowEdge[]): Residual {
  const count = edges.length * 2;
  const network = {
    nodeCount,
    starts: new Int32Array(nodeCount + 1),
    order: new Int32Array(count),
    to: new Int32Array(count),
    room: new Float64Array(count),
    cost: new Float64Array(count),
  };
  const fromOf = (edge: number) => (edge % 2 === 0 ? edges[edge >> 1].from : edges[edge >> 1].to);
  for (const [index, { from, to, capacity, cost }] of edges.entries()) {
    network.to[2 * index] = to;
    network.to[2 * index + 1] = from;
    network.room[2 * index] = capacity;
    network.cost[2 * index] = cost;
    network.cost[2 * index + 1] = -cost;
  }
  for (let edge = 0; edge < count; edge++) network.starts[fromOf(edge) + 1]++;
  for (let node = 0; node < nodeCount; node++) network.starts[node + 1] += network.starts[node];
  const next = network.starts.slice();
  for (let edge = 0; edge < count; edge++) network.order[next[fromOf(edge)]++] = edge;
  return network;
}

/** Dijkstra over the edges with room, by reduced costs. */
function search(
  { nodeCount, starts, order, to, room, cost }: Residual,
  potentials: Float64Array,
): { distances: Float64Array; cameBy: Int32Array } {
  const distances = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Int32Array(nodeCount).fill(-1);
  const isDone = new Uint8Array(nodeCount);
  const open = new EarliestTree();
  distances[0] = 0;
  open.due[0] = 0;
  open.set(0);
  while (open.nextSeconds !== Number.POSITIVE_INFINITY) {
    const node = open.nextRow;
    open.clear(node);
    isDone[node] = 1;
    for (let index = starts[node]; index < starts[node + 1]; index++) {
      const edge = order[index];
      const target = to[edge];
      if (room[edge] <= 0 || isDone[target] === 1) continue;
      // Rounding may leave a reduced cost a hair below 0.
      const distance = distances[node] + Math.max(0, cost[edge] + potentials[node] - potentials[target]);
      if (distance >= distances[target]) continue;
      distances[target] = distance;
      cameBy[target] = edge;
      open.due[0] = distance;
      open.set(target);
    }
  }
  return { distances, cameBy };
}
