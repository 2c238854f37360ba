/** What made a try fail, as the scenario names it. */
export type RetryCause = '5xx' | 'timeout';
export interface RetrySettings {
    /** Tries in all. */
    readonly attemptCount: number;
    readonly causes: readonly RetryCause[];
    readonly baseSeconds: number;
    readonly factor: number;
    readonly jitter: 'none' | 'full' | 'equal' | 'exponential';
    /** Retries per request over the last ten seconds; Infinity without a budget. */
    readonly budgetRatio: number;
}
/** When a failed try is tried again, and after how long. */
export declare class RetryRules {
    #private;
    constructor(settings: RetrySettings);
    /** A request arrived: it earns its share of the budget. */
    noteRequest(nowSeconds: number): void;
    /** Whether the `tryNumber`-th try (from 1), which failed by `cause`, may be followed by another; spends the budget if so. */
    takeRetry(cause: RetryCause, tryNumber: number, nowSeconds: number): boolean;
    /** Pause before the try after the `tryNumber`-th; `uniform` in [0, 1). */
    backoffSeconds(tryNumber: number, uniform: number): number;
}
