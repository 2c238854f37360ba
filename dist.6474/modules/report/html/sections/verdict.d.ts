import { type SectionContext } from './section.js';
/** The answer, how sure it is, and one card per other policy. */
export declare function verdictSection(context: SectionContext): string;
