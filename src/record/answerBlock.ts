import { errorOf, groupOf } from './answerCode.js';

/** Answers of one block. */
export const answerLimit = 256;

/**
 * Answers that are known but not yet told to those who count them.
 *
 * Hot: counting a block at a time in one tight loop for each who counts takes 60 ns an answer less than telling all of
 * them at every answer, for then each call boxes its numbers and throws the others out of the caches. Whoever reads a
 * count has the block told first: at every event of the calendar, and at the end. What can be worked out from the rest
 * is, when the block is closed; and the instants are one array with a column in each third, for an array costs as much
 * to reach as a number to store.
 */
export class AnswerBlock {
  count = 0;
  readonly #instants = new Float64Array(3 * answerLimit);
  readonly #codes = new Int32Array(answerLimit);
  readonly #serviceCount: number;
  /** The run has one pair; then the columns of services and groups stay as they are, all 0. */
  readonly #isAlwaysOfOne: boolean;
  readonly arrivalSeconds = this.#instants.subarray(0, answerLimit);
  /** [answer] when the request got its slot */
  readonly beginSeconds = this.#instants.subarray(answerLimit, 2 * answerLimit);
  readonly answerSeconds = this.#instants.subarray(2 * answerLimit);
  /** [answer] from arrival to answer; of a closed block, as all below */
  readonly latencySeconds = new Float64Array(answerLimit);
  readonly services = new Int32Array(answerLimit);
  /** [answer] number of the (source, service) pair */
  readonly groups = new Int32Array(answerLimit);
  /** [answer] 1 for an answer that is an error */
  readonly errors = new Uint8Array(answerLimit);
  /** How many of the answers are errors. */
  errorCount = 0;
  /** Whether all answers are of one service; then whoever counts need not look for the counter of each. */
  isOfOneService = true;
  /** Whether all answers are of one (source, service) pair. */
  isOfOneGroup = true;

  constructor({ sourceCount, serviceCount }: { readonly sourceCount: number; readonly serviceCount: number }) {
    this.#serviceCount = serviceCount;
    this.#isAlwaysOfOne = sourceCount * serviceCount === 1;
  }

  /** @param code its `answerCode` */
  add(code: number, arrivalSeconds: number, beginSeconds: number, answerSeconds: number): void {
    const answer = this.count++;
    const instants = this.#instants;
    this.#codes[answer] = code;
    instants[answer] = arrivalSeconds;
    instants[answer + answerLimit] = beginSeconds;
    instants[answer + 2 * answerLimit] = answerSeconds;
  }

  get isFull(): boolean {
    return this.count === answerLimit;
  }

  /** No more are added before `clear`. */
  close(): void {
    const { count, arrivalSeconds, answerSeconds, latencySeconds, errors } = this;
    const codes = this.#codes;
    let errorCount = 0;
    for (let answer = 0; answer < count; answer++) {
      latencySeconds[answer] = answerSeconds[answer] - arrivalSeconds[answer];
      const error = errorOf(codes[answer]);
      errors[answer] = error;
      errorCount += error;
    }
    this.errorCount = errorCount;
    if (!this.#isAlwaysOfOne) this.#closeGroups();
  }

  clear(): void {
    this.count = 0;
  }

  #closeGroups(): void {
    const { count, services, groups } = this;
    for (let answer = 0; answer < count; answer++) {
      const group = groupOf(this.#codes[answer]);
      groups[answer] = group;
      services[answer] = group % this.#serviceCount;
    }
    this.isOfOneService = isSame(services, count);
    this.isOfOneGroup = isSame(groups, count);
  }
}

function isSame(column: Int32Array, count: number): boolean {
  const first = column[0];
  for (let index = 1; index < count; index++) if (column[index] !== first) return false;
  return true;
}
