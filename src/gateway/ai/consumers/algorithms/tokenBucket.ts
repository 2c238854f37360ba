import { z } from 'zod';
import { type Allowance, allowanceOf, MINUTE_SECONDS } from '../allowance.js';

export const tokenBucket = allowanceOf({
  name: 'token-bucket',
  summary: "a bucket of one minute's allowance that fills evenly",
  schema: z.strictObject({}).prefault({}),
  build: (_, { perMinute }) => new Bucket(perMinute),
});

/** Full at first. Source: RFC 2697, section 3, with a bucket that may go below 0. */
class Bucket implements Allowance {
  readonly #size: number;
  readonly #perSecond: number;
  #balance: number;
  #filledSeconds = 0;

  constructor(perMinute: number) {
    this.#size = perMinute;
    this.#perSecond = perMinute / MINUTE_SECONDS;
    this.#balance = perMinute;
  }

  left(nowSeconds: number): number {
    const flown = (nowSeconds - this.#filledSeconds) * this.#perSecond;
    this.#balance = Math.min(this.#size, this.#balance + flown);
    this.#filledSeconds = nowSeconds;
    return this.#balance;
  }

  take(amount: number, nowSeconds: number): void {
    this.#balance = this.left(nowSeconds) - amount;
  }

  giveBack(amount: number, _: number, nowSeconds: number): void {
    this.#balance = Math.min(this.#size, this.left(nowSeconds) + amount);
  }
}
