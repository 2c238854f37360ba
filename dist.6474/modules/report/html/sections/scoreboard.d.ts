import { type SectionContext } from './section.js';
/** Who meets the limits, at what price, how sure: dots on a common scale per column. */
export declare function scoreboardSection(context: SectionContext): string;
