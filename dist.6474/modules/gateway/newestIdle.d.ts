import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Balancer } from './balancer.js';
/** Picks the idle instance launched last, as Lambda does: older ones get the chance to time out. Each has room for one. */
export declare class NewestIdle implements Balancer {
    #private;
    constructor(instances: InstanceTable);
    add(instance: number): void;
    remove(instance: number): void;
    loadRose(): void;
    loadFell(): void;
    pick(): number;
}
