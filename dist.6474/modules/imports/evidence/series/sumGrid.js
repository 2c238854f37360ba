import { stepOf } from './points.js';
/** Most slots; beyond them two become one. */
const SLOT_LIMIT = 2_097_152;
/** Several series as one, by slots of one width. Prometheus aligns all series of an answer, so mostly a slot is an instant. */
export class SumGrid {
    #combination;
    #originSeconds;
    #stepSeconds;
    /** Slot of the first place in the columns. */
    #firstSlot = 0;
    #sums = new Float64Array(0);
    #counts = new Uint32Array(0);
    /** The first series gives the slots. */
    constructor(first, combination) {
        this.#combination = combination;
        this.#originSeconds = first.seconds[0];
        this.#stepSeconds = stepOf(first.seconds) ?? 1;
        this.add(first);
    }
    add({ seconds, values }) {
        if (seconds.length === 0)
            return;
        this.#reach(seconds[0], seconds[seconds.length - 1]);
        for (let index = 0; index < seconds.length;) {
            const slot = this.#slotOf(seconds[index]);
            // Of one series a slot gets one value: the mean, where its steps are shorter.
            let [sum, count] = [0, 0];
            for (; index < seconds.length && this.#slotOf(seconds[index]) === slot; index++, count++)
                sum += values[index];
            const place = slot - this.#firstSlot;
            if (this.#combination === 'first' && this.#counts[place] > 0)
                continue;
            this.#sums[place] += sum / count;
            this.#counts[place]++;
        }
    }
    points() {
        const isMean = this.#combination === 'mean';
        const places = [];
        for (let place = 0; place < this.#counts.length; place++)
            if (this.#counts[place] > 0)
                places.push(place);
        return {
            seconds: Float64Array.from(places, (place) => this.#originSeconds + (place + this.#firstSlot) * this.#stepSeconds),
            values: Float64Array.from(places, (place) => this.#sums[place] / (isMean ? this.#counts[place] : 1)),
        };
    }
    #slotOf(second) {
        return Math.round((second - this.#originSeconds) / this.#stepSeconds);
    }
    /** Makes room for these instants, with wider slots where there would be too many. */
    #reach(from, to) {
        const isEmpty = this.#counts.length === 0;
        const last = this.#firstSlot + this.#counts.length - 1;
        const first = isEmpty ? this.#slotOf(from) : Math.min(this.#firstSlot, this.#slotOf(from));
        const end = isEmpty ? this.#slotOf(to) : Math.max(last, this.#slotOf(to));
        if (end - first >= SLOT_LIMIT) {
            this.#widen();
            this.#reach(from, to);
            return;
        }
        if (!isEmpty && first === this.#firstSlot && end === last)
            return;
        // Half as much again at the end, so that a growing file is not copied for each of its series.
        const room = Math.ceil((end - first + 1) * (isEmpty ? 1 : 1.5));
        const [sums, counts] = [new Float64Array(room), new Uint32Array(room)];
        sums.set(this.#sums, isEmpty ? 0 : this.#firstSlot - first);
        counts.set(this.#counts, isEmpty ? 0 : this.#firstSlot - first);
        [this.#sums, this.#counts, this.#firstSlot] = [sums, counts, first];
    }
    /** Two slots become one: of what each held the mean. */
    #widen() {
        const { seconds, values } = this.points();
        const counts = this.#counts.filter((count) => count > 0);
        this.#stepSeconds *= 2;
        [this.#sums, this.#counts, this.#firstSlot] = [new Float64Array(0), new Uint32Array(0), 0];
        if (seconds.length === 0)
            return;
        this.#reach(seconds[0], seconds[seconds.length - 1]);
        const parts = new Uint32Array(this.#counts.length);
        for (let index = 0; index < seconds.length; index++) {
            const place = this.#slotOf(seconds[index]) - this.#firstSlot;
            parts[place]++;
            this.#sums[place] += (values[index] - this.#sums[place]) / parts[place];
            this.#counts[place] = Math.max(this.#counts[place], counts[index]);
        }
        if (this.#combination === 'mean')
            for (let place = 0; place < this.#sums.length; place++)
                this.#sums[place] *= this.#counts[place];
    }
}
