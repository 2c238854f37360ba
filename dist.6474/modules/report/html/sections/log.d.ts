import { type SectionContext } from './section.js';
/** Every change of the desired count with its reason: which decision at which second caused it? */
export declare function logSection(context: SectionContext): string;
