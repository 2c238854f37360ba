/**
 * Several policies on one group: the largest capacity wins, for scaling out and for scaling in.
 *
 * Any policy may scale out. Target tracking removes instances only when all target tracking policies that may scale in
 * agree to; step and simple policies that are silent hold nobody back.
 * ```
 * capacity 10: +3 and +200 %   -> 30        -1 and -4                      -> 9
 * CPU low, requests in the band -> 10       CPU low, requests without data -> 10
 * ```
 * Source: EC2 Auto Scaling User Guide, "Multiple dynamic scaling policies"; Application Auto Scaling API reference,
 * PutScalingPolicy. O(policies).
 */
export interface Proposal {
    readonly wants: 'out' | 'in' | 'hold';
    /** The desired count it asks for, within the group's bounds; the present one for `hold`. */
    readonly desired: number;
    /** A target tracking policy that may scale in: without its agreement none of its kind does. */
    readonly mustAgree: boolean;
    readonly isTracking: boolean;
}
/** The proposal that holds; undefined when the capacity stays as it is. */
export declare function winningProposal<P extends Proposal>(proposals: readonly P[]): P | undefined;
