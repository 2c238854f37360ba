import { type BillingRule } from '../../record/fleetLog.js';
import type { StepCurve, TimeSpan } from '../../stats/stepCurve.js';
/** What someone who knows the need would be billed for, and how. */
export interface OracleQuestion {
    readonly needed: StepCurve;
    readonly span: TimeSpan;
    /** Launch to ready. */
    readonly startupSeconds: number;
    readonly billing: BillingRule;
    /**
     * How the span lies in time. `alone`: instances are launched before it where they must be, and every bill is paid whole.
     * `run`: only the part of a bill inside the span counts; what works when it begins was launched before, at the best time.
     * `whole-run`: the same for a span that begins with the run, where the first instances are ready and billed from then.
     */
    readonly edges: 'alone' | 'run' | 'whole-run';
}
/**
 * The least instance-seconds that any way of covering needed(t) is billed, to someone who knows the future.
 *
 * Billing without rounding or minimum comes apart by level: the k-th instance is kept through a gap exactly when the gap is
 * no longer than the startup that a new one is billed for. A rounded bill does not come apart (two lives may overlap so
 * that both fill their hours), but as a cover by intervals it is a flow: a unit is an instance, idle or alive, and the
 * idle ones leave enough alive. The matrix has consecutive ones, so the least flow is whole and exact.
 *
 * Lives may be taken to begin where needed rises and to end where it falls: later begins and earlier ends cost no more,
 * and a life that begins where another ends is better joined to it, for bills are subadditive.
 * @see Lin et al., "Dynamic right-sizing" (INFOCOM 2011); Lu, Chen, Andrew (TPDS 2013) for the rule of a level
 */
export declare function oracleBilledSeconds(question: OracleQuestion): number;
