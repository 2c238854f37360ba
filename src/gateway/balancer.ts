import type { z } from 'zod';
import type { Variant } from '../base/variant.js';
import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Clock } from '../kernel/clock.js';
import type { Stream } from '../random/stream.js';
import type { RequestTable } from '../traffic/requestTable.js';
import type { Weights } from './weights.js';

/**
 * Orders the instances of one service that may be picked. Which ones may is the `Rotation`'s business alone.
 *
 * An instance is its row in the instance table, a request its row in the request table; the load of an instance is
 * what the table says, `inside` and `queued`. Hot: write a class, because closures of a run are others than those of
 * the run before, and each call then asks which.
 */
export interface Balancer {
  /** The instance may be picked from now on, at whatever load it has: a new one, or one that comes back. */
  add(instance: number): void;
  /** The instance may not be picked from now on, at whatever load; it may come back. */
  remove(instance: number): void;
  /** A new instance has this row; what is remembered of the one before is void. It is not added yet. */
  forget?(instance: number): void;
  /** The load of one that may be picked rose by one. */
  loadRose(instance: number): void;
  /** The load of one that may be picked fell by one. */
  loadFell(instance: number): void;
  /** Who takes the request, or -1 when none may be picked. A request that is refused there raises no load. */
  pick(request: number): number;
  /** A try at the instance came to an end, whether it may be picked now or not (see `Rotation.finished`). */
  finished?(instance: number, latencySeconds: number, isError: boolean): void;
}

export interface BalancerContext {
  /** The balancer's own keyed stream, so that its draws never disturb the traffic's. */
  readonly stream: Stream;
  readonly clock: Clock;
  readonly instances: InstanceTable;
  readonly requests: RequestTable;
  /** An instance at this load is full and not here (see `Rotation`); Infinity where none ever is. */
  readonly roomCount: number;
  /** Undefined where every instance weighs 1 at all times. */
  readonly weights: Weights | undefined;
}

/** What a balancer may act on beside the loads. */
export type BalancerInput = 'weight' | 'slowStart' | 'clients';

/** One way to balance load, with what it acts on: whatever else a scenario gives would be ignored in silence. */
export interface BalancerVariant<Name extends string, Schema extends z.ZodType>
  extends Variant<Name, Schema, BalancerContext, Balancer> {
  readonly actsOn: readonly BalancerInput[];
}

/** The maker of balancer variants: one file each in `balancers/`. */
export function balancer<const Name extends string, Schema extends z.ZodType>(
  variant: BalancerVariant<Name, Schema>,
): BalancerVariant<Name, Schema> {
  return variant;
}
