import { type SectionContext } from './section.js';
/** Whether the answer holds within the ranges of the inputs, and which of them to measure next; empty without worlds. */
export declare function robustnessSection(context: SectionContext): string;
/** That ranges are known and were not used; empty where they were, or there are none. */
export declare function unusedRanges({ study }: SectionContext): string;
