/** Normal's quantiles. */
const z = { p90: 1.2816, p95: 1.6449, p99: 2.3263 };
/**
 * Spread of the latency where hardly anything waits, as that of a lognormal distribution: sigma = ln(p95 / p50) / 1.645, with p90
 * (1.282) or p99 (2.326) where p95 is missing; by the mean and one quantile where the median is missing: sigma solves
 * z sigma - sigma^2 / 2 = ln(quantile / mean), the smaller root. cv = sqrt(exp(sigma^2) - 1), mean = p50 exp(sigma^2 / 2).
 *
 * @returns undefined where fewer than two numbers are known, or they contradict each other
 */
export function spreadOf(calm) {
    const tail = ['p95', 'p90', 'p99'].find((name) => calm[name] !== undefined);
    const high = tail === undefined ? undefined : calm[tail]?.value;
    if (tail === undefined || high === undefined)
        return undefined;
    const [median, mean] = [calm.p50?.value, calm.mean?.value];
    if (median !== undefined && median > 0) {
        const sigma = Math.log(high / median) / z[tail];
        if (!(sigma >= 0))
            return undefined;
        const meanSeconds = mean ?? median * Math.exp(sigma ** 2 / 2);
        return { cv: cvOf(sigma), meanSeconds, by: `p50 and ${tail}`, isMeanKnown: mean !== undefined };
    }
    if (mean === undefined || !(mean > 0))
        return undefined;
    const root = z[tail] ** 2 - 2 * Math.log(high / mean);
    if (root < 0 || high < mean)
        return undefined;
    return { cv: cvOf(z[tail] - Math.sqrt(root)), meanSeconds: mean, by: `mean and ${tail}`, isMeanKnown: true };
}
function cvOf(sigma) {
    return Math.sqrt(Math.expm1(sigma ** 2));
}
