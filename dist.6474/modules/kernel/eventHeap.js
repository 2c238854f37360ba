import { grown } from './columns.js';
const SEQUENCES = 2 ** 48;
/**
 * The future events of the requests: a 4-ary heap in typed arrays.
 *
 * Hot: plain loops and preallocated arrays on purpose (no allocation, closure or string per event).
 * Order: time, then rank (what comes first at one instant), then the sequence of scheduling; never heap luck.
 * An event names a row and the row's generation, so that an event of a row used anew is recognised as stale.
 */
export class EventHeap {
    #count = 0;
    #sequence = 0;
    #times = new Float64Array(1024);
    /** rank * 2^48 + sequence: exact in a double for 2^48 events. */
    #orders = new Float64Array(1024);
    #kinds = new Uint8Array(1024);
    #rows = new Int32Array(1024);
    #generations = new Int32Array(1024);
    /** Kind, row and generation of the event that `pop` removed last. */
    kind = 0;
    row = 0;
    generation = 0;
    get count() {
        return this.#count;
    }
    /** Time of the earliest event, seconds; Infinity when there is none. A field, because the loop asks at every event. */
    nextSeconds = Number.POSITIVE_INFINITY;
    /** Rank of the earliest event; only meaningful when there is one. */
    get nextRank() {
        // A rank is small; as an integer of 32 bits it needs no object.
        return (this.#orders[0] / SEQUENCES) | 0;
    }
    push(seconds, rank, kind, row, generation) {
        if (this.#count === this.#times.length)
            this.#grow();
        const times = this.#times;
        const orders = this.#orders;
        const order = rank * SEQUENCES + this.#sequence++;
        let hole = this.#count++;
        while (hole > 0) {
            const parent = (hole - 1) >> 2;
            if (times[parent] < seconds || (times[parent] === seconds && orders[parent] < order))
                break;
            this.#move(parent, hole);
            hole = parent;
        }
        times[hole] = seconds;
        orders[hole] = order;
        this.#kinds[hole] = kind;
        this.#rows[hole] = row;
        this.#generations[hole] = generation;
        if (hole === 0)
            this.nextSeconds = seconds;
    }
    /** Removes the earliest event and leaves it in `kind`, `row` and `generation`; the heap must not be empty. */
    pop() {
        this.kind = this.#kinds[0];
        this.row = this.#rows[0];
        this.generation = this.#generations[0];
        const last = --this.#count;
        if (last > 0)
            this.#settle(last);
        this.nextSeconds = last > 0 ? this.#times[0] : Number.POSITIVE_INFINITY;
    }
    /** Puts the entry at `last` where it belongs, starting from the empty root. */
    #settle(last) {
        const times = this.#times;
        const orders = this.#orders;
        const seconds = times[last];
        const order = orders[last];
        const kind = this.#kinds[last];
        const row = this.#rows[last];
        const generation = this.#generations[last];
        let hole = 0;
        for (;;) {
            const first = hole * 4 + 1;
            if (first >= last)
                break;
            const end = Math.min(first + 4, last);
            let least = first;
            for (let child = first + 1; child < end; child++) {
                if (times[child] < times[least] || (times[child] === times[least] && orders[child] < orders[least]))
                    least = child;
            }
            if (seconds < times[least] || (seconds === times[least] && order < orders[least]))
                break;
            this.#move(least, hole);
            hole = least;
        }
        times[hole] = seconds;
        orders[hole] = order;
        this.#kinds[hole] = kind;
        this.#rows[hole] = row;
        this.#generations[hole] = generation;
    }
    #move(from, to) {
        this.#times[to] = this.#times[from];
        this.#orders[to] = this.#orders[from];
        this.#kinds[to] = this.#kinds[from];
        this.#rows[to] = this.#rows[from];
        this.#generations[to] = this.#generations[from];
    }
    #grow() {
        this.#times = grown(this.#times);
        this.#orders = grown(this.#orders);
        this.#kinds = grown(this.#kinds);
        this.#rows = grown(this.#rows);
        this.#generations = grown(this.#generations);
    }
}
