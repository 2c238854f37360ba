import type { Evidence } from '../imports/evidence/evidence.js';
import type { Recording } from '../results/recording.js';
import type { Derived } from './derived.js';
import { type LowerBound } from './lowerBounds.js';
import { type LowLoad } from './lowLoad.js';
import { type ServiceBin } from './serviceBins.js';
import { type Spread } from './spread.js';
import { type Startup } from './startup.js';
import type { Target } from './target.js';
/** What the files say in numbers. */
export interface Findings {
    readonly bins: readonly ServiceBin[];
    readonly widthSeconds: number;
    /** CPU seconds a request. */
    readonly cpu: Derived | undefined;
    /** vCPUs that a pod burns without requests. */
    readonly idle: Derived | undefined;
    /** cpu and idle burn cannot be told apart. */
    readonly isCollinear: boolean;
    /** Bins that were not used, and why. */
    readonly leftOut: readonly string[];
    readonly calm: LowLoad | undefined;
    readonly spread: Spread | undefined;
    readonly startup: Startup | undefined;
    /** How old the load is that each autoscaler acts on, seconds. */
    readonly lags: readonly Derived[];
    readonly lowerBounds: readonly LowerBound[];
    /** vCPUs that one pod used at most. */
    readonly mostCoresPerPod: number | undefined;
}
/** Runs every derivation on the recording of the service. */
export declare function findingsOf(evidence: readonly Evidence[], recording: Recording, target: Target): Findings;
