import { allTogether, Latencies } from './latencies.js';
/** Latencies by interval, which may be put together to longer ones. */
export class IntervalLatencies {
    #byBin = new Map();
    /** @param bin which interval, counted from 1970 */
    add(bin, seconds) {
        const known = this.#byBin.get(bin) ?? new Latencies();
        this.#byBin.set(bin, known);
        known.add(seconds);
    }
    at(bin) {
        return this.#byBin.get(bin);
    }
    get all() {
        return allTogether(this.#byBin.values());
    }
    /** Makes each interval `factor` times as long. */
    coarsen(factor) {
        const before = this.#byBin;
        this.#byBin = new Map();
        for (const [bin, latencies] of before) {
            const into = Math.floor(bin / factor);
            const known = this.#byBin.get(into);
            if (known === undefined)
                this.#byBin.set(into, latencies);
            else
                known.addAll(latencies);
        }
    }
}
