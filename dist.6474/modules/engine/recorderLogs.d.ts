import { FleetLog, type InstanceLife } from '../record/fleetLog.js';
import type { JournalPage, JournalReader } from '../record/journal.js';
import type { RecordedBins, RecordedLife, RecordRequest } from '../results/serviceRecord.js';
/** A fleet whose lives are kept: what a recorder of replicas saw follows from them, whatever it counts. */
export declare class RecordedFleetLog extends FleetLog {
    readonly lives: RecordedLife[];
    lived(life: InstanceLife): void;
}
/** One grid of bins over the answers of one service; whoever plans the run closes each bin at its edge. */
export declare class RecordedGrid implements JournalReader {
    #private;
    constructor(service: number);
    get bins(): RecordedBins;
    /** Latencies are those of tries, from when they arrived; what was refused has none. */
    read({ outcomes }: JournalPage): void;
    /** What was counted since the edge before belongs to no bin: the time before the first edge. */
    begin(): void;
    close(cpuCores: number): void;
}
/** The grids that a run was asked for. */
export declare function recordedGrids({ gridEdges }: RecordRequest, service: number): RecordedGrid[];
