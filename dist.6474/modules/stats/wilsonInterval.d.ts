/**
 * Where the true share lies when `hitCount` of `runCount` independent runs had something: Wilson's score interval.
 *
 * Only for counts of runs. Requests of one run are no independent trials.
 * @param runCount > 0
 * @see Wilson (1927); Brown, Cai and DasGupta (2001)
 */
export declare function wilsonInterval({ hitCount, runCount }: {
    readonly hitCount: number;
    readonly runCount: number;
}, confidence?: number): {
    readonly low: number;
    readonly high: number;
};
