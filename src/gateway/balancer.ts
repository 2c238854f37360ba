import { variantOf } from '../base/variant.js';
import type { Stream } from '../random/stream.js';

/**
 * Picks the instance of one service that takes a request.
 *
 * The fleet tells it who may be picked and how loaded they are; slots are the fleet's instance slots.
 */
export interface Balancer {
  /** The instance became eligible: ready, and (with a central queue) with a free slot. */
  add(instanceSlot: number): void;
  /** The instance is not eligible any more. */
  remove(instanceSlot: number): void;
  /** The load of an eligible instance changed. */
  loadChanged(instanceSlot: number, load: number): void;
  /** The instance to take the next request, or -1 when none is eligible. */
  pick(): number;
}

export interface BalancerContext {
  /** The balancer's own keyed stream, so that its draws never disturb the traffic's. */
  readonly stream: Stream;
  /** Requests inside plus its queue, of an instance. */
  loadOf(instanceSlot: number): number;
}

/** The maker of balancer variants: one file each in `balancers/`. */
export const balancer = variantOf<BalancerContext, Balancer>();
