import type { Study } from '../../analysis/study.js';
import type { TimelineData, TimelineFault } from '../charts/timelineData.js';
/** How finely the curves are kept. */
export interface Fineness {
    readonly samplesMax: number;
    /** Steps of a curve that changes in steps: the picture is about them, so they get more room than samples. */
    readonly changesMax: number;
}
/** One timeline per service, the same policies in each, best first. */
export declare function timelineDataOf(study: Study, fineness: Fineness): TimelineData[];
/** The same faults strike every policy (common random numbers); the union guards against one that was cut short. */
export declare function faultsOfStudy({ ranked }: Study, service?: string): TimelineFault[];
