import { z } from 'zod';
import { type Allowance, allowanceOf, MINUTE_SECONDS } from '../allowance.js';

export const gcra = allowanceOf({
  name: 'gcra',
  summary: 'the same rule as a schedule: what was taken is due by an instant that may lie a minute ahead',
  schema: z.strictObject({}).prefault({}),
  build: (_, { perMinute }) => new Schedule(perMinute),
});

/**
 * The generic cell rate algorithm: one instant a consumer in the place of a balance and when it was filled.
 *
 * Idea: each unit is due 1 / rate after the one before, or now if that was long ago; how far the last one is ahead of now is
 * what is missing from a full bucket. Source: ITU-T I.371 (virtual scheduling), with amounts in the place of cells.
 */
class Schedule implements Allowance {
  readonly #perSecond: number;
  #dueSeconds = 0;

  constructor(perMinute: number) {
    this.#perSecond = perMinute / MINUTE_SECONDS;
  }

  left(nowSeconds: number): number {
    return (MINUTE_SECONDS - Math.max(0, this.#dueSeconds - nowSeconds)) * this.#perSecond;
  }

  take(amount: number, nowSeconds: number): void {
    this.#dueSeconds = Math.max(this.#dueSeconds, nowSeconds) + amount / this.#perSecond;
  }

  giveBack(amount: number): void {
    this.#dueSeconds -= amount / this.#perSecond;
  }
}
