/** Buckets for each factor of two: a quantile is known to 1.1 %. */
const perDoubling = 32;
const smallestSeconds = 1e-4;
/** Up to 1,678 s; what is longer counts as that in quantiles. */
const bucketCount = 24 * perDoubling;
/**
 * Latencies of one interval, in 3 KB whatever is added.
 *
 * A log has thousands of intervals: `stats/histogram.ts` knows quantiles to 0.4 % and takes 51 KB.
 */
export class Latencies {
    #counts = new Uint32Array(bucketCount);
    #count = 0;
    #sumSeconds = 0;
    #minSeconds = Number.POSITIVE_INFINITY;
    #maxSeconds = 0;
    get count() {
        return this.#count;
    }
    /** @param seconds >= 0 */
    add(seconds) {
        this.#counts[bucketOf(seconds)]++;
        this.#count++;
        this.#sumSeconds += seconds;
        this.#minSeconds = Math.min(this.#minSeconds, seconds);
        this.#maxSeconds = Math.max(this.#maxSeconds, seconds);
    }
    addAll(other) {
        for (let bucket = 0; bucket < bucketCount; bucket++)
            this.#counts[bucket] += other.#counts[bucket];
        this.#count += other.#count;
        this.#sumSeconds += other.#sumSeconds;
        this.#minSeconds = Math.min(this.#minSeconds, other.#minSeconds);
        this.#maxSeconds = Math.max(this.#maxSeconds, other.#maxSeconds);
    }
    /** The value of nearest rank, never outside of what was added. Not for none. */
    quantileSeconds(probability) {
        const rank = Math.max(1, Math.ceil(probability * this.#count * (1 - 1e-13)));
        let [bucket, reached] = [0, this.#counts[0]];
        while (reached < rank && bucket < bucketCount - 1)
            reached += this.#counts[++bucket];
        const middle = smallestSeconds * 2 ** ((bucket + 0.5) / perDoubling);
        return Math.min(this.#maxSeconds, Math.max(this.#minSeconds, middle));
    }
    get meanSeconds() {
        return this.#sumSeconds / this.#count;
    }
    /** Null for none. */
    get facts() {
        if (this.#count === 0)
            return null;
        const [p50Seconds, p90Seconds, p95Seconds, p99Seconds] = [0.5, 0.9, 0.95, 0.99].map((one) => this.quantileSeconds(one));
        return { count: this.#count, meanSeconds: this.meanSeconds, p50Seconds, p90Seconds, p95Seconds, p99Seconds };
    }
}
function bucketOf(seconds) {
    if (seconds <= smallestSeconds)
        return 0;
    return Math.min(bucketCount - 1, Math.floor(Math.log2(seconds / smallestSeconds) * perDoubling));
}
/** All of them as one. */
export function allTogether(parts) {
    const sum = new Latencies();
    for (const part of parts)
        if (part !== undefined)
            sum.addAll(part);
    return sum;
}
