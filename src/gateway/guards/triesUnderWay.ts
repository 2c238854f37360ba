import type { RequestTable } from '../../traffic/requestTable.js';
import * as word from '../../traffic/word.js';

/** The tries under way to one service, as the gateway counts them: one that it gave up is none, wherever it still is. */
export class TriesUnderWay {
  readonly #requests: RequestTable;
  count = 0;
  /** Those of them that are not the first of their request. */
  retryCount = 0;
  /** Tries in the queues of instances, given up or not. */
  waitingAtInstances = 0;

  constructor(requests: RequestTable) {
    this.#requests = requests;
  }

  add(row: number): void {
    this.count++;
    if (this.#requests.words[(row << 5) | word.tries] > 1) this.retryCount++;
  }

  remove(row: number): void {
    this.count--;
    if (this.#requests.words[(row << 5) | word.tries] > 1) this.retryCount--;
  }
}
