import type { Study } from '../../analysis/study.js';
import type { ChartData } from '../charts/chartData.js';
import type { Drawing } from '../drawing.js';
/** What every section of a scenario may use. */
export interface SectionContext {
    readonly study: Study;
    /** Place of the scenario in the document; part of ids. */
    readonly scenario: number;
    /** `h2` where the page has one scenario, else `h3` under the scenario's own heading. */
    readonly heading: 'h2' | 'h3';
    /** Charts as the file carries them, with fewer points than the script's. */
    readonly charts: ChartData;
    readonly drawing: Drawing;
    /** False where the page has no script: then nothing may be hidden that only a script shows. */
    readonly hasScript: boolean;
}
/** Where the times of a scenario lead. */
export declare function timelineId({ scenario }: Pick<SectionContext, 'scenario'>): string;
/** The timeline of a service; the first one where there is none of that name. */
export declare function timelineIdOf({ scenario, charts }: Pick<SectionContext, 'scenario' | 'charts'>, service: string): string;
/** Title and the grey line that says how to read what follows. */
export declare function headingHtml(context: SectionContext, { id, title, how }: {
    id: string;
    title: string;
    how?: string;
}): string;
/** A wide table that scrolls by itself, reachable by the keyboard; its label is unique on the page. */
export declare function scrollHtml({ heading, study }: Pick<SectionContext, 'heading' | 'study'>, label: string, table: string): string;
