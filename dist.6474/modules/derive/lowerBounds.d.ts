/** What a stretch of time showed; undefined where unknown. */
export interface HealthBin {
    readonly seconds: number;
    readonly errorShare: number | undefined;
    readonly throttledShare: number | undefined;
    /** CPU in use over what the pods may use. */
    readonly saturation: number | undefined;
    /** Latency over that at low load. */
    readonly latencyFactor: number | undefined;
}
/** A stretch in which users wanted at least what was recorded, seconds of the recording. */
export interface LowerBound {
    readonly fromSeconds: number;
    readonly toSeconds: number;
    readonly why: string;
}
/**
 * Stretches in which recorded traffic is a lower bound of demand: 5xx above 1 %, CPU above 90 % of its limit, a quarter of the periods
 * throttled, or latency five times that at low load. Users gave up, tried again, or waited: what they wanted was not recorded.
 *
 * @param bins in time order
 */
export declare function lowerBounds(bins: readonly HealthBin[], widthSeconds: number): LowerBound[];
