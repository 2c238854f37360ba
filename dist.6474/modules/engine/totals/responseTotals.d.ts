import type { ResponseTotals } from '../../results/runTotals.js';
import { type TimeSpan } from '../../stats/stepCurve.js';
import type { DemandAndSupply } from './elasticityTotals.js';
/** A service with how often its policy decides. */
export interface ControlledService extends DemandAndSupply {
    readonly periodSeconds: number;
}
/** How supply answered the last change of demand; the worst of several services. */
export declare function responseTotals(services: readonly ControlledService[], span: TimeSpan): ResponseTotals;
