import type { InstanceLife } from '../../record/fleetLog.js';
/** Instances that stopped lately: a stale listing still shows them. */
export declare class StoppedInstances {
    #private;
    constructor(serviceCount: number, keepSeconds: number);
    add(service: number, life: InstanceLife): void;
    /** Those that stopped after an instant. */
    after(service: number, seconds: number): InstanceLife[];
}
