import type { DesiredRun } from '../../record/decisionLog.js';
import type { LagTotals } from '../../results/runTotals.js';
import type { StepCurve, TimeSpan } from '../../stats/stepCurve.js';
/** What one service's answers to rises in need are read from; all of it is known when the run is over. */
export interface LagSources {
    /** Instances the rate needs, as many as the service may have. */
    readonly needed: StepCurve;
    readonly ready: StepCurve;
    /** Desired instances in force; empty where nobody ever decided. */
    readonly applied: StepCurve;
    readonly desiredRuns: readonly DesiredRun[];
    /** [life] in no order */
    readonly launchTimes: readonly number[];
    readonly readyTimes: readonly number[];
    readonly apiSeconds: number;
    readonly slowStartSeconds: number;
    /** All ways by which the policy sees the load; the earliest counts. At least one. */
    readonly scrapes: readonly {
        readonly phaseSeconds: number;
        readonly scrapeSeconds: number;
        readonly windowSeconds: number;
        readonly delaySeconds: number;
    }[];
}
/** One rise in need; the seconds of the parts are those of the walk back from the last required instance. */
export interface LagJump {
    readonly atSeconds: number;
    readonly neededFrom: number;
    readonly neededTo: number;
    /** False where the need fell, or the run ended, before enough were ready: then the parts last until that. */
    readonly isAnswered: boolean;
    readonly parts: LagPartsOfJump;
}
type LagPartsOfJump = Readonly<Record<LagPartSeconds, number>>;
type LagPartSeconds = 'metricSeconds' | 'decisionSeconds' | 'limitSeconds' | 'apiSeconds' | 'startupSeconds' | 'slowStartSeconds';
/**
 * Every rise of needed in a span, with what passed until enough instances were ready.
 *
 * ```
 *   jump ......... seen ... asked ........ accepted .. launched ......... ready ...... full speed
 *    |   metric     | decision |   limit      |   api     |     startup     | slow start |
 * ```
 *
 * Walked back from the instant r at which ready first reached the new need ("splits a rise into its parts" asserts this
 * drawing): the instance that became ready at r gives its launch; the decision in force at its launch, followed back for as long
 * as it was as high, gives the accepted action; the first decision since the jump that was high enough, or held back, gives
 * the end of the decision part; the first planned scrape whose whole window lies after the jump, when it shows, or that decision,
 * if earlier, the end of the metric part. What passes between action and launch beyond one API latency (failed and
 * retried launches) counts as limit. Everything before the jump is cut off, so the parts sum to the total.
 *
 * A rise that is never answered lasts until the need is over: until it falls below the rise, or the run ends. No answer
 * can take longer (slow start is cut there, too), so whoever answers a rise is never worse off than who does not.
 */
export declare function lagJumps(sources: LagSources, span: TimeSpan): LagJump[];
/** Means over the rises, answered or not; of one service or several. */
export declare function lagTotals(jumps: readonly LagJump[]): LagTotals;
export {};
