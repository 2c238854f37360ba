import type { PlotOptions } from '@observablehq/plot';
/** The document that draws: the browser's, or one without a screen when the page is made. */
export type ChartDocument = NonNullable<PlotOptions['document']>;
/** What a recipe needs besides its data. */
export interface Canvas {
    readonly document: ChartDocument;
    /** Pixels the chart may take. */
    readonly width: number;
}
/** Common look: the page's font and colours, no ground of its own, so that the theme switches without a redraw. */
export declare function baseOptions({ document, width }: Canvas): PlotOptions;
/** Room around a plot, pixels, in Plot's own words. */
export declare function marginsOf({ top, right, bottom, left }: Margin): PlotOptions;
interface Margin {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
}
/** Width of a text of 12 px in the page's sans serif, pixels; rather too wide than too narrow. */
export declare function textWidth(text: string, { bold }?: {
    bold?: boolean | undefined;
}): number;
/** The texts as they fit into so many pixels, cut in the middle where they do not; different ones stay different. */
export declare function fitTexts(texts: readonly string[], pixels: number, { bold }?: {
    bold?: boolean | undefined;
}): string[];
/** A large number as an axis has room for it: `950`, `12k`, `1.5M`. */
export declare function compactNumber(value: number): string;
export {};
