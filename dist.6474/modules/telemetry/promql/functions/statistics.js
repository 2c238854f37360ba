/** What Prometheus makes of a list of values, >= 1 of them. */
export const statistics = {
    sum: (values) => values.reduce((sum, value) => sum + value, 0),
    avg: (values) => statistics.sum(values) / values.length,
    max: (values) => values.reduce((best, value) => (value > best || Number.isNaN(best) ? value : best)),
    min: (values) => values.reduce((best, value) => (value < best || Number.isNaN(best) ? value : best)),
    count: (values) => values.length,
    group: () => 1,
    present: () => 1,
    last: (values) => values[values.length - 1],
    first: (values) => values[0],
    stdvar: (values) => {
        const mean = statistics.avg(values);
        return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    },
    stddev: (values) => Math.sqrt(statistics.stdvar(values)),
};
/** Linear between the two values around the rank. Source: `quantile` of Prometheus, promql/quantile.go. */
export function quantileOf(probability, values) {
    if (values.length === 0 || Number.isNaN(probability))
        return Number.NaN;
    if (probability < 0)
        return Number.NEGATIVE_INFINITY;
    if (probability > 1)
        return Number.POSITIVE_INFINITY;
    const sorted = [...values].sort((a, b) => a - b);
    const rank = probability * (sorted.length - 1);
    const lower = Math.max(0, Math.floor(rank));
    const upper = Math.min(sorted.length - 1, lower + 1);
    const weight = rank - Math.floor(rank);
    return sorted[lower] * (1 - weight) + sorted[upper] * weight;
}
