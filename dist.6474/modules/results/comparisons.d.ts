import type { Comparison, PolicyResult } from './results.js';
/** What policies are compared by, in the order of the reports. */
export declare const comparedMeasures: readonly ['slo_attainment', 'time_above_slo_s', 'longest_above_slo_s', 'recovery_s', 'error_budget_used_ratio', 'latency_all_p99_ms', 'latency_all_p95_ms', 'latency_all_p50_ms', 'latency_p99_ms', 'latency_p95_ms', 'latency_mean_ms', 'queue_wait_mean_ms', 'queue_wait_p99_ms', 'requests_good', 'throughput_per_second', 'cost_usd', 'cost_usd_per_month', 'cost_per_million_good_usd', 'waste_usd', 'regret_ratio', 'scaling_reversals', 'wasted_starts', 'lag_total_s', 'lag_unanswered_count', 'instances_mean', 'instances_peak', 'under_provisioned_percent', 'over_provisioned_percent', 'under_provisioned_time_percent', 'over_provisioned_time_percent'];
/** The columns of the default table: what a pair is judged by, together. */
export declare const judgedMeasures: readonly ['slo_attainment', 'latency_all_p99_ms', 'cost_usd', 'scaling_reversals', 'time_above_slo_s'];
export interface ComparisonRule {
    /** Of the scenario's slo: the margin of good shares counts from it. */
    readonly objective?: number | undefined;
}
/**
 * Compares `b` with the reference `a`, run by run on the same random numbers. Measures that neither has are left out.
 *
 * Problem: of 30 intervals at 95 % one or two leave out 0 by chance.
 * Idea: five measures are judged, together at 5 % (Holm); all others show their interval and are not judged. Runs among unanswered
 * requests have no value to take a difference of: their number is compared by a test of its own.
 */
export declare function comparePolicies(a: PolicyResult, b: PolicyResult, rule?: ComparisonRule): Comparison[];
