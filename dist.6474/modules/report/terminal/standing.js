import { worstFirst } from '../../results/worstFirst.js';
/** Columns that a limit can fail in, worst first, with the word the last column then shows. */
export const limitColumns = ['good', 'latency', 'slow', 'flaps', 'cost', 'other'];
/** Mean of a measure; undefined when it has none. */
export function meanOf({ measures }, name) {
    return measures[name]?.mean ?? undefined;
}
export function standingOf(policy, { slo }) {
    const goodShare = slo === null ? plainGoodShare(policy) : (policy.slo?.good_share ?? undefined);
    const meetsSlo = slo === null ? undefined : policy.slo?.met;
    const marks = new Map();
    if (meetsSlo !== undefined)
        marks.set('good', meetsSlo);
    for (const { metric, ok } of policy.thresholds) {
        const column = columnOf(metric);
        marks.set(column, ok && (marks.get(column) ?? true));
    }
    const failedThresholds = worstFirst(policy.thresholds.filter(({ ok }) => !ok));
    const qualifies = (slo === null || meetsSlo === true) && failedThresholds.length === 0;
    return { policy, goodShare, meetsSlo, failedThresholds, marks, qualifies };
}
/** Without an slo every completed request is good. */
function plainGoodShare(policy) {
    const offered = meanOf(policy, 'requests_offered');
    const good = meanOf(policy, 'requests_good');
    return offered === undefined || good === undefined || offered === 0 ? undefined : good / offered;
}
/** Where the table shows a threshold's mark. */
function columnOf(metric) {
    const name = metric.replace(/\{.*$/, '').replace(/^services\.[^.]+\./, '');
    if (name === 'slo_attainment' || name === 'http_req_failed')
        return 'good';
    if (name.startsWith('latency') || name === 'http_req_duration')
        return 'latency';
    if (name.endsWith('_above_slo_s'))
        return 'slow';
    if (name === 'scaling_reversals')
        return 'flaps';
    return name.includes('cost') ? 'cost' : 'other';
}
