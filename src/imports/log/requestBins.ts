import type { LogLine } from './lineFormat.js';

/** Bins of a trace at most: 58 days of seconds. */
export const binCountLimit = 5_000_000;

/** Requests of one interval. */
export interface Bin {
  readonly seconds: number;
  readonly requestCount: number;
  /** Answers with a status of 500 or more. */
  readonly errorCount: number;
}

/**
 * Requests counted by interval, in whatever order they come: servers write a request when it ends.
 *
 * Memory follows the intervals with requests, not the lines.
 */
export class RequestBins {
  readonly intervalSeconds: number;
  readonly #requests = new Map<number, number>();
  readonly #errors = new Map<number, number>();
  #firstBin = Number.POSITIVE_INFINITY;
  #lastBin = Number.NEGATIVE_INFINITY;
  firstSeconds = Number.POSITIVE_INFINITY;
  lastSeconds = Number.NEGATIVE_INFINITY;
  requestCount = 0;
  errorCount = 0;

  constructor(intervalSeconds: number) {
    this.intervalSeconds = intervalSeconds;
  }

  add({ seconds, status = 0 }: LogLine): void {
    const bin = Math.floor(seconds / this.intervalSeconds);
    this.requestCount++;
    this.#requests.set(bin, (this.#requests.get(bin) ?? 0) + 1);
    if (status >= 500) {
      this.errorCount++;
      this.#errors.set(bin, (this.#errors.get(bin) ?? 0) + 1);
    }
    this.#firstBin = Math.min(this.#firstBin, bin);
    this.#lastBin = Math.max(this.#lastBin, bin);
    this.firstSeconds = Math.min(this.firstSeconds, seconds);
    this.lastSeconds = Math.max(this.lastSeconds, seconds);
  }

  /** Intervals from the first to the last request. */
  get binCount(): number {
    return this.#lastBin - this.#firstBin + 1;
  }

  /** All intervals from the first to the last, empty ones too: a log that is silent says that nobody came. */
  *[Symbol.iterator](): Generator<Bin> {
    for (let bin = this.#firstBin; bin <= this.#lastBin; bin++) {
      yield {
        seconds: bin * this.intervalSeconds,
        requestCount: this.#requests.get(bin) ?? 0,
        errorCount: this.#errors.get(bin) ?? 0,
      };
    }
  }
}
