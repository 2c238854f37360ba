import type { Cell } from '../../run/plan.js';
import type { Shard } from '../shardOption.js';
/** Whether a cell of the plan, counted from 0, belongs to a shard: every n-th one, so that parts take about as long. */
export declare function isInShard(cellIndex: number, { index, count }: Shard): boolean;
/** What tells a cell from the others of its plan. */
export declare function cellKey({ comparisonIndex, candidateIndex, replication }: Cell): string;
