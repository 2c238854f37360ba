import { StepCurve } from '../stats/stepCurve.js';
import type { StopReason } from './runEvents.js';
/** The life of one instance, told when it stops or when the run ends. All times in seconds of the run. */
export interface InstanceLife {
    readonly launchedSeconds: number;
    /** NaN when it never became ready. */
    readonly readySeconds: number;
    /** NaN when it never drained. */
    readonly drainSeconds: number;
    readonly stoppedSeconds: number;
    /** Time with at least one request inside. */
    readonly servingSeconds: number;
    readonly startupSeconds: number;
    readonly launchNumber: number;
    readonly zone: number;
    readonly stopReason: StopReason;
}
/** How an instance starts. */
export interface Launch {
    readonly zone: number;
    /** -1 for the warm ones of the first moment. */
    readonly startupSeconds: number;
    readonly nowSeconds: number;
}
export interface BillingRule {
    readonly granularitySeconds: number;
    readonly minimumSeconds: number;
    readonly from: 'launch' | 'ready';
}
/** What a life of so many seconds is billed: rounded up to the granularity, at least the minimum. */
export declare function billedSecondsOf(lifeSeconds: number, { granularitySeconds, minimumSeconds }: Pick<BillingRule, 'granularitySeconds' | 'minimumSeconds'>): number;
interface Span {
    readonly fromSeconds: number;
    readonly toSeconds: number;
}
/**
 * What one service's fleet did, as sums over the measured span [warmup, duration).
 *
 * Every integral is a sum of clipped intervals, told once per instance or change: exact, and independent of any sampling.
 */
export declare class FleetLog {
    #private;
    billedSeconds: number;
    readySeconds: number;
    startingSeconds: number;
    drainingSeconds: number;
    servingSeconds: number;
    wastedStarts: number;
    /** What the bills in the span are for; wasted starts count with all of theirs and with nothing else. Sum: billedSeconds. */
    wastedBilledSeconds: number;
    startupBilledSeconds: number;
    readyBilledSeconds: number;
    drainBilledSeconds: number;
    /** After the end of a life: rounding up, and the minimum. */
    extraBilledSeconds: number;
    readyPeak: number;
    /** The bill of every life, seconds in the span. */
    readonly bills: number[];
    /** Ready instances over the whole run. */
    readonly readyCurve: StepCurve;
    /** [life] of the instances that became ready, in no order: when they were launched and when they were ready. */
    readonly launchTimes: number[];
    readonly readyTimes: number[];
    /** Integral of the number of ready instances: what `readySeconds` must be, counted another way. */
    readyCountSeconds: number;
    constructor(span: Span, billing: BillingRule);
    /** An instance was launched; for those who tell of it. */
    launched(_launchNumber: number, _launch: Launch): void;
    /** The number of ready instances changed by this launch. */
    readyChanged(ready: number, nowSeconds: number, _launchNumber: number): void;
    /** A stopped instance, or one that still lives at the end. */
    lived(life: InstanceLife): void;
    /** The run is over: a fleet that never changed in the span still has its peak. */
    close(): void;
}
export {};
