/** So many samples of one series are kept; from there on two become one. A year by the half minute is a million. */
const SAMPLE_LIMIT = 2_097_152;
/** Samples of one series in typed columns: 16 bytes each, and never more than 32 MB. */
export class SampleColumns {
    #seconds = new Float64Array(16);
    #values = new Float64Array(16);
    #count = 0;
    /** Each kept sample stands for so many of the file; the mean of rates, the last of a counter. */
    mergedCount = 1;
    #pending = 0;
    get count() {
        return this.#count;
    }
    get seconds() {
        return this.#seconds.subarray(0, this.#count);
    }
    get values() {
        return this.#values.subarray(0, this.#count);
    }
    add(seconds, value) {
        if (this.#pending > 0) {
            const last = this.#count - 1;
            this.#values[last] += (value - this.#values[last]) / (this.#pending + 1);
            this.#pending = (this.#pending + 1) % this.mergedCount;
            return;
        }
        if (this.#count === this.#seconds.length)
            this.#grow();
        this.#seconds[this.#count] = seconds;
        this.#values[this.#count] = value;
        this.#count++;
        this.#pending = 1 % this.mergedCount;
    }
    /** Into the order of time, of samples of one instant the first. @returns how many stood there again */
    sort() {
        const { seconds, values } = this;
        let isSorted = true;
        for (let index = 1; index < seconds.length && isSorted; index++)
            isSorted = seconds[index] > seconds[index - 1];
        if (isSorted)
            return 0;
        const order = Uint32Array.from(seconds, (_, index) => index).sort((a, b) => seconds[a] - seconds[b] || a - b);
        const kept = order.filter((row, index) => index === 0 || seconds[row] !== seconds[order[index - 1]]);
        this.#seconds = Float64Array.from(kept, (row) => seconds[row]);
        this.#values = Float64Array.from(kept, (row) => values[row]);
        this.#count = kept.length;
        return order.length - kept.length;
    }
    #grow() {
        if (this.#count === SAMPLE_LIMIT) {
            this.#merge();
            return;
        }
        const [seconds, values] = [this.#seconds, this.#values];
        this.#seconds = new Float64Array(seconds.length * 2);
        this.#values = new Float64Array(values.length * 2);
        this.#seconds.set(seconds);
        this.#values.set(values);
    }
    #merge() {
        for (let index = 0; index < SAMPLE_LIMIT / 2; index++) {
            this.#seconds[index] = this.#seconds[2 * index];
            this.#values[index] = (this.#values[2 * index] + this.#values[2 * index + 1]) / 2;
        }
        this.#count = SAMPLE_LIMIT / 2;
        this.mergedCount *= 2;
    }
}
