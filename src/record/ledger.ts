import type { AnswerBlock } from './answerBlock.js';
import type { ArrivalBlock } from './arrivalBlock.js';

interface Span {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/**
 * A second, independent count of what the logs count, so that one checks the other (`checkBooks`).
 *
 * Hot: told of instants only, never of a request, so a request whose columns are wrong shows as a difference. The time N
 * requests spend inside is the sum of the instants they leave minus the sum of the instants they come. `Math.max` and not
 * a condition, here and in the other logs: a condition between a column's number and a field's makes a new object of the
 * number each time (V8 of Node 20: 4.8 ns an instant instead of 1.1).
 */
export class Ledger {
  readonly #from: number;
  readonly #to: number;
  arrivedCount = 0;
  /** Arrivals in [from, to). */
  offeredCount = 0;
  endedCount = 0;
  beganCount = 0;
  leftCount = 0;
  /** Leaving minus coming instants so far. One sum, for two would be large and their difference small. */
  #systemBalance = 0;
  #slotBalance = 0;

  constructor({ fromSeconds, toSeconds }: Span) {
    this.#from = fromSeconds;
    this.#to = toSeconds;
  }

  /** A request came. */
  arrived(seconds: number): void {
    this.arrivedCount++;
    if (seconds >= this.#from) {
      this.offeredCount++;
      this.#systemBalance -= seconds;
    } else this.#systemBalance -= this.#from;
  }

  /** The requests [from, to) of the block came. */
  arrivedAll({ seconds }: ArrivalBlock, from: number, to: number): void {
    const spanBegin = this.#from;
    let balance = this.#systemBalance;
    let offeredCount = 0;
    for (let arrival = from; arrival < to; arrival++) {
      const arrived = seconds[arrival];
      if (arrived >= spanBegin) offeredCount++;
      balance -= Math.max(arrived, spanBegin);
    }
    this.#systemBalance = balance;
    this.arrivedCount += to - from;
    this.offeredCount += offeredCount;
  }

  /** A request got its outcome. */
  ended(seconds: number): void {
    this.endedCount++;
    this.#systemBalance += Math.max(seconds, this.#from);
  }

  /** A try took a slot. */
  began(seconds: number): void {
    this.beganCount++;
    this.#slotBalance -= seconds;
  }

  /** A try gave its slot back. */
  left(seconds: number): void {
    this.leftCount++;
    this.#slotBalance += seconds;
  }

  /** Tries that were answered: each gave its slot back, and its request got its outcome. */
  answeredAll({ count, answerSeconds }: AnswerBlock): void {
    this.leftCount += count;
    this.endedCount += count;
    const from = this.#from;
    let slotBalance = this.#slotBalance;
    let systemBalance = this.#systemBalance;
    for (let answer = 0; answer < count; answer++) {
      const seconds = answerSeconds[answer];
      slotBalance += seconds;
      systemBalance += Math.max(seconds, from);
    }
    this.#slotBalance = slotBalance;
    this.#systemBalance = systemBalance;
  }

  /** Request-seconds inside the system over the span. */
  get systemSeconds(): number {
    return this.#systemBalance + (this.arrivedCount - this.endedCount) * this.#to;
  }

  /** Slot-seconds taken over the whole run. */
  get slotSeconds(): number {
    return this.#slotBalance + (this.beganCount - this.leftCount) * this.#to;
  }

  /** How far sums of so many instants may be off by rounding, seconds. */
  get roundingSeconds(): number {
    return 1e-12 * this.#to * Math.sqrt(Math.max(this.arrivedCount, this.beganCount));
  }
}
