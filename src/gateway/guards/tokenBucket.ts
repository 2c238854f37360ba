import { grown } from '../../kernel/columns.js';

/** Tokens that rounding may have lost: who sends at exactly the rate is never short of one. */
export const ROUNDING = 1e-6;

export interface TokenRate {
  readonly perSecond: number;
  /** Tokens of a full bucket, at least 1. */
  readonly burst: number;
}

/**
 * Token buckets, one a key, each full at first and filled evenly; a try takes one token.
 *
 * Hot: columns by key, filled up when looked at. Memory follows the highest key.
 * Source: RFC 2697, section 3, with tokens that flow in instead of dropping.
 */
export class TokenBuckets {
  readonly #rate: TokenRate;
  #tokens = new Float64Array(16);
  #filledSeconds = new Float64Array(16);

  constructor(rate: TokenRate) {
    this.#rate = rate;
    this.#tokens.fill(rate.burst);
  }

  /** Whether the bucket of the key holds a token now. */
  has(key: number, nowSeconds: number): boolean {
    if (key >= this.#tokens.length) this.#grow(key);
    const { perSecond, burst } = this.#rate;
    const tokens = this.#tokens[key] + (nowSeconds - this.#filledSeconds[key]) * perSecond;
    this.#tokens[key] = Math.min(burst, tokens);
    this.#filledSeconds[key] = nowSeconds;
    return tokens >= 1 - ROUNDING;
  }

  /** Takes the token that `has` found. */
  take(key: number): void {
    this.#tokens[key]--;
  }

  #grow(key: number): void {
    const before = this.#tokens.length;
    let length = before;
    while (length <= key) length *= 2;
    this.#tokens = grown(this.#tokens, length);
    this.#tokens.fill(this.#rate.burst, before);
    this.#filledSeconds = grown(this.#filledSeconds, length);
  }
}
