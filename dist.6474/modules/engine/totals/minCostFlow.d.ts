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
export declare function minCostFlow(nodeCount: number, edges: readonly FlowEdge[], amount: number): number;
