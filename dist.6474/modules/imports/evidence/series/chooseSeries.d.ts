import type { Problem } from '../../../base/problem.js';
import { type SeriesRole } from '../../../results/seriesRoles.js';
import type { EvidenceWarning } from '../warning.js';
import type { SeriesCandidate } from './seriesCandidate.js';
/** One series for each role, and what must be said of the choice. */
export interface ChosenSeries {
    readonly chosen: readonly ChosenOne[];
    readonly warnings: readonly EvidenceWarning[];
    readonly problems: readonly Problem[];
}
export interface ChosenOne extends SeriesCandidate {
    readonly part: SeriesRole;
}
/**
 * Which of the candidates is which role.
 *
 * What the user says comes first, then series of the workload that is simulated, then the metric nearest to the client. Where nothing
 * decides, requests are a problem (the load would be guessed), and any other role is left out with a warning.
 */
export declare function chooseSeries(candidates: readonly SeriesCandidate[], workloads: readonly string[]): ChosenSeries;
