import { type SectionContext } from './section.js';
/** What each policy's money was paid for; with several services the tabs of the timeline choose one. */
export declare function costsSection(context: SectionContext): string;
