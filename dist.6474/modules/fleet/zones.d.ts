import type { InstanceTable } from './instanceTable.js';
/** The zones of one service: which are closed, and where the next instance goes or the next one leaves. */
export declare class Zones {
    #private;
    /** [zone] starting and ready instances, kept by the fleet: counting them at each launch takes n^2 for n instances. */
    readonly startingCounts: Int32Array;
    readonly readyCounts: Int32Array;
    constructor(zoneCount: number);
    close(zone: number): void;
    open(zone: number): void;
    get closedCount(): number;
    /** The open zone with fewest starting or ready instances, the lowest number on a tie; -1 when all are closed. */
    emptiest(): number;
    /** In the zone with most ready instances (the highest number on a tie, the mirror of launching) the one launched last. */
    lastOfFullest(ready: readonly number[], table: InstanceTable): number | undefined;
}
