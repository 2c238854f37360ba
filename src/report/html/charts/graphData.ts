/** A service as the graph draws it. */
export interface GraphNodeData {
  readonly name: string;
  readonly depth: number;
  /** `60/s`; empty where no source sends to it. */
  readonly entry: string;
  /** 0..1, how far the node is filled; null where nothing limits it. */
  readonly use: number | null;
  /** What the fill says, and what else: at most two lines. */
  readonly lines: readonly string[];
  readonly isSaturated: boolean;
  readonly getsNothing: boolean;
}

/** All calls from one service to another. */
export interface GraphEdgeData {
  readonly from: string;
  readonly to: string;
  /** 0..1, of the edge with most tries. */
  readonly weight: number;
  /** `120/s ×2`, `p95 412 ms`, what failed, and how full its pool of connections was. */
  readonly lines: readonly string[];
}

/** The graph of one policy. */
export interface CallGraphData {
  readonly place: number;
  readonly nodes: readonly GraphNodeData[];
  readonly edges: readonly GraphEdgeData[];
}
