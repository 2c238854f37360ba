import { type SectionContext } from './section.js';
/** What the policies said themselves, in the run shown: the last lines of each. */
export declare function printedSection(context: SectionContext): string;
