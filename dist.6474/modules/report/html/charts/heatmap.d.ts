import { type Canvas } from './canvas.js';
/** When the answers of one policy were slow. */
export interface HeatmapData {
    readonly name: string;
    /** Of the policy in the scenario. */
    readonly place: number;
    readonly color: string;
    readonly start?: string;
    readonly durationSeconds: number;
    readonly stepSeconds: number;
    /** Upper ends of the buckets but the last, which has none, milliseconds. */
    readonly uppers: readonly number[];
    /** [column][bucket] thousandths of the column's answers. */
    readonly shares: readonly (readonly number[])[];
    readonly sloMs: number | null;
    /** Milliseconds from the lowest to the highest bucket that any policy fills. */
    readonly domain: readonly [number, number];
}
/** Cells below this are left out, thousandths. */
export declare const leastShare = 1.5;
/** Answers by time and latency, darker where there are more, red above the SLO. */
export declare function drawHeatmap(data: HeatmapData, canvas: Canvas): any;
