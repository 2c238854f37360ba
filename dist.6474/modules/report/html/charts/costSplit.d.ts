import { type Canvas } from './canvas.js';
/** One policy's bill. */
export interface CostBar {
    readonly name: string;
    /** Of the policy in the scenario. */
    readonly place: number;
    readonly color: string;
    readonly segments: readonly {
        readonly key: string;
        readonly label: string;
        readonly usd: number;
    }[];
    /** `$12.74 ±0.16`. */
    readonly total: string;
}
export interface CostSplitData {
    /** Empty for all services together. */
    readonly service: string;
    readonly bars: readonly CostBar[];
    readonly hindsight: {
        readonly usd: number;
        readonly text: string;
    } | null;
}
/** What each policy's money was paid for; the bars begin at nothing. */
export declare function drawCostSplit({ bars, hindsight }: CostSplitData, canvas: Canvas): any;
