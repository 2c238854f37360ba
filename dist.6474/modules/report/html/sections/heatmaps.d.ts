import { type SectionContext } from './section.js';
/** When were requests slow? One picture per policy on the same scales. */
export declare function heatmapsSection(context: SectionContext): string;
