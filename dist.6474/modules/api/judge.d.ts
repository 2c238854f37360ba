import type { PolicyResult, ThresholdResult } from '../results/results.js';
/**
 * Whether a result keeps a threshold, which the scenario need not name: k6's grammar, k6's metrics and every measure.
 *
 * A result read from a file has no samples: only its measures (`value`) and the thresholds of its scenario can be judged.
 * @param metric left out: http_req_duration
 * @throws ProblemError for a threshold that cannot be judged
 * @example judge(result, 'p(95)<300'); judge(result, 'cost_usd', 'value<12')
 */
export declare function judge(result: PolicyResult, expression: string): ThresholdResult;
export declare function judge(result: PolicyResult, metric: string, expression: string): ThresholdResult;
