import { grown } from './columns.js';
/**
 * One time per row, the earliest on top; a row's time can be changed in place. Infinity: nothing is due there.
 *
 * Hot: holds the next CPU completion of every instance. A 4-ary heap with each row's position, so that a change costs a
 * sift and leaves no stale entry behind; times stand in the heap's order, where their comparison needs no row. Ties break
 * by the lower row.
 */
export class IndexedHeap {
    #count = 0;
    #due = new Float64Array(1);
    /** [position] */
    #rows = new Int32Array(64);
    /** [position] seconds */
    #times = new Float64Array(64);
    /** [row] position in the heap + 1; 0 when it never had a time */
    #positions = new Int32Array(64);
    /** The earliest time. A field, because the loop asks at every event. */
    nextSeconds = Number.POSITIVE_INFINITY;
    /** The row with the earliest time; only meaningful when `nextSeconds` is finite. */
    get nextRow() {
        return this.#rows[0];
    }
    /** Sets the row's time. Through a column, because a number that is handed to a function becomes an object. */
    set(row, seconds) {
        this.#due[0] = seconds;
        this.#set(row);
    }
    #set(row) {
        const position = this.#positionOf(row);
        this.#times[position] = this.#due[0];
        this.#settle(position);
    }
    #positionOf(row) {
        if (row >= this.#positions.length)
            this.#reserve(row);
        if (this.#positions[row] === 0) {
            this.#positions[row] = ++this.#count;
            this.#rows[this.#count - 1] = row;
        }
        return this.#positions[row] - 1;
    }
    /** Moves the entry at this position to where its time belongs. */
    #settle(position) {
        const times = this.#times;
        const rows = this.#rows;
        const seconds = times[position];
        const row = rows[position];
        let hole = position;
        while (hole > 0) {
            const parent = (hole - 1) >> 2;
            if (times[parent] < seconds || (times[parent] === seconds && rows[parent] < row))
                break;
            this.#move(parent, hole);
            hole = parent;
        }
        if (hole === position)
            hole = this.#sink(position);
        times[hole] = seconds;
        rows[hole] = row;
        this.#positions[row] = hole + 1;
        this.nextSeconds = times[0];
    }
    /** Lifts what is earlier than the entry at this position. @returns where it belongs */
    #sink(position) {
        const times = this.#times;
        const rows = this.#rows;
        const count = this.#count;
        const seconds = times[position];
        const row = rows[position];
        let hole = position;
        for (;;) {
            const first = hole * 4 + 1;
            if (first >= count)
                return hole;
            const end = Math.min(first + 4, count);
            let least = first;
            for (let child = first + 1; child < end; child++) {
                if (times[child] < times[least] || (times[child] === times[least] && rows[child] < rows[least]))
                    least = child;
            }
            if (seconds < times[least] || (seconds === times[least] && row < rows[least]))
                return hole;
            this.#move(least, hole);
            hole = least;
        }
    }
    #move(from, to) {
        const row = this.#rows[from];
        this.#times[to] = this.#times[from];
        this.#rows[to] = row;
        this.#positions[row] = to + 1;
    }
    #reserve(row) {
        const length = Math.max(this.#positions.length * 2, row + 1);
        this.#rows = grown(this.#rows, length);
        this.#times = grown(this.#times, length);
        this.#positions = grown(this.#positions, length);
    }
}
