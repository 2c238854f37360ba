import type { ModelRequests } from './modelRequests.js';
import { RowQueue } from './rowQueue.js';

/** Requests that are in and join the queue at their `queuedMicroseconds`, which never fall from one to the next. */
export class Incoming extends RowQueue {
  readonly #requests: ModelRequests;

  constructor(requests: ModelRequests) {
    super();
    this.#requests = requests;
  }

  /** When the next joins; Infinity when there is none. */
  get nextMicroseconds(): number {
    return this.count === 0 ? Number.POSITIVE_INFINITY : this.#requests.queuedMicroseconds[this.head];
  }

  /** Those that somebody waits for and that have joined by then. */
  countUntil(microseconds: number): number {
    const { queuedMicroseconds, isGivenUp } = this.#requests;
    let joined = 0;
    for (let position = 0; position < this.count; position++) {
      const row = this.at(position);
      if (queuedMicroseconds[row] > microseconds) break;
      if (isGivenUp[row] === 0) joined++;
    }
    return joined;
  }
}
