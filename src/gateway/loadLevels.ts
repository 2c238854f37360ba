import { grown } from '../kernel/columns.js';

/** Places in the order of picks for each instance: the more, the rarer the places are dealt out anew. */
const PLACES_PER_INSTANCE = 16;
const smallestPlaceCount = 1024;

/** The instances of one load, as a set of places: one bit a place, and one bit for each word that is not empty. */
interface Level {
  readonly words: Int32Array;
  readonly summary: Int32Array;
  count: number;
}

/**
 * Ready instances by (load, last pick): the least loaded first, ties to the one picked longest ago.
 *
 * Hot: O(1) where a heap takes log n. A pick moves an instance to the next place of one order common to all loads, and a
 * load is the set of places of its instances; so a change of load clears one bit and sets another, and the first bit
 * of the lowest set is who is next. When the places run out, they are dealt out anew in the same order. An instance that
 * was never picked counts as picked when it was added. Measured with 1,000 instances: 25 ns a request (pick, rise, fall);
 * a 4-ary heap took 160 ns.
 */
export class LoadLevels {
  count = 0;
  /** [instanceSlot] its place; -1 when absent */
  #places = new Int32Array(64).fill(-1);
  /** [instanceSlot] */
  #loads = new Int32Array(64);
  /** [place] whose place it is, if it is in a level */
  #instanceAt = new Int32Array(smallestPlaceCount);
  /** [load] */
  #levels: (Level | undefined)[] = [];
  /** Emptied levels of loads that came to their end. */
  #spare: Level[] = [];
  #nextPlace = 0;
  /** No instance has a lower load. */
  #least = 0;

  /** Load of whoever is next; only meaningful when count > 0. */
  get leastLoad(): number {
    const levels = this.#levels;
    let least = this.#least;
    while (levels[least] === undefined) least++;
    this.#least = least;
    return least;
  }

  add(instance: number, load: number): void {
    if (instance >= this.#places.length) this.#reserve(instance);
    this.count++;
    this.#loads[instance] = load;
    this.#takePlace(instance);
    this.#enter(instance, load);
  }

  remove(instance: number): void {
    if (this.#places[instance] < 0) return;
    this.#leave(instance, this.#loads[instance]);
    this.#places[instance] = -1;
    this.count--;
  }

  /** Whoever is next, marked as picked now; its load is not changed here. */
  pickLeast(): number {
    const load = this.leastLoad;
    const { words, summary } = this.#levels[load] as Level; // safe: leastLoad is a level with somebody
    let group = 0;
    while (summary[group] === 0) group++;
    const word = group * 32 + lowestBit(summary[group]);
    const instance = this.#instanceAt[word * 32 + lowestBit(words[word])];
    this.#leave(instance, load);
    this.#takePlace(instance);
    this.#enter(instance, load);
    return instance;
  }

  /** The load changes by one, up or down. */
  loadChanged(instance: number, by: 1 | -1): void {
    const load = this.#loads[instance];
    if (this.#places[instance] < 0) return;
    this.#leave(instance, load);
    this.#loads[instance] = load + by;
    this.#enter(instance, load + by);
  }

  #enter(instance: number, load: number): void {
    let level = this.#levels[load];
    if (level === undefined) {
      level = this.#spare.pop() ?? newLevel(this.#instanceAt.length);
      this.#levels[load] = level;
    }
    const place = this.#places[instance];
    const word = place >> 5;
    level.count++;
    level.words[word] |= 1 << (place & 31);
    level.summary[word >> 5] |= 1 << (word & 31);
    if (load < this.#least) this.#least = load;
  }

  #leave(instance: number, load: number): void {
    const level = this.#levels[load] as Level; // safe: who has a load is in its level
    const place = this.#places[instance];
    const word = place >> 5;
    const left = level.words[word] & ~(1 << (place & 31));
    level.words[word] = left;
    if (left === 0) level.summary[word >> 5] &= ~(1 << (word & 31));
    if (--level.count > 0) return;
    this.#spare.push(level);
    this.#levels[load] = undefined;
  }

  /** The next place; it must have none that is in a level. */
  #takePlace(instance: number): void {
    if (this.#nextPlace === this.#instanceAt.length) this.#dealAnew(instance);
    this.#places[instance] = this.#nextPlace;
    this.#instanceAt[this.#nextPlace++] = instance;
  }

  /** Gives all but one the first places, in the order they have. */
  #dealAnew(except: number): void {
    const places = this.#places;
    const order: number[] = [];
    for (let place = 0; place < this.#nextPlace; place++) {
      const instance = this.#instanceAt[place];
      if (places[instance] === place && instance !== except) order.push(instance);
    }
    let length = smallestPlaceCount;
    while (length < PLACES_PER_INSTANCE * (order.length + 1)) length *= 2;
    if (length > this.#instanceAt.length) this.#instanceAt = new Int32Array(length);
    this.#levels = [];
    this.#spare = [];
    this.#nextPlace = 0;
    for (const instance of order) {
      places[instance] = this.#nextPlace;
      this.#instanceAt[this.#nextPlace++] = instance;
      this.#enter(instance, this.#loads[instance]);
    }
  }

  #reserve(instance: number): void {
    const from = this.#places.length;
    const length = Math.max(from * 2, instance + 1);
    this.#places = grown(this.#places, length).fill(-1, from);
    this.#loads = grown(this.#loads, length);
  }
}

function newLevel(placeCount: number): Level {
  const wordCount = placeCount / 32;
  return { words: new Int32Array(wordCount), summary: new Int32Array(wordCount / 32), count: 0 };
}

/** Number of the lowest bit that is set. */
function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
