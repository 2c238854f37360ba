import { variantOf } from '../base/variant.js';
import type { Stream } from '../random/stream.js';

/**
 * Picks the instance of one service that takes a request.
 *
 * Slots are the fleet's instance slots. With a central queue only instances with a free slot may be picked; the balancer
 * sees to that itself through `capacity`.
 */
export interface Balancer {
  /** The instance became ready; its load is 0. */
  add(instance: number): void;
  /** The instance takes nothing new any more. */
  remove(instance: number): void;
  /** The load of a ready instance rose by one. */
  loadRose(instance: number): void;
  /** The load of a ready instance fell by one. */
  loadFell(instance: number): void;
  /** The instance to take the next request, or -1 when none may. */
  pick(): number;
}

export interface BalancerContext {
  /** The balancer's own keyed stream, so that its draws never disturb the traffic's. */
  readonly stream: Stream;
  /** An instance at this load is never picked: its slots with a central queue, else Infinity. */
  readonly capacity: number;
  /** [instanceSlot] requests inside plus its queue. */
  loadOf(instance: number): number;
}

/** The maker of balancer variants: one file each in `balancers/`. */
export const balancer = variantOf<BalancerContext, Balancer>();
