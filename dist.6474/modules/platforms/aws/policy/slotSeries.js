/**
 * The CloudWatch datapoints of one metric, one a slot of 10, 20, 30 or 60 s, as far back as the longest alarm looks.
 *
 * A slot without a datapoint stays undefined: missing, not zero.
 */
export class SlotSeries {
    #values = [];
    slotSeconds;
    #limitCount;
    #spacingMaxCount;
    #endSlot;
    #newestSlot;
    #spacingCount = 1;
    constructor({ slotSeconds, lookSeconds }) {
        this.slotSeconds = slotSeconds;
        this.#limitCount = Math.ceil(lookSeconds / slotSeconds);
        this.#spacingMaxCount = Math.ceil(SPACING_MAX_SECONDS / slotSeconds);
    }
    /** Appends the datapoint of the slot that ends at `slot` times its length; slots that nobody told of are missing. */
    append(slot, value) {
        const gap = Math.min(slot - (this.#endSlot ?? slot - 1) - 1, this.#limitCount);
        for (let skipped = 0; skipped < gap; skipped++)
            this.#values.push(undefined);
        this.#values.push(value);
        this.#values.splice(0, this.#values.length - this.#limitCount);
        this.#endSlot = slot;
        if (value === undefined)
            return;
        const spacing = this.#newestSlot === undefined ? 1 : slot - this.#newestSlot;
        this.#spacingCount = Math.min(spacing, this.#spacingMaxCount);
        this.#newestSlot = slot;
    }
    /** The slot of the newest entry, missing or not. */
    get endSlot() {
        return this.#endSlot;
    }
    /** Newest last. */
    get values() {
        return this.#values;
    }
    /** The newest datapoint while the next one is not overdue; undefined once data is missing. */
    get current() {
        if (this.#newestSlot === undefined || this.#endSlot === undefined)
            return undefined;
        const isDue = this.#endSlot - this.#newestSlot >= this.#spacingCount;
        return isDue ? undefined : this.#values.findLast(isKnown);
    }
    /** Datapoints of whole periods that have ended, aligned to the clock, newest last. */
    periods(rowCount, fold) {
        if (rowCount === 1)
            return this.#values.map((value) => (value === undefined ? undefined : fold([value])));
        const openCount = (this.#endSlot ?? 0) % rowCount;
        const closed = this.#values.slice(0, this.#values.length - openCount);
        const points = [];
        for (let end = closed.length; end > 0; end -= rowCount) {
            const known = closed.slice(Math.max(0, end - rowCount), end).filter(isKnown);
            points.unshift(known.length === 0 ? undefined : fold(known));
        }
        return points;
    }
}
/** What CloudWatch's basic monitoring leaves between two datapoints: the most that counts as regular. */
const SPACING_MAX_SECONDS = 300;
function isKnown(value) {
    return value !== undefined;
}
