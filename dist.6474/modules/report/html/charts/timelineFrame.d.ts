import * as Plot from '@observablehq/plot';
import { type Canvas } from './canvas.js';
import type { Samples, TimelineData, View } from './timelineData.js';
/** Left and right of every row of the timeline: one scale of time serves all. */
export declare const timelineMargin: {
    readonly left: 38;
    readonly right: 20;
};
/** Fewer ready than needed: a pattern of the page (`hatchHtml`), since red means that users waited. */
export declare const shortFill = "url(#short)";
/** The pattern itself, once a page. */
export declare const hatchHtml = "<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\"><defs><pattern id=\"short\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"var(--ink)\" fill-opacity=\".1\"/><path d=\"M0,0V5\" stroke=\"var(--ink)\" stroke-width=\"2.4\"/></pattern></defs></svg>";
/** How many times fit on the axis of this width. */
export declare function timeTickCount(width: number): number;
/** Height and margins of a row, pixels. */
interface RowSize {
    readonly height: number;
    readonly top: number;
    readonly bottom: number;
}
/** Options of a row: shared scale of time, no axis of its own. */
export declare function rowOptions(canvas: Canvas, view: View, size: RowSize): {
    readonly inset?: number;
    readonly insetTop?: number;
    readonly insetRight?: number;
    readonly insetBottom?: number;
    readonly insetLeft?: number;
    readonly width?: number;
    readonly aspectRatio?: number | boolean | null;
    readonly margin?: number;
    readonly style?: string | Partial<CSSStyleDeclaration> | null;
    readonly className?: string;
    readonly title?: string | Node | null;
    readonly subtitle?: string | Node | null;
    readonly caption?: string | Node | null;
    readonly figure?: boolean;
    readonly ariaLabel?: string | null;
    readonly ariaDescription?: string | null;
    readonly document?: Document;
    readonly clip?: Plot.MarkOptions["clip"];
    readonly y?: Plot.ScaleOptions;
    readonly r?: Plot.ScaleOptions;
    readonly color?: Plot.ScaleOptions;
    readonly opacity?: Plot.ScaleOptions;
    readonly symbol?: Plot.ScaleOptions;
    readonly length?: Plot.ScaleOptions;
    readonly projection?: Plot.ProjectionOptions | Plot.ProjectionName | Plot.ProjectionFactory | Plot.ProjectionImplementation | null;
    readonly fx?: Plot.ScaleOptions;
    readonly fy?: Plot.ScaleOptions;
    readonly facet?: Plot.PlotFacetOptions;
    readonly marks?: Plot.Markish[];
    readonly clamp?: boolean;
    readonly nice?: boolean | number | Plot.NiceInterval;
    readonly zero?: boolean;
    readonly round?: boolean;
    readonly align?: number;
    readonly padding?: number;
    readonly axis?: Plot.AxisOptions["anchor"] | "both" | boolean | null;
    readonly grid?: boolean | string | Plot.RangeInterval | Iterable<any>;
    readonly label?: string | null;
    readonly labelArrow?: "auto" | "up" | "right" | "down" | "left" | "none" | true | false | null;
    readonly height: number;
    readonly marginTop: number;
    readonly marginBottom: number;
    readonly marginLeft: 38;
    readonly marginRight: 20;
    readonly x: {
        readonly domain: readonly [number, number];
        readonly axis: null;
    };
};
/** Fault bands that bridge the gaps between the rows, and the lines of the time axis. */
export declare function rowGround(data: TimelineData, canvas: Canvas, view: View, size: RowSize): Plot.Markish[];
/** Samples in view with one more at each side, so that lines run to the frame; [seconds, value]. */
export declare function samplesInView({ stepSeconds, values }: Samples, view: View): (readonly [number, number])[];
export declare const sampleX: ([seconds]: readonly [number, number]) => number;
export declare const sampleY: ([, value]: readonly [number, number]) => number;
export {};
