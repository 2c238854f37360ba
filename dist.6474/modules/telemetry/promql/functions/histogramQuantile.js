import { keyOf, withoutName } from '../vector.js';
/** `histogram_quantile`: one value for each set of labels beside `le`. */
export function histogramQuantile(probability, entries) {
    const groups = new Map();
    for (const { labels, value } of entries) {
        const { le, ...rest } = withoutName(labels);
        const bound = le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le ?? Number.NaN);
        if (Number.isNaN(bound))
            continue;
        const key = keyOf(rest);
        const group = groups.get(key) ?? { labels: rest, buckets: [] };
        group.buckets.push({ le: bound, count: value });
        groups.set(key, group);
    }
    return [...groups.values()].map(({ labels, buckets }) => ({ labels, value: bucketQuantile(probability, buckets) }));
}
/**
 * Linear within the bucket that holds the rank; the last finite bound where that is the one to infinity.
 *
 * Source: bucketQuantile of Prometheus, promql/quantile.go.
 */
function bucketQuantile(probability, unsorted) {
    if (Number.isNaN(probability))
        return Number.NaN;
    if (probability < 0)
        return Number.NEGATIVE_INFINITY;
    if (probability > 1)
        return Number.POSITIVE_INFINITY;
    const buckets = monotonic([...unsorted].sort((a, b) => a.le - b.le));
    const last = buckets[buckets.length - 1];
    if (buckets.length < 2 || last.le !== Number.POSITIVE_INFINITY || !(last.count > 0))
        return Number.NaN;
    const rank = probability * last.count;
    const found = buckets.slice(0, -1).findIndex(({ count }) => count >= rank);
    if (found < 0)
        return buckets[buckets.length - 2].le;
    const { le, count } = buckets[found];
    if (found === 0 && le <= 0)
        return le;
    const begin = found === 0 ? 0 : buckets[found - 1].le;
    const below = found === 0 ? 0 : buckets[found - 1].count;
    return begin + (le - begin) * ((rank - below) / (count - below));
}
/** Rates of buckets that rounding has put out of order are brought up to the one below. */
function monotonic(buckets) {
    let most = 0;
    return buckets.map(({ le, count }) => {
        most = Math.max(most, count);
        return { le, count: most };
    });
}
