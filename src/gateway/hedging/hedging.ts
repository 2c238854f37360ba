import type { RequestSampler } from '../../traffic/requestSampler.js';
import type { HedgeDelay } from './hedgeDelay.js';

/** How one service's requests are hedged, and how often that happened. */
export class Hedging {
  readonly attemptCount: number;
  readonly cancels: boolean;
  readonly delay: HedgeDelay;
  readonly #fromSeconds: number;
  /** Tries that were begun beside others, and requests whose good answer came from one; arrived in the measured span. */
  begunCount = 0;
  wonCount = 0;

  constructor(options: {
    readonly attemptCount: number;
    readonly cancels: boolean;
    readonly delay: HedgeDelay;
    /** Begin of the measured span. */
    readonly fromSeconds: number;
  }) {
    this.attemptCount = options.attemptCount;
    this.cancels = options.cancels;
    this.delay = options.delay;
    this.#fromSeconds = options.fromSeconds;
  }

  noteBegun(arrivalSeconds: number): void {
    if (arrivalSeconds >= this.#fromSeconds) this.begunCount++;
  }

  noteWon(arrivalSeconds: number): void {
    if (arrivalSeconds >= this.#fromSeconds) this.wonCount++;
  }
}

/** [source] what a try that is begun beside another takes, by (arrival, try): it meets its own luck. */
export type HedgeSamplers = readonly Pick<RequestSampler, 'drawAt' | 'cpuSeconds' | 'ioSeconds' | 'errorUniform'>[];
