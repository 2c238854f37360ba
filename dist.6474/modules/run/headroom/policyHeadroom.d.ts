import { type FailedPolicy } from '../../results/results.js';
import { type CompareOptions } from '../compare.js';
import type { PlannedComparison } from '../plan.js';
import { type HeadroomSearch, type Trial } from './searchHeadroom.js';
/** One service at the most traffic that was asked of it. */
export interface ServicePeak {
    readonly name: string;
    /** Most instances at once, a mean over runs. */
    readonly peakCount: number;
    readonly maxCount: number;
}
/** A policy under a multiple of the traffic. */
export interface HeadroomTrial extends Trial {
    readonly goodShare: number | undefined;
    /** Undefined where it lies among unanswered requests. */
    readonly p99AllMs: number | undefined;
    readonly costUsd: number | undefined;
    /** Highest planned rate, requests a second; of traffic without a plan the highest that arrived. */
    readonly peakRate: number;
    readonly services: readonly ServicePeak[];
}
export interface HeadroomOptions extends Omit<CompareOptions, 'onProgress'> {
    /** Larger factors are not tried: what they would cost was refused. */
    readonly mostAllowed: number;
    /** Called before each factor with its number from 1. */
    readonly onTrial?: (factor: number, index: number) => void;
    readonly onProgress?: (share: number) => void;
}
export type PolicyHeadroom = HeadroomSearch<HeadroomTrial> | FailedPolicy;
/** How much more traffic one candidate bears before it misses the SLO; the failure, where the policy has one. */
export declare function policyHeadroom(comparison: PlannedComparison, options: HeadroomOptions): Promise<PolicyHeadroom>;
