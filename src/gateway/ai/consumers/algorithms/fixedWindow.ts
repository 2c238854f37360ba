import { z } from 'zod';
import { type Allowance, allowanceOf, MINUTE_SECONDS } from '../allowance.js';

export const fixedWindow = allowanceOf({
  name: 'fixed-window',
  summary: 'all of the allowance again at each full minute of the run, so that twice as much may come around one',
  schema: z.strictObject({}).prefault({}),
  build: (_, { perMinute }) => new Window(perMinute),
});

/** What is taken counts in the minute of the taking; what comes back later than that comes back to nothing. */
class Window implements Allowance {
  readonly #perMinute: number;
  #minute = 0;
  #taken = 0;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  left(nowSeconds: number): number {
    this.#turnTo(nowSeconds);
    return this.#perMinute - this.#taken;
  }

  take(amount: number, nowSeconds: number): void {
    this.#turnTo(nowSeconds);
    this.#taken += amount;
  }

  giveBack(amount: number, takenSeconds: number, nowSeconds: number): void {
    this.#turnTo(nowSeconds);
    if (minuteOf(takenSeconds) === this.#minute) this.#taken -= amount;
  }

  #turnTo(nowSeconds: number): void {
    const minute = minuteOf(nowSeconds);
    if (minute === this.#minute) return;
    this.#minute = minute;
    this.#taken = 0;
  }
}

function minuteOf(seconds: number): number {
  return Math.floor(seconds / MINUTE_SECONDS);
}
