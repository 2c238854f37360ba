/**
 * The rate curve of a trace: two numbers (16 bytes) a row, not the rows.
 *
 * Rates that rise or fall within a row come from interpolated gaps only, which are few; they are kept aside.
 * `at` takes O(log rows), `integral` the rows inside its range.
 * @param segments in time order and without holes between them
 */
export function traceCurve(segments) {
    const begins = new NumberColumn();
    const rates = new NumberColumn();
    const sloped = new Map();
    let endSeconds = Number.NEGATIVE_INFINITY;
    for (const segment of segments) {
        const { fromSeconds, lengthSeconds } = segment;
        const rate = segment.rateAt(0);
        if (segment.rateAt(lengthSeconds) !== rate)
            sloped.set(begins.length, segment);
        begins.push(fromSeconds);
        rates.push(rate);
        endSeconds = fromSeconds + lengthSeconds;
    }
    const endOf = (row) => (row + 1 < begins.length ? begins.at(row + 1) : endSeconds);
    return {
        at: (seconds) => {
            const row = lastAtOrBefore(begins, seconds);
            if (row < 0 || seconds >= endSeconds)
                return 0;
            return sloped.get(row)?.rateAt(seconds - begins.at(row)) ?? rates.at(row);
        },
        integral: (fromSeconds, toSeconds) => {
            let total = 0;
            for (let row = Math.max(0, lastAtOrBefore(begins, fromSeconds)); row < begins.length; row++) {
                const begin = begins.at(row);
                if (begin >= toSeconds)
                    break;
                const from = Math.max(fromSeconds, begin) - begin;
                const to = Math.min(toSeconds, endOf(row)) - begin;
                if (to <= from)
                    continue;
                const segment = sloped.get(row);
                total += segment === undefined ? rates.at(row) * (to - from) : segment.areaAt(to) - segment.areaAt(from);
            }
            return total;
        },
        pieces: function* () {
            for (let row = 0; row < begins.length; row++) {
                yield { fromSeconds: begins.at(row), shape: sloped.has(row) ? 'linear' : 'constant' };
            }
            if (begins.length > 0)
                yield { fromSeconds: endSeconds, shape: 'constant' };
        },
    };
}
/** Index of the last value <= `wanted` of an ascending column; -1 when there is none. */
function lastAtOrBefore(column, wanted) {
    let low = -1;
    let high = column.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (column.at(middle) <= wanted)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
/** Doubles in a row, 8 bytes each; grows by doubling. */
class NumberColumn {
    #values = new Float64Array(1024);
    length = 0;
    push(value) {
        if (this.length === this.#values.length) {
            const grown = new Float64Array(this.length * 2);
            grown.set(this.#values);
            this.#values = grown;
        }
        this.#values[this.length++] = value;
    }
    at(index) {
        return this.#values[index];
    }
}
