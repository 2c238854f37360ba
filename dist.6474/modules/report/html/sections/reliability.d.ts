import { type SectionContext } from './section.js';
/** When the error budget was spent, beside how bad the tail is; either alone has the full width. */
export declare function reliabilitySection(context: SectionContext): string;
