import type { NodeGoneReason, StopReason } from '../../record/runEvents.js';
import type { Need, Resources, Room } from './packing.js';

/** Ordered; takes instances; takes no more and goes once it is empty. */
export type NodePhase = 'provisioning' | 'ready' | 'leaving';

/** One machine of a pool. */
export interface Node extends Room {
  /** In the order of the orders, from 0. */
  readonly number: number;
  readonly orderedSeconds: number;
  phase: NodePhase;
  /** Why it leaves, once it does. */
  leavesFor: NodeGoneReason;
  /** NaN until it is ready. */
  readySeconds: number;
  /** Rows of the instances on it, in the order in which they came. */
  readonly instances: number[];
  /** [service] since when, or from when on, it has the image; whoever comes earlier waits for the same pull. */
  readonly imageSeconds: Map<number, number>;
  /** Since when its requests have been below the bound of scale-down; NaN while they are not. */
  lowSinceSeconds: number;
}

/** The larger of the two shares that are requested, as Cluster Autoscaler judges a node. */
export function requestedRatio({ freeMillis, freeBytes }: Node, { millis, bytes }: Resources): number {
  return Math.max(1 - freeMillis / millis, bytes === 0 ? 0 : 1 - freeBytes / bytes);
}

/** What a pool asks of the fleet whose instances are on its nodes. */
export interface NodeTenant {
  /** Whether the provider would give an instance now, if there were room. */
  mayLaunch(): boolean;
  /** Launches one that has waited since then. @returns whether there was room for it */
  launchWaiting(askedSeconds: number): boolean;
  lose(instance: number, reason: StopReason): void;
  /** The instance's node goes: one that is ready drains for so long, and is replaced at once. */
  reclaim(instance: number, noticeSeconds: number): void;
  /** Whether an instance could be replaced now: it is ready, no update is under way, and nobody does so yet. */
  maySwap(instance: number): boolean;
  /** Launches another in its place; it drains once as many others are ready as are desired. */
  replace(instance: number): void;
}

/** A service as its pool sees it. */
export interface PoolService {
  readonly need: Need;
  readonly tenant: NodeTenant;
  readonly waitingCount: number;
  /** Of the instance that has waited longest; Infinity where none waits. */
  readonly longestWaitFrom: number;
  /** The one that has waited longest is launched. @returns whether there was room */
  placeOne(): boolean;
}
