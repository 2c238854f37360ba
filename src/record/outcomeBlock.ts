import * as said from './said.js';

/** Rows of one block. */
export const outcomeLimit = 256;

interface OutcomeBlockOptions {
  readonly sourceCount: number;
  readonly serviceCount: number;
  readonly hasConsumers: boolean;
}

/**
 * What became of tries and requests, in its order, not yet told to those who count.
 *
 * Hot: counting a block at a time in one tight loop for each who counts takes 60 ns an answer less than telling all of
 * them at every answer, for then each call boxes its numbers and throws the others out of the caches. What can be worked
 * out from the rest is, when the block is closed.
 */
export class OutcomeBlock {
  count = 0;
  readonly #serviceCount: number;
  /** The run has one (source, service) pair; then the columns of services and groups stay as they are, all 0. */
  readonly isAlwaysOfOne: boolean;
  /** [row] `said` */
  readonly kinds = new Int32Array(outcomeLimit);
  /** [row] number of the (source, service) pair */
  readonly groups = new Int32Array(outcomeLimit);
  readonly arrivalSeconds = new Float64Array(outcomeLimit);
  /** [row] when the try began to hold its slot */
  readonly beginSeconds = new Float64Array(outcomeLimit);
  /** [row] when this happened */
  readonly endSeconds = new Float64Array(outcomeLimit);
  /** [row] when the try arrived */
  readonly triedSeconds = new Float64Array(outcomeLimit);
  /** [row] how long the request waited, all tries */
  readonly waitedSeconds = new Float64Array(outcomeLimit);
  /** [row] who asks, where requests have consumers */
  readonly consumers: Int32Array;
  /** [row] of a closed block, as all below */
  readonly services = new Int32Array(outcomeLimit);
  /** [row] from arrival to this */
  readonly latencySeconds = new Float64Array(outcomeLimit);
  /** [row] 1 for an answer that is an error */
  readonly errors = new Uint8Array(outcomeLimit);
  errorCount = 0;
  /** Whether all rows are first tries that were served and answered. */
  isServedFirst = true;
  /** Whether all rows are of one service; then whoever counts need not look for the counter of each. */
  isOfOneService = true;
  /** Whether all rows are of one (source, service) pair. */
  isOfOneGroup = true;

  constructor({ sourceCount, serviceCount, hasConsumers }: OutcomeBlockOptions) {
    this.#serviceCount = serviceCount;
    this.consumers = new Int32Array(hasConsumers ? outcomeLimit : 0);
    this.isAlwaysOfOne = sourceCount * serviceCount === 1;
  }

  /** No more are added before `clear`. */
  close(): void {
    const { count, kinds, arrivalSeconds, endSeconds, latencySeconds, errors } = this;
    let errorCount = 0;
    let others = 0;
    for (let row = 0; row < count; row++) {
      const kind = kinds[row];
      latencySeconds[row] = endSeconds[row] - arrivalSeconds[row];
      const error = (kind & said.error) === 0 ? 0 : 1;
      errors[row] = error;
      errorCount += error;
      // Left are the bits in which it differs from one that was served, with or without an error.
      others |= (kind ^ said.servedFirst) & ~(said.error | 1);
    }
    this.errorCount = errorCount;
    this.isServedFirst = others === 0;
    if (!this.isServedFirst) this.#fillFirst();
    if (!this.isAlwaysOfOne) this.#closeGroups();
  }

  clear(): void {
    this.count = 0;
  }

  get isFull(): boolean {
    return this.count === this.kinds.length;
  }

  #fillFirst(): void {
    const { count, kinds, arrivalSeconds, beginSeconds, triedSeconds, waitedSeconds } = this;
    for (let row = 0; row < count; row++) {
      if ((kinds[row] & said.first) === 0) continue;
      triedSeconds[row] = arrivalSeconds[row];
      waitedSeconds[row] = beginSeconds[row] - arrivalSeconds[row];
    }
  }

  #closeGroups(): void {
    const { count, services, groups } = this;
    for (let row = 0; row < count; row++) services[row] = groups[row] % this.#serviceCount;
    this.isOfOneService = isSame(services, count);
    this.isOfOneGroup = isSame(groups, count);
  }
}

function isSame(column: Int32Array, count: number): boolean {
  const first = column[0];
  for (let index = 1; index < count; index++) if (column[index] !== first) return false;
  return true;
}
