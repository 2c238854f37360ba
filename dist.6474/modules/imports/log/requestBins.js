/** Bins of a trace at most: 58 days of seconds. */
export const binCountLimit = 5_000_000;
/**
 * Requests counted by interval, in whatever order they come: servers write a request when it ends.
 *
 * Memory follows the intervals with requests, not the lines.
 */
export class RequestBins {
    #intervalSeconds;
    #requests = new Map();
    #errors = new Map();
    #firstBin = Number.POSITIVE_INFINITY;
    #lastBin = Number.NEGATIVE_INFINITY;
    firstSeconds = Number.POSITIVE_INFINITY;
    lastSeconds = Number.NEGATIVE_INFINITY;
    requestCount = 0;
    errorCount = 0;
    constructor(intervalSeconds) {
        this.#intervalSeconds = intervalSeconds;
    }
    get intervalSeconds() {
        return this.#intervalSeconds;
    }
    /** Makes each interval `factor` times as long; a whole number. */
    coarsen(factor) {
        this.#intervalSeconds *= factor;
        this.#requests = together(this.#requests, factor);
        this.#errors = together(this.#errors, factor);
        this.#firstBin = Math.floor(this.#firstBin / factor);
        this.#lastBin = Math.floor(this.#lastBin / factor);
    }
    add({ seconds, status = 0 }) {
        const bin = Math.floor(seconds / this.intervalSeconds);
        this.requestCount++;
        this.#requests.set(bin, (this.#requests.get(bin) ?? 0) + 1);
        if (status >= 500) {
            this.errorCount++;
            this.#errors.set(bin, (this.#errors.get(bin) ?? 0) + 1);
        }
        this.#firstBin = Math.min(this.#firstBin, bin);
        this.#lastBin = Math.max(this.#lastBin, bin);
        this.firstSeconds = Math.min(this.firstSeconds, seconds);
        this.lastSeconds = Math.max(this.lastSeconds, seconds);
    }
    /**
     * Takes away a first and a last interval that the log covers in part: requests are missing there, and a replay would begin and
     * end with a load that never was.
     *
     * One is partial when more time is empty at its outer side than three times what lies between two requests on average, or a
     * second, since servers stamp whole seconds. A log of fewer than three intervals keeps them.
     */
    dropPartial() {
        const inside = this.requestCount - this.#countAt(this.#firstBin) - this.#countAt(this.#lastBin);
        if (this.binCount < 3 || inside === 0)
            return [];
        const gapSeconds = Math.max(1, (3 * (this.lastSeconds - this.firstSeconds)) / this.requestCount);
        const begin = this.#firstBin * this.intervalSeconds;
        const end = (this.#lastBin + 1) * this.intervalSeconds;
        const dropped = [];
        if (this.firstSeconds - begin > gapSeconds)
            dropped.push(this.#drop('first', this.#firstBin++));
        if (end - this.lastSeconds > gapSeconds)
            dropped.push(this.#drop('last', this.#lastBin--));
        return dropped;
    }
    #countAt(bin) {
        return this.#requests.get(bin) ?? 0;
    }
    #drop(side, bin) {
        const requestCount = this.#countAt(bin);
        this.requestCount -= requestCount;
        this.errorCount -= this.#errors.get(bin) ?? 0;
        return { side, seconds: bin * this.intervalSeconds, requestCount };
    }
    /** Intervals from the first to the last request. */
    get binCount() {
        return this.#lastBin - this.#firstBin + 1;
    }
    /** All intervals from the first to the last, empty ones too: a log that is silent says that nobody came. */
    *[Symbol.iterator]() {
        for (let bin = this.#firstBin; bin <= this.#lastBin; bin++) {
            yield {
                seconds: bin * this.intervalSeconds,
                requestCount: this.#requests.get(bin) ?? 0,
                errorCount: this.#errors.get(bin) ?? 0,
            };
        }
    }
}
function together(counts, factor) {
    const sums = new Map();
    for (const [bin, count] of counts) {
        const into = Math.floor(bin / factor);
        sums.set(into, (sums.get(into) ?? 0) + count);
    }
    return sums;
}
