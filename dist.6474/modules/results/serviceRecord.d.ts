/** What a recorder beside one service would have noted in a run: plain data, so that it crosses between workers. */
export interface ServiceRecord {
    /** Every instance there was. */
    readonly lives: readonly RecordedLife[];
    /** [grid] as it was asked for. */
    readonly grids: readonly RecordedBins[];
}
/** When an instance was launched, ready, told to go and gone, seconds of the run; null where the run saw it not. */
export type RecordedLife = readonly [
    launched: number,
    ready: number | null,
    toldToGo: number | null,
    gone: number | null
];
/** [bin] what happened between an edge of the grid and the next. */
export interface RecordedBins {
    /** Answers of any kind, tries that their client gave up included. */
    readonly answers: readonly number[];
    /** Those of them that were errors, as a 5xx is. */
    readonly errors: readonly number[];
    /** Latencies of the tries that an instance answered, seconds; null without one. */
    readonly p50Seconds: readonly (number | null)[];
    readonly p95Seconds: readonly (number | null)[];
    /** Mean processor time burned a second: cores in use. */
    readonly cpuCores: readonly number[];
}
/** What to note: of which service, and the edges of each grid of bins, seconds of the run, ascending. */
export interface RecordRequest {
    readonly service: string;
    readonly gridEdges: readonly (readonly number[])[];
}
