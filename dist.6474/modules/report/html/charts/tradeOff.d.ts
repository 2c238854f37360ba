import { type Canvas } from './canvas.js';
import { type PolicyLook } from './policyMarks.js';
/** A policy in the plane of cost and latency. */
export interface TradeOffPoint extends PolicyLook {
    readonly name: string;
    /** Of the policy in the scenario. */
    readonly place: number;
    readonly cost: number;
    readonly costLow: number;
    readonly costHigh: number;
    /** Milliseconds; where requests went unanswered, a place above everything that was answered. */
    readonly latency: number;
    readonly latencyLow: number;
    readonly latencyHigh: number;
    readonly isUnanswered: boolean;
    /** Second line of the label: `$12.74, 220 ms`. */
    readonly detail: string;
    /** [cost, latency] of each replication. */
    readonly replications: readonly (readonly [number, number])[];
}
export interface TradeOffData {
    readonly points: readonly TradeOffPoint[];
    readonly limit: {
        readonly latency: number;
        readonly text: string;
    } | null;
    readonly hindsight: {
        readonly cost: number;
        readonly text: string;
    } | null;
    /** What costs are in: `$/run`. */
    readonly money: string;
}
/** Cost against p99 of all requests: is anything cheaper at the same latency? */
export declare function drawTradeOff(data: TradeOffData, canvas: Canvas): any;
