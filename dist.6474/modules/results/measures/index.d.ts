import type { Measure } from '../measure.js';
/** Measures that belong together. */
interface MeasureFamily {
    readonly title: string;
    readonly measures: readonly Measure[];
}
/** Every measure by family, in the order of the reports. The only list. */
export declare const measureFamilies: readonly MeasureFamily[];
export declare const measures: readonly Measure[];
/** The measure of a name; `services.web.cost_usd` is the measure cost_usd of one service. */
export declare function measureOf(name: string): Measure | undefined;
export {};
