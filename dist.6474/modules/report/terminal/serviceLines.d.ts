import type { ScenarioResult } from '../../results/results.js';
import type { Ink } from './ink.js';
import { type Standing } from './standing.js';
interface ServiceContext {
    readonly scenario: ScenarioResult;
    readonly chosen: string | undefined;
    readonly ink: Ink;
    readonly width: number;
}
/** Where there are several services: each under the choice, else under the reference, worst first; and the worst of the others. */
export declare function serviceLines(standings: readonly Standing[], context: ServiceContext): string[];
/** The SLO is over all services together: it may be met while the users of one are not served. None where that is not so. */
export declare function weakServiceLines(standings: readonly Standing[], { slo }: Pick<ScenarioResult, 'slo'>, chosen: string | undefined): string[];
export {};
