import { type SectionContext } from './section.js';
/** Instances, good requests, p99 and cost of every service, the worst first; empty where there is one. */
export declare function servicesTable(context: SectionContext): string;
