import { type SectionContext } from './section.js';
/** Every limit with every policy's value: nothing a run fails on may be missing from the page. */
export declare function limitsSection(context: SectionContext): string;
