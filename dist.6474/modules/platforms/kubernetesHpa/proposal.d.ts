/** Why a metric gave no count. */
export type MetricError = 
/** The metrics API has nothing of that name. */
'no-metrics'
/** There are values, but only of pods that are not ready, deleting or gone. */
 | 'no-metrics-for-ready-pods'
/** Utilization is a share of the request, and a pod has none. */
 | 'missing-resource-request'
/** No pod has both a value and a request. */
 | 'metrics-do-not-match-pods';
/** What one metric asks for. */
export interface Proposal {
    readonly replicas: number;
    /** What was found: in percent for a utilization, else in thousandths a pod or in all. */
    readonly reading: {
        readonly utilizationPercent: number;
    } | {
        readonly usageMilli: bigint;
    };
    /** Mean use a pod, for a utilization. */
    readonly averageMilli?: bigint;
    /** What led to the count. */
    readonly because: 'inside-tolerance' | 'ratio' | 'total' | 'guesses-turn-it' | 'fallback';
    /** The pods, or the count, that the ratio was applied to. */
    readonly countedPods: number;
    /** How many of them have a guessed value. */
    readonly guessedPods: number;
}
/** The part that follows from a ratio and the pods behind it. */
export type ProposedCount = Omit<Proposal, 'reading' | 'averageMilli'>;
export type MetricResult = Proposal | {
    readonly error: MetricError;
};
/** Whether a metric could not be read. */
export declare function hasFailed(result: MetricResult): result is {
    readonly error: MetricError;
};
