import { logGamma } from '../random/logGamma.js';
/**
 * Fisher's exact two-sided test of two shares of runs that have nothing to do with each other.
 *
 * With both margins given, the hits of `a` are hypergeometric; the p-value sums all tables that are no likelier than this one.
 * @see Agresti, "Categorical Data Analysis" (2002), section 3.5
 */
export function fisherPValue(a, b) {
    const hits = a.hitCount + b.hitCount;
    const logOf = (k) => logChoose(a.runCount, k) + logChoose(b.runCount, hits - k);
    const total = logChoose(a.runCount + b.runCount, hits);
    const own = logOf(a.hitCount);
    let p = 0;
    for (let k = Math.max(0, hits - b.runCount); k <= Math.min(a.runCount, hits); k++) {
        // 1e-9: the mirrored table is exactly as likely up to rounding.
        if (logOf(k) <= own + 1e-9)
            p += Math.exp(logOf(k) - total);
    }
    return Math.min(1, p);
}
function logChoose(n, k) {
    return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
