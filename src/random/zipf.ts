import type { Stream } from './stream.js';

/**
 * Draws a rank 1..count, rank i with a share proportional to i^-skew; skew 0 draws all alike.
 *
 * No table, so that the number of ranks costs nothing. About 1.1 uniform draws each.
 *
 * @see Hörmann, Derflinger, "Rejection-inversion to generate variates from monotone discrete distributions" (1996)
 */
export class Zipf {
  readonly #count: number;
  readonly #skew: number;
  /** The integral of the density at 1.5, less the mass of rank 1, and at the end. */
  readonly #from: number;
  readonly #to: number;
  /** A draw so little below its rank is always taken. */
  readonly #squeeze: number;

  /** @param count whole, at least 1. @param skew at least 0 */
  constructor(count: number, skew: number) {
    this.#count = count;
    this.#skew = skew;
    this.#from = this.#integral(1.5) - 1;
    this.#to = this.#integral(count + 0.5);
    this.#squeeze = 2 - this.#inverse(this.#integral(2.5) - this.#density(2));
  }

  sample(stream: Stream): number {
    for (;;) {
      const area = this.#to + stream.uniform() * (this.#from - this.#to);
      const at = this.#inverse(area);
      const rank = Math.min(this.#count, Math.max(1, Math.floor(at + 0.5)));
      if (rank - at <= this.#squeeze || area >= this.#integral(rank + 0.5) - this.#density(rank)) return rank;
    }
  }

  #density(at: number): number {
    return at ** -this.#skew;
  }

  /** From 1 on: log(at) for skew 1, else (at^(1 - skew) - 1) / (1 - skew). */
  #integral(at: number): number {
    const power = (1 - this.#skew) * Math.log(at);
    return power === 0 ? Math.log(at) : (Math.expm1(power) / power) * Math.log(at);
  }

  #inverse(area: number): number {
    // Rounding must not lead below the least value of a logarithm's argument.
    const power = Math.max(-1, area * (1 - this.#skew));
    return Math.exp(power === 0 ? area : (Math.log1p(power) / power) * area);
  }
}
