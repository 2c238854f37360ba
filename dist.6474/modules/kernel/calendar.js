/**
 * The rare events of a run: ticks, scrapes, faults, instances becoming ready.
 *
 * They are barriers between stretches of request events, so a heap of objects is fast enough (a few per virtual
 * second). Order as in EventHeap: time, rank, sequence.
 */
export class Calendar {
    #heap = [];
    #sequence = 0;
    /** The earliest scheduled event, cancelled or not. A field, because the loop asks at every event. */
    first;
    /** The earliest scheduled event, without removing it; cancelled ones are dropped on the way. */
    peek() {
        while (this.#heap.length > 0 && this.#heap[0].action === undefined)
            this.#removeFirst();
        return this.first;
    }
    at(seconds, rank, action) {
        const entry = {
            seconds,
            rank,
            sequence: this.#sequence++,
            action,
            cancel() {
                this.action = undefined;
            },
        };
        this.#heap.push(entry);
        this.#up(this.#heap.length - 1);
        [this.first] = this.#heap;
        return entry;
    }
    /** Removes the earliest scheduled event and carries it out; the calendar must not be empty. */
    runNext() {
        const { action } = this.#heap[0];
        this.#removeFirst();
        action?.();
    }
    #removeFirst() {
        const last = this.#heap.pop();
        if (last !== undefined && this.#heap.length > 0) {
            this.#heap[0] = last;
            this.#down(0);
        }
        [this.first] = this.#heap;
    }
    #up(start) {
        const heap = this.#heap;
        for (let child = start; child > 0;) {
            const parent = (child - 1) >> 1;
            if (before(heap[parent], heap[child]))
                return;
            [heap[parent], heap[child]] = [heap[child], heap[parent]];
            child = parent;
        }
    }
    #down(start) {
        const heap = this.#heap;
        for (let parent = start;;) {
            const left = parent * 2 + 1;
            if (left >= heap.length)
                return;
            const least = left + 1 < heap.length && before(heap[left + 1], heap[left]) ? left + 1 : left;
            if (before(heap[parent], heap[least]))
                return;
            [heap[parent], heap[least]] = [heap[least], heap[parent]];
            parent = least;
        }
    }
}
function before(a, b) {
    if (a.seconds !== b.seconds)
        return a.seconds < b.seconds;
    return a.rank !== b.rank ? a.rank < b.rank : a.sequence < b.sequence;
}
