/** A sliding window over the calls of the last `perSeconds`: the call that would be one too many is throttled. */
export declare class RateLimit {
    #private;
    constructor({ calls, perSeconds }: {
        readonly calls: number;
        readonly perSeconds: number;
    });
    /** Takes one call; false when the limit is reached, and then it does not count. */
    take(nowSeconds: number): boolean;
}
