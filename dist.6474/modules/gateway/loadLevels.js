import { grown } from '../kernel/columns.js';
/** Places in the order of picks for each instance: the more, the rarer the places are dealt out anew. */
const PLACES_PER_INSTANCE = 16;
/** One group of 32 words of 32 places. */
const smallestPlaceCount = 2 ** 10;
/** Levels below it have the row of their number for good: most loads are low, and their rows need no look. */
const lastingLevelCount = 32;
/**
 * Instances by (load, last pick): the least loaded first, ties to the one picked longest ago.
 *
 * Hot: O(1) where a heap takes log n. A pick moves an instance to the next place of one order common to all loads, and a
 * load is the set of places of its instances (a level): one bit a place, and one for each word of 32 that is not empty (a
 * group). So a change of load clears one bit and sets another, and the first bit of the lowest level is who is next. When
 * the places run out, they are dealt out anew in the same order. An instance that was never picked counts as picked when
 * it was first added. A level that is not empty has a row in columns common to all levels (an object a level costs twice
 * the time), so memory follows the instances; a load itself takes 4 bytes, for a queue without a limit takes it to any
 * height. Measured (Node 20): the same with 10 and with 1,000 instances, where a 4-ary heap takes three times as long; a scan of
 * all loads takes less with 10 and more from 30 on.
 */
export class LoadLevels {
    count = 0;
    /** [instanceRow] its place, kept while it is removed; -1 when it was never here */
    #places = new Int32Array(64).fill(-1);
    /** [instanceRow] its load; -1 when it is removed */
    #loads = new Int32Array(64).fill(-1);
    /** [place] whose place it is, if it is in a level */
    #instanceAt = new Int32Array(smallestPlaceCount);
    /** [load] the row of its level, from the lasting ones on; -1 when it has none, and then it is empty */
    #rows = new Int32Array(64).fill(-1);
    /** Rows that have been used and are empty. */
    #freeRows = [];
    #usedRowCount = lastingLevelCount;
    #rowLimit = lastingLevelCount;
    /** [row] instances in it */
    #sizes = new Int32Array(this.#rowLimit);
    /** [row] no group before it has places; of a row that is not empty */
    #starts = new Int32Array(this.#rowLimit);
    /** A row has 2 to this words; they hold 32 places each. */
    #wordShift = Math.log2(smallestPlaceCount / 32);
    /** [row << wordShift | word] the places that are taken */
    #words = new Int32Array(this.#rowLimit << this.#wordShift);
    /** [row << wordShift - 5 | group] the words that are not empty */
    #groups = new Int32Array(this.#words.length / 32);
    #nextPlace = 0;
    /** No instance has a lower load. */
    #least = 0;
    /** Picked just now and in no level yet: its load mostly rises next, and then it enters only once. -1 when nobody is. */
    #picked = -1;
    /** A new one, or one that comes back as picked when it last was. */
    add(instance, load) {
        if (this.#picked >= 0)
            this.#settle();
        if (instance >= this.#places.length)
            this.#reserve(instance);
        this.count++;
        if (this.#places[instance] < 0)
            this.#takePlace(instance);
        this.#loads[instance] = load;
        this.#enter(load, this.#places[instance]);
    }
    remove(instance) {
        if (this.#picked === instance)
            this.#picked = -1;
        else
            this.#leave(this.#loads[instance], this.#places[instance]);
        this.#loads[instance] = -1;
        this.count--;
    }
    /** A removed one will never come back; the next of its number is a new one. */
    forget(instance) {
        if (instance < this.#places.length)
            this.#places[instance] = -1;
    }
    /** Whoever is next, marked as picked now; its load is not changed here. There must be one. */
    pickLeast() {
        if (this.#picked >= 0)
            this.#settle();
        let load = this.#least;
        while (this.#isEmpty(load))
            load++;
        this.#least = load;
        const row = this.#rowOf(load);
        let group = this.#starts[row];
        while (this.#groups[group] === 0)
            group++;
        this.#starts[row] = group;
        const word = group * 32 + lowestBit(this.#groups[group]);
        const place = (word & ((1 << this.#wordShift) - 1)) * 32 + lowestBit(this.#words[word]);
        const instance = this.#instanceAt[place];
        this.#leave(load, place);
        this.#takePlace(instance);
        this.#picked = instance;
        return instance;
    }
    /** The load changes by one, up or down. */
    loadChanged(instance, by) {
        const place = this.#places[instance];
        const load = this.#loads[instance];
        if (this.#picked === instance)
            this.#picked = -1;
        else
            this.#leave(load, place);
        this.#loads[instance] = load + by;
        this.#enter(load + by, place);
    }
    /** Puts the one that was picked into the level of its load. */
    #settle() {
        const instance = this.#picked;
        this.#picked = -1;
        this.#enter(this.#loads[instance], this.#places[instance]);
    }
    #isEmpty(load) {
        const row = this.#rowOf(load);
        return row < 0 || this.#sizes[row] === 0;
    }
    #rowOf(load) {
        return load < lastingLevelCount ? load : this.#rows[load];
    }
    #enter(load, place) {
        if (load >= lastingLevelCount && (load >= this.#rows.length || this.#rows[load] < 0))
            this.#openRow(load);
        const row = this.#rowOf(load);
        const word = (row << this.#wordShift) + (place >> 5);
        this.#words[word] |= 1 << (place & 31);
        const group = word >> 5;
        this.#groups[group] |= 1 << (word & 31);
        if (this.#sizes[row]++ === 0 || group < this.#starts[row])
            this.#starts[row] = group;
        if (load < this.#least)
            this.#least = load;
    }
    #leave(load, place) {
        const row = this.#rowOf(load);
        const word = (row << this.#wordShift) + (place >> 5);
        const left = this.#words[word] & ~(1 << (place & 31));
        this.#words[word] = left;
        if (left === 0)
            this.#groups[word >> 5] &= ~(1 << (word & 31));
        if (--this.#sizes[row] === 0 && load >= lastingLevelCount)
            this.#closeRow(load);
    }
    /** Gives the level of a load a row, which is empty. */
    #openRow(load) {
        if (load >= this.#rows.length) {
            const from = this.#rows.length;
            this.#rows = grown(this.#rows, Math.max(2 * from, load + 1)).fill(-1, from);
        }
        const row = this.#freeRows.pop() ?? this.#usedRowCount++;
        this.#rows[load] = row;
        if (row < this.#rowLimit)
            return;
        this.#rowLimit *= 2;
        this.#sizes = grown(this.#sizes);
        this.#starts = grown(this.#starts);
        this.#words = grown(this.#words);
        this.#groups = grown(this.#groups);
    }
    #closeRow(load) {
        this.#freeRows.push(this.#rows[load]);
        this.#rows[load] = -1;
    }
    /** The next place; it must have none that is in a level. */
    #takePlace(instance) {
        if (this.#nextPlace === this.#instanceAt.length)
            this.#dealAnew(instance);
        this.#places[instance] = this.#nextPlace;
        this.#instanceAt[this.#nextPlace++] = instance;
    }
    /** Gives all but one, who is in no level, the first places, in the order they have. */
    #dealAnew(except) {
        const places = this.#places;
        const order = [];
        for (let place = 0; place < this.#nextPlace; place++) {
            const instance = this.#instanceAt[place];
            if (places[instance] !== place || instance === except)
                continue;
            order.push(instance);
            // One by one, for clearing all columns throws what the run needs out of the caches.
            if (this.#loads[instance] >= 0)
                this.#leave(this.#loads[instance], place);
        }
        while (this.#instanceAt.length < PLACES_PER_INSTANCE * (order.length + 1)) {
            this.#instanceAt = new Int32Array(2 * this.#instanceAt.length);
            this.#wordShift++;
        }
        if (this.#words.length < this.#rowLimit << this.#wordShift) {
            this.#words = new Int32Array(this.#rowLimit << this.#wordShift);
            this.#groups = new Int32Array(this.#words.length / 32);
        }
        this.#nextPlace = 0;
        for (const instance of order) {
            places[instance] = this.#nextPlace;
            this.#instanceAt[this.#nextPlace++] = instance;
            if (this.#loads[instance] >= 0)
                this.#enter(this.#loads[instance], places[instance]);
        }
    }
    #reserve(instance) {
        const from = this.#places.length;
        const length = Math.max(from * 2, instance + 1);
        this.#places = grown(this.#places, length).fill(-1, from);
        this.#loads = grown(this.#loads, length).fill(-1, from);
    }
}
/** Number of the lowest bit that is set. */
function lowestBit(word) {
    return 31 - Math.clz32(word & -word);
}
