import { type SectionContext } from './section.js';
/** Cost against latency, and the paired differences, side by side. */
export declare function comparisonSection(context: SectionContext): string;
