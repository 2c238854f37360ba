import { grown } from '../kernel/columns.js';

/** Places in the order of picks for each instance: the more, the rarer the places are dealt out anew. */
const PLACES_PER_INSTANCE = 16;
/** One top of 32 groups of 32 words of 32 places. */
const smallestPlaceCount = 2 ** 15;
/** Levels below it have the row of their number for good: most loads are low, and their rows need no look. */
const lastingLevelCount = 32;

/**
 * Instances by (load, last pick): the least loaded first, ties to the one picked longest ago.
 *
 * Hot: O(1) where a heap takes log n. A pick moves an instance to the next place of one order common to all loads, and a
 * load is the set of places of its instances (a level): one bit a place, one bit for each word of 32 that is not empty (a
 * group), and one for each group. So a change of load clears one bit and sets another, and the first bit of the lowest
 * level is who is next. When the places run out, they are dealt out anew in the same order. An instance that was never
 * picked counts as picked when it was first added. A level that is not empty has a row in columns common to all levels (an
 * object a level costs twice the time), so memory follows the instances; a load itself takes 4 bytes, for a queue without
 * a limit takes it to any height. Measured with 1,000 instances (Node 20): 45 ns a request (pick, rise, fall); a 4-ary heap took 160 ns.
 */
export class LoadLevels {
  count = 0;
  /** [instanceSlot] its place, kept while it is removed; -1 when it was never here */
  #places = new Int32Array(64).fill(-1);
  /** [instanceSlot] its load; -1 when it is removed */
  #loads = new Int32Array(64).fill(-1);
  /** [place] whose place it is, if it is in a level */
  #instanceAt = new Int32Array(smallestPlaceCount);
  /** [load] the row of its level, from the lasting ones on; -1 when it has none, and then it is empty */
  #rows = new Int32Array(64).fill(-1);
  /** Rows that have been used and are empty. */
  readonly #freeRows: number[] = [];
  #usedRowCount = lastingLevelCount;
  #rowLimit = lastingLevelCount;
  /** Words of one row: one for 32 places. */
  #wordCount = smallestPlaceCount / 32;
  /** [row * wordCount + word] the places that are taken */
  #words = new Int32Array(this.#rowLimit * this.#wordCount);
  /** [row * wordCount / 32 + group] the words that are not empty */
  #groups = new Int32Array((this.#rowLimit * this.#wordCount) / 32);
  /** Words that say which groups of one row are not empty: one for 32 groups. */
  #topCount = 1;
  /** [row * topCount + top] the groups that are not empty */
  #tops = new Int32Array(this.#rowLimit);
  #nextPlace = 0;
  /** No instance has a lower load. */
  #least = 0;
  /** Picked just now and in no level yet: its load mostly rises next, and then it enters only once. -1 when nobody is. */
  #picked = -1;

  /** A new one, or one that comes back as picked when it last was. */
  add(instance: number, load: number): void {
    if (this.#picked >= 0) this.#settle();
    if (instance >= this.#places.length) this.#reserve(instance);
    this.count++;
    if (this.#places[instance] < 0) this.#takePlace(instance);
    this.#loads[instance] = load;
    this.#enter(load, this.#places[instance]);
  }

  remove(instance: number): void {
    if (this.#picked === instance) this.#picked = -1;
    else this.#leave(this.#loads[instance], this.#places[instance]);
    this.#loads[instance] = -1;
    this.count--;
  }

  /** A removed one will never come back; the next of its number is a new one. */
  forget(instance: number): void {
    if (instance < this.#places.length) this.#places[instance] = -1;
  }

  /** Whoever is next, marked as picked now; its load is not changed here. */
  pickLeast(): number {
    if (this.#picked >= 0) this.#settle();
    const top = this.#findTop();
    const group = top * 32 + lowestBit(this.#tops[top]);
    const word = group * 32 + lowestBit(this.#groups[group]);
    const place = (word & (this.#wordCount - 1)) * 32 + lowestBit(this.#words[word]);
    const instance = this.#instanceAt[place];
    this.#leave(this.#least, place);
    this.#takePlace(instance);
    this.#picked = instance;
    return instance;
  }

  /** The load changes by one, up or down. */
  loadChanged(instance: number, by: 1 | -1): void {
    const place = this.#places[instance];
    const load = this.#loads[instance];
    if (this.#picked === instance) this.#picked = -1;
    else this.#leave(load, place);
    this.#loads[instance] = load + by;
    this.#enter(load + by, place);
  }

  /** Index of the first top that is not empty, in the lowest level that is not; there must be one. */
  #findTop(): number {
    for (let load = this.#least; ; load++) {
      const row = this.#rowOf(load);
      if (row < 0) continue;
      for (let top = row * this.#topCount; top < (row + 1) * this.#topCount; top++) {
        if (this.#tops[top] === 0) continue;
        this.#least = load;
        return top;
      }
    }
  }

  /** Puts the one that was picked into the level of its load. */
  #settle(): void {
    const instance = this.#picked;
    this.#picked = -1;
    this.#enter(this.#loads[instance], this.#places[instance]);
  }

  #rowOf(load: number): number {
    return load < lastingLevelCount ? load : this.#rows[load];
  }

  #enter(load: number, place: number): void {
    if (load >= lastingLevelCount && (load >= this.#rows.length || this.#rows[load] < 0)) this.#openRow(load);
    const word = this.#rowOf(load) * this.#wordCount + (place >> 5);
    this.#words[word] |= 1 << (place & 31);
    if (load < this.#least) this.#least = load;
    const group = word >> 5;
    this.#groups[group] |= 1 << (word & 31);
    this.#tops[group >> 5] |= 1 << (group & 31);
  }

  #leave(load: number, place: number): void {
    const word = this.#rowOf(load) * this.#wordCount + (place >> 5);
    const left = this.#words[word] & ~(1 << (place & 31));
    this.#words[word] = left;
    if (left !== 0) return;
    const group = word >> 5;
    const groupLeft = this.#groups[group] & ~(1 << (word & 31));
    this.#groups[group] = groupLeft;
    if (groupLeft !== 0) return;
    const topLeft = this.#tops[group >> 5] & ~(1 << (group & 31));
    this.#tops[group >> 5] = topLeft;
    if (topLeft === 0 && load >= lastingLevelCount) this.#closeRow(load);
  }

  /** Gives the level of a load a row, which is empty. */
  #openRow(load: number): void {
    if (load >= this.#rows.length) {
      const from = this.#rows.length;
      this.#rows = grown(this.#rows, Math.max(2 * from, load + 1)).fill(-1, from);
    }
    const row = this.#freeRows.pop() ?? this.#usedRowCount++;
    this.#rows[load] = row;
    if (row < this.#rowLimit) return;
    this.#rowLimit *= 2;
    this.#words = grown(this.#words, this.#rowLimit * this.#wordCount);
    this.#groups = grown(this.#groups, this.#words.length / 32);
    this.#tops = grown(this.#tops, this.#groups.length / 32);
  }

  /** Takes the row from the level of a load if it is empty. */
  #closeRow(load: number): void {
    const row = this.#rows[load];
    for (let top = row * this.#topCount; top < (row + 1) * this.#topCount; top++) if (this.#tops[top] !== 0) return;
    this.#rows[load] = -1;
    this.#freeRows.push(row);
  }

  /** The next place; it must have none that is in a level. */
  #takePlace(instance: number): void {
    if (this.#nextPlace === this.#instanceAt.length) this.#dealAnew(instance);
    this.#places[instance] = this.#nextPlace;
    this.#instanceAt[this.#nextPlace++] = instance;
  }

  /** Gives all but one, who is in no level, the first places, in the order they have. */
  #dealAnew(except: number): void {
    const places = this.#places;
    const order: number[] = [];
    for (let place = 0; place < this.#nextPlace; place++) {
      const instance = this.#instanceAt[place];
      if (places[instance] !== place || instance === except) continue;
      order.push(instance);
      // One by one, for clearing all columns throws what the run needs out of the caches.
      if (this.#loads[instance] >= 0) this.#leave(this.#loads[instance], place);
    }
    let length = this.#instanceAt.length;
    while (length < PLACES_PER_INSTANCE * (order.length + 1)) length *= 2;
    if (length > this.#instanceAt.length) {
      this.#instanceAt = new Int32Array(length);
      this.#wordCount = length / 32;
      this.#topCount = length / smallestPlaceCount;
      this.#words = new Int32Array(this.#rowLimit * this.#wordCount);
      this.#groups = new Int32Array(this.#words.length / 32);
      this.#tops = new Int32Array(this.#groups.length / 32);
    }
    this.#nextPlace = 0;
    for (const instance of order) {
      places[instance] = this.#nextPlace;
      this.#instanceAt[this.#nextPlace++] = instance;
      if (this.#loads[instance] >= 0) this.#enter(this.#loads[instance], places[instance]);
    }
  }

  #reserve(instance: number): void {
    const from = this.#places.length;
    const length = Math.max(from * 2, instance + 1);
    this.#places = grown(this.#places, length).fill(-1, from);
    this.#loads = grown(this.#loads, length).fill(-1, from);
  }
}

/** Number of the lowest bit that is set. */
function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
