import type { WorkTotals } from '../../fleet/workTotals.js';
import type { AssembledService, Assembly } from '../assemble.js';
/** Work of every service when the span began. */
export interface WorkSnapshots {
    atWarmup: readonly WorkTotals[];
}
/** What a service's instances did in the span, and could have done. */
export interface ServiceWork {
    /** False where slots are unlimited and nothing uses the cpu: then the two below are times with a request inside. */
    readonly isKnown: boolean;
    /** Busy and available processor (or slot) time of ready and draining instances. */
    readonly workSeconds: number;
    /** The part of the work that requests did; the rest burned beside them. */
    readonly requestSeconds: number;
    readonly capacitySeconds: number;
    /** Time with a request inside. */
    readonly servingSeconds: number;
    /** Requests that took a slot; known where the service scales per request. */
    readonly begunCount: number;
}
/** Processor time of ready and draining instances, for requests and beside them. */
export declare function burnedVcpuSeconds({ busyVcpuSeconds, backgroundVcpuSeconds }: WorkTotals): number;
/** The work of one service in the span. */
export declare function workOf({ input, traffic }: Assembly, service: AssembledService, snapshots: WorkSnapshots): ServiceWork;
