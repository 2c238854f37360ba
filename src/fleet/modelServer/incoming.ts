import { type ModelRequests, stage } from './modelRequests.js';
import { RowQueue } from './rowQueue.js';
import type { WaitingLine } from './waitingLine.js';

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

  /** Those that have joined by then go to the line, but for such as nobody waits for. @returns how many do */
  queueUntil(microseconds: number, line: WaitingLine): number {
    const { isGivenUp, stage: stages } = this.#requests;
    let queued = 0;
    while (this.nextMicroseconds <= microseconds) {
      const row = this.shift();
      if (isGivenUp[row] === 1) this.#requests.drop(row);
      else {
        stages[row] = stage.waiting;
        line.push(row);
        queued++;
      }
    }
    return queued;
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
