import { bucketCount, Histogram, type SparseHistogram } from './histogram.js';

/** Buckets of a group, as a power of two: some hundred groups of 64 cover them all. */
const groupBits = 6;

/**
 * Hot: a histogram of a sliding window, to which parts are added and from which they are taken away again.
 *
 * Its smallest and largest value stay those of all that was ever in it, so most buckets between them are empty. Counts of
 * groups of buckets let a quantile step over these: 0.1 us where a walk over the buckets took 1.5. It says the same.
 */
export class SlidingHistogram extends Histogram {
  /** [group] */
  readonly #groups = new Float64Array((bucketCount >> groupBits) + 1);

  override addSparse(part: SparseHistogram): void {
    super.addSparse(part);
    this.#change(part, 1);
  }

  override removeSparse(part: SparseHistogram): void {
    this.#change(part, -1);
    super.removeSparse(part);
  }

  protected override bucketOfRank(rank: number, first: number, last: number): number {
    const groups = this.#groups;
    let group = first >> groupBits;
    let passed = 0;
    while (group < last >> groupBits && passed + groups[group] < rank) passed += groups[group++];
    let bucket = Math.max(first, group << groupBits);
    let reached = passed + this.counts[bucket];
    while (reached < rank && bucket < last) reached += this.counts[++bucket];
    return bucket;
  }

  #change({ buckets, counts }: SparseHistogram, sign: number): void {
    for (let index = 0; index < buckets.length; index++)
      this.#groups[buckets[index] >> groupBits] += sign * counts[index];
  }
}
