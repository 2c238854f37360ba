import { measureOf } from './measures/index.js';
/** The kind that measures of a unit have, unless they are named below. */
const kindOfUnit = {
    count: 'count',
    ms: 'skewed',
    s: 'skewed',
    percent: 'skewed',
    requests: 'skewed',
    multiple: 'skewed',
};
const share = { kind: 'share', most: 1 };
const percentOfTime = { most: 100 };
/** What the unit does not tell of a measure. */
const exceptions = {
    slo_attainment: share,
    apdex: share,
    queue_wait_probability: share,
    cold_start_probability: share,
    utilization_mean: { most: 1 },
    error_budget_used_ratio: { kind: 'skewed' },
    // Their denominators are few in a bad run.
    cost_per_million_good_usd: { kind: 'skewed' },
    regret_ratio: { least: -1 },
    jitter_per_hour: { least: Number.NEGATIVE_INFINITY },
    under_provisioned_percent: percentOfTime,
    under_provisioned_time_percent: percentOfTime,
    over_provisioned_time_percent: percentOfTime,
    instability_percent: percentOfTime,
};
/** How a measure is spread over runs: the only place that says by which rule its interval is computed. */
export function spreadOf(name) {
    const measure = measureOf(name);
    const kind = kindOfUnit[measure?.unit ?? ''] ?? 'plain';
    return {
        kind,
        least: measure === undefined ? Number.NEGATIVE_INFINITY : 0,
        most: Number.POSITIVE_INFINITY,
        ...exceptions[measure?.name ?? name],
    };
}
/** Names of the measures that are no case of their unit. */
export const exceptionalMeasures = Object.keys(exceptions);
/** Whether it is a share of which more is better: what is missing to 1 counts, not the share. */
export function isGoodShare(name) {
    return spreadOf(name).kind === 'share' && measureOf(name)?.better === 'higher';
}
