import type { Fleet } from '../fleet/fleet.js';
import type { Provider } from '../fleet/fleetOptions.js';
import type { Stream } from '../random/stream.js';
import type { DecisionEntry } from '../record/decisionLog.js';
import type { HeldBy } from '../record/heldBy.js';
import type { CloudSettings } from './settings.js';
/** How many instances a service may have. */
export interface ScalingBounds {
    readonly minCount: number;
    readonly maxCount: number;
}
/** A decision as it reaches the cloud. */
export interface ScalingDecision {
    readonly desired: number;
    readonly rule?: string | undefined;
    readonly reason?: string | undefined;
    /** What kept the policy itself from asking for more. */
    readonly heldBy?: HeldBy | undefined;
    /** A maximum of the policy's own that cut the decision before it came here. */
    readonly atMaximum?: {
        readonly wanted: number;
        readonly setting: string;
    } | undefined;
    /** It came as a request over HTTP: a call even where it changes nothing. */
    readonly isRequest?: boolean;
    /** Outside of min..max nothing is done; else the count is cut to them. */
    readonly isStrict?: boolean;
    /** The instance that goes, by its launch number. */
    readonly instance?: number | undefined;
}
/** Why a call to the API did nothing. */
type CallFailure = 'throttled' | 'failed';
interface CloudOptions {
    readonly settings: CloudSettings;
    readonly bounds: readonly ScalingBounds[];
    /** Decides which calls fail: keyed. */
    readonly errorStream: Stream;
    /** True while a fault makes every call fail. */
    isOut(): boolean;
    nowSeconds(): number;
}
/**
 * The provider's scaling API in virtual time.
 *
 * A decision is rounded up and clamped to min..max; only a change of the desired count is a call, which may be throttled
 * (429), fail, or be refused in part: what fits quota and capacity is granted, never less than there is.
 */
export declare class Cloud implements Provider {
    #private;
    readonly latencySeconds: number;
    constructor(options: CloudOptions);
    /** The fleets it runs; they need the cloud first, so they are introduced afterwards. */
    serve(fleets: readonly Fleet[]): void;
    canLaunch(): boolean;
    /** A call that changes nothing. */
    read(): CallFailure | undefined;
    /** Carries out a decision as far as it goes; what came of it is the entry for the log. */
    scale(service: number, decision: ScalingDecision): DecisionEntry;
}
export {};
