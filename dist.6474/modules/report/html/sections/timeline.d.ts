import { type SectionContext } from './section.js';
/** What every policy did and when, on one scale of time. */
export declare function timelineSection(context: SectionContext): string;
