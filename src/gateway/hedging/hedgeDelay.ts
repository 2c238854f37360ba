import { Histogram, type SparseHistogram } from '../../stats/histogram.js';
import { SlidingHistogram } from '../../stats/slidingHistogram.js';

/** How long a try of a service is waited for before another begins beside it. */
export interface HedgeDelay {
  /** Infinity: not at all. */
  seconds(nowSeconds: number): number;
  /** A request got a good answer so long after its first open try. */
  note?(latencySeconds: number, nowSeconds: number): void;
}

/** Slices of one second that are looked back on. */
const SLICES = 10;
/** A 95th percentile of fewer is the largest of them. */
const leastCount = 20;
const nothing: SparseHistogram = { buckets: [], counts: [], sumSeconds: 0, minSeconds: 0, maxSeconds: 0 };

/**
 * The 95th percentile of the good answers of the last ten whole seconds; without enough of them no try is added.
 *
 * Latencies count from the first open try, whoever answers. So hedging does not chase its own tail: a request is above the
 * percentile exactly if its first try was.
 */
export class FollowedDelay implements HedgeDelay {
  readonly #window = new SlidingHistogram();
  readonly #present = new Histogram();
  readonly #parts: SparseHistogram[] = new Array<SparseHistogram>(SLICES).fill(nothing);
  #slice = 0;
  #seconds = Number.POSITIVE_INFINITY;

  seconds(nowSeconds: number): number {
    this.#turnTo(nowSeconds);
    return this.#seconds;
  }

  note(latencySeconds: number, nowSeconds: number): void {
    this.#turnTo(nowSeconds);
    this.#present.record(latencySeconds);
  }

  #turnTo(nowSeconds: number): void {
    const slice = Math.floor(nowSeconds);
    if (slice === this.#slice) return;
    this.#keep(this.#slice, this.#present.toSparse());
    this.#present.clear();
    for (let passed = Math.max(this.#slice + 1, slice - SLICES); passed < slice; passed++) this.#keep(passed, nothing);
    this.#slice = slice;
    const { count } = this.#window;
    const quantile = count < leastCount ? undefined : this.#window.quantileSeconds(0.95);
    this.#seconds = quantile ?? Number.POSITIVE_INFINITY;
  }

  #keep(slice: number, part: SparseHistogram): void {
    const at = slice % SLICES;
    this.#window.removeSparse(this.#parts[at]);
    this.#window.addSparse(part);
    this.#parts[at] = part;
  }
}
