import { type SectionContext } from './section.js';
/** Every number there is, by what it is about; each family, and the definition of each measure, closed until asked for. */
export declare function measuresSection(context: SectionContext): string;
