import type { Clock } from '../../../../kernel/clock.js';

/** First tokens of a target that count, and for how long. */
const keptCount = 10;
const keptSeconds = 3_600;

/** The last first tokens of each target that a gateway knows of: how long tries took that were answered, and when it knew. */
export class FirstTokens {
  readonly #clock: Clock;
  /** [place] its latest, a ring. */
  readonly #ttftSeconds: Float64Array;
  readonly #knownSeconds: Float64Array;
  readonly #counts: Int32Array;

  constructor(clock: Clock, targetCount: number) {
    this.#clock = clock;
    this.#ttftSeconds = new Float64Array(keptCount * targetCount);
    this.#knownSeconds = new Float64Array(keptCount * targetCount).fill(Number.NEGATIVE_INFINITY);
    this.#counts = new Int32Array(targetCount);
  }

  note(place: number, ttftSeconds: number): void {
    const at = place * keptCount + (this.#counts[place]++ % keptCount);
    this.#ttftSeconds[at] = ttftSeconds;
    this.#knownSeconds[at] = this.#clock.nowSeconds;
  }

  /** Of the last ten of the last hour; undefined where nothing is known. */
  mean(place: number): number | undefined {
    const fromSeconds = this.#clock.nowSeconds - keptSeconds;
    let sum = 0;
    let count = 0;
    for (let at = place * keptCount; at < (place + 1) * keptCount; at++) {
      if (this.#knownSeconds[at] < fromSeconds) continue;
      sum += this.#ttftSeconds[at];
      count++;
    }
    return count === 0 ? undefined : sum / count;
  }
}
