import type { InstanceTable } from './instanceTable.js';
/** Work done by the instances of a fleet since the run began. */
export interface WorkTotals {
    busyVcpuSeconds: number;
    /** Processor time that burned beside requests: at ready and draining instances, and at starting ones. */
    backgroundVcpuSeconds: number;
    startupVcpuSeconds: number;
    /** Life of all instances but for their pauses. */
    runningSeconds: number;
    /** Requests that took a slot. */
    begunCount: number;
    slotSeconds: number;
    servingSeconds: number;
}
/** Totals of no work. */
export declare function noWork(): WorkTotals;
/** Adds what one instance did, whose columns hold as of now. */
export declare function addWork(totals: WorkTotals, table: InstanceTable, instance: number, nowSeconds: number): void;
