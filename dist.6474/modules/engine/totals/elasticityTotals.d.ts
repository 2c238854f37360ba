import type { ElasticityTotals } from '../../results/runTotals.js';
import { type StepCurve, type TimeSpan } from '../../stats/stepCurve.js';
/** What one service needed and what it had. */
export interface DemandAndSupply {
    readonly needed: StepCurve;
    readonly ready: StepCurve;
}
/**
 * Integrals of needed and ready instances over a span, for one service or several together.
 *
 * Exact sums over the steps of both. Several services count together: a shortage of one is not made up for by another.
 */
export declare function elasticityTotals(services: readonly DemandAndSupply[], span: TimeSpan): ElasticityTotals;
