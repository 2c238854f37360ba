import type { SectionContext } from './section.js';
/** A chart that stands in the file and that the script draws again at the width of its place. */
export declare function figureHtml(context: SectionContext, { chart, id, description, svg, index, }: {
    readonly chart: string;
    readonly id: string;
    readonly description: string;
    readonly svg: {
        readonly outerHTML: string;
    };
    /** Place among the charts of this kind. */
    readonly index?: number;
}): string;
/** Coloured squares with their meaning, above a chart that has no room for direct labels. */
export declare function keyHtml(items: readonly {
    readonly color: string;
    readonly text: string;
}[]): string;
