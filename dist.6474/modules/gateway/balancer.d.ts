import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Stream } from '../random/stream.js';
import type { RequestTable } from '../traffic/requestTable.js';
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
    readonly instances: InstanceTable;
    readonly requests: RequestTable;
    /** An instance at this load is full and not here (see `Rotation`); Infinity where none ever is. */
    readonly roomCount: number;
}
/** The maker of balancer variants: one file each in `balancers/`. */
export declare const balancer: <const Name extends string, Schema extends import("zod").ZodType>(variant: import("../base/variant.js").Variant<Name, Schema, BalancerContext, Balancer>) => import("../base/variant.js").Variant<Name, Schema, BalancerContext, Balancer>;
