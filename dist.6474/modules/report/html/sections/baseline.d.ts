import { type SectionContext } from './section.js';
/** How the policies stand against an earlier report, or against a revision of the repository; empty without either. */
export declare function baselineSection(context: SectionContext): string;
