import { grown } from '../../kernel/columns.js';
import { ROUNDING, type TokenRate } from './tokenBucket.js';

/** Fewer buckets than this are not worth a sweep. */
const leastSweepCount = 1024;

/**
 * Token buckets of keys that are any numbers, as those of clients.
 *
 * A bucket that is full says what one says that was never used, so full ones are given up: when there are twice as many as
 * the last sweep left. Memory follows the keys of one filling time, never all that ever came.
 */
export class SparseTokenBuckets {
  readonly #rate: TokenRate;
  readonly #rows = new Map<number, number>();
  readonly #freeRows: number[] = [];
  #tokens = new Float64Array(16);
  #filledSeconds = new Float64Array(16);
  #sweepCount = leastSweepCount;
  #nowSeconds = 0;

  constructor(rate: TokenRate) {
    this.#rate = rate;
  }

  /** Buckets that are kept now. */
  get keptCount(): number {
    return this.#rows.size;
  }

  /** Whether the bucket of the key holds a token now. */
  has(key: number, nowSeconds: number): boolean {
    this.#nowSeconds = nowSeconds;
    const row = this.#rows.get(key);
    if (row === undefined) return true;
    const tokens = this.#tokensOf(row);
    this.#tokens[row] = tokens;
    this.#filledSeconds[row] = nowSeconds;
    return tokens >= 1 - ROUNDING;
  }

  /** Takes the token that `has` found just now. */
  take(key: number): void {
    const row = this.#rows.get(key) ?? this.#add(key);
    this.#tokens[row]--;
  }

  #tokensOf(row: number): number {
    const { perSecond, burst } = this.#rate;
    return Math.min(burst, this.#tokens[row] + (this.#nowSeconds - this.#filledSeconds[row]) * perSecond);
  }

  #add(key: number): number {
    if (this.#rows.size >= this.#sweepCount) this.#sweep();
    const row = this.#freeRows.pop() ?? this.#rows.size;
    if (row >= this.#tokens.length) {
      this.#tokens = grown(this.#tokens, 2 * row);
      this.#filledSeconds = grown(this.#filledSeconds, 2 * row);
    }
    this.#rows.set(key, row);
    this.#tokens[row] = this.#rate.burst;
    this.#filledSeconds[row] = this.#nowSeconds;
    return row;
  }

  /** Gives up the buckets that are full again. */
  #sweep(): void {
    for (const [key, row] of this.#rows) {
      if (this.#tokensOf(row) < this.#rate.burst) continue;
      this.#rows.delete(key);
      this.#freeRows.push(row);
    }
    this.#sweepCount = Math.max(leastSweepCount, 2 * this.#rows.size);
  }
}
