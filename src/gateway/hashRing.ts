import { keyHash } from '../random/keyHash.js';

/** Points of an instance for each unit of its weight, as of nginx' `hash ... consistent`. */
export const pointsOfWeight = 160;
/** A place and the row of whose it is make one double, which sorts by place: 32 bits and 20. */
const rowSpan = 2 ** 20;

/**
 * A circle of 2^32 places with points of instances on it.
 *
 * Where an instance's points are depends on its launch number and the salt alone: whoever comes or goes moves nobody
 * else. Points lie sorted in one column; newcomers are merged into it all together, at the first look after they came.
 *
 * @see Karger et al., "Consistent Hashing and Random Trees" (1997)
 */
export class HashRing {
  readonly #salt: number;
  #points = new Float64Array(0);
  #newPoints: number[] = [];

  constructor(salt: number) {
    this.#salt = salt;
  }

  add(row: number, { launchNumber, pointCount }: { readonly launchNumber: number; readonly pointCount: number }): void {
    for (let point = 0; point < pointCount; point++) {
      const place = keyHash([this.#salt, launchNumber, point])[0] >>> 0;
      this.#newPoints.push(place * rowSpan + row);
    }
  }

  /** Takes out the points of all rows but these. */
  keep(isKept: (row: number) => boolean): void {
    this.#points = this.#points.filter((point) => isKept(rowOf(point)));
    this.#newPoints = this.#newPoints.filter((point) => isKept(rowOf(point)));
  }

  get length(): number {
    if (this.#newPoints.length > 0) this.#merge();
    return this.#points.length;
  }

  /** Number of the first point at this place or after it, in 0..length; length when there is none. */
  firstFrom(place: number): number {
    let low = 0;
    let high = this.length;
    const from = place * rowSpan;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#points[middle] < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whose the point of this number is. */
  rowAt(point: number): number {
    return rowOf(this.#points[point]);
  }

  #merge(): void {
    const [old, added] = [this.#points, Float64Array.from(this.#newPoints).sort()];
    const all = new Float64Array(old.length + added.length);
    let [fromOld, fromAdded] = [0, 0];
    for (let point = 0; point < all.length; point++) {
      const isOld = fromAdded === added.length || (fromOld < old.length && old[fromOld] < added[fromAdded]);
      all[point] = isOld ? old[fromOld++] : added[fromAdded++];
    }
    this.#points = all;
    this.#newPoints = [];
  }
}

function rowOf(point: number): number {
  return point - Math.floor(point / rowSpan) * rowSpan;
}
