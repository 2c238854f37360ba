import { type SectionContext } from './section.js';
/** Where the time from a rise in need to enough instances went: metric, decision, limits, provider, startup. */
export declare function lagBudgetSection(context: SectionContext): string;
