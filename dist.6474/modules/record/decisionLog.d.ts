import { StepCurve } from '../stats/stepCurve.js';
import type { HeldBy } from './heldBy.js';
/** What became of one decision of a policy. */
export interface DecisionEntry {
    readonly timeSeconds: number;
    /** As the policy said it, before rounding up and clamping. */
    readonly wished: number;
    /** Rounded up. */
    readonly desired: number;
    /** In force afterwards. */
    readonly applied: number;
    /** In force before. */
    readonly before: number;
    readonly result: 'accepted' | 'clamped' | 'throttled' | 'refused' | 'failed';
    readonly rule: string | undefined;
    readonly reason: string | undefined;
    /** What kept the policy itself from asking for more, as far as it said. */
    readonly heldBy?: HeldBy | undefined;
    /** Why the policy did not get what it wanted; undefined where it did, or min raised it. */
    readonly held?: HeldDecision | undefined;
    /** Of several controllers the one that decided, from 0. */
    readonly controller?: number;
}
/** A decision that something cut or turned down. */
export interface HeldDecision {
    readonly wanted: number;
    /** The setting that stood in the way, as its user writes it: `scaling.max`, `maxReplicas`, `cloud.quota`. */
    readonly by: string;
}
/** A row of the log: equal decisions in a row are one. */
export interface DecisionRun extends DecisionEntry {
    /** Time of the last equal decision. */
    untilSeconds: number;
    /** Of several controllers those that had it. */
    readonly controllers?: Set<number>;
}
/** Equal decisions in a row, in numbers only: kept in every run, unlike the rows. */
export interface DesiredRun {
    readonly fromSeconds: number;
    /** Time of the last equal decision. */
    untilSeconds: number;
    readonly desired: number;
    readonly applied: number;
    /** Something other than the policy's sight kept it from growing: clamp, throttle, quota, a rate limit or wait of its own. */
    readonly isHeldBack: boolean;
    /** Of equal decisions the one that wanted most. */
    held?: HeldDecision | undefined;
}
/** Opposite actions so near to each other are a reversal at least; where instances start slowly, over twice that time. */
export declare const leastReversalSeconds = 300;
export interface DecisionLogOptions {
    readonly fromSeconds: number;
    readonly toSeconds: number;
    /** Opposite actions at most this far apart are a reversal. */
    readonly reversalSeconds: number;
    /** Whether the rows are kept; counts always are. */
    readonly keepRows: boolean;
}
/** One service's decisions: run-length coded rows, and the counts of flapping. */
export declare class DecisionLog {
    #private;
    readonly rows: DecisionRun[];
    readonly desiredRuns: DesiredRun[];
    /** Desired instances in force; empty without a decision. */
    readonly appliedCurve: StepCurve;
    readonly reversalTimes: number[];
    /** Accepted actions of the whole run, warm-up and all. */
    actionCount: number;
    scaleUps: number;
    scaleDowns: number;
    reversals: number;
    clamped: number;
    throttled: number;
    refused: number;
    failed: number;
    constructor(options: DecisionLogOptions);
    record(entry: DecisionEntry): void;
}
