import { type Canvas } from './canvas.js';
import { type PolicyLook } from './policyMarks.js';
/** One policy's share of requests slower than a latency. */
export interface TailCurve extends PolicyLook {
    readonly name: string;
    /** Of the policy in the scenario. */
    readonly place: number;
    /** [milliseconds, share slower], falling; cut where fewer than ten requests are slower. */
    readonly points: readonly (readonly [number, number])[];
    /** Share slower than the SLO; null without one. */
    readonly atSlo: number | null;
    /** The same as text, `0.21 %`; empty without an SLO. */
    readonly shareText: string;
}
export interface TailData {
    readonly curves: readonly TailCurve[];
    readonly sloMs: number | null;
    /** Share that may be slower. */
    readonly allowed: number | null;
}
/** Share of requests slower than each latency, both axes log: how bad is the tail? */
export declare function drawTail({ curves, sloMs, allowed }: TailData, canvas: Canvas): any;
