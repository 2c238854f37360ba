import type { ModelRequests } from './modelRequests.js';

/** The running requests of one replica in order of admission: a list linked through the columns of the requests. */
export class RunningList {
  first = -1;
  last = -1;
  readonly #requests: ModelRequests;
  readonly #policy: 'fcfs' | 'priority';

  constructor(requests: ModelRequests, policy: 'fcfs' | 'priority') {
    this.#requests = requests;
    this.#policy = policy;
  }

  append(row: number): void {
    const { before, after, admission } = this.#requests;
    admission[row] = this.#requests.admissions++;
    before[row] = this.last;
    after[row] = -1;
    if (this.last < 0) this.first = row;
    else after[this.last] = row;
    this.last = row;
  }

  /** The row's own links stay readable, for a walk that it is taken out of. */
  remove(row: number): void {
    const { before, after } = this.#requests;
    if (before[row] < 0) this.first = after[row];
    else after[before[row]] = after[row];
    if (after[row] < 0) this.last = before[row];
    else before[after[row]] = before[row];
  }

  /** Who gives its blocks to the others: the last, or who matters least. */
  victim(): number {
    if (this.#policy === 'fcfs') return this.last;
    const { after, priority, entered } = this.#requests;
    let worst = this.first;
    for (let row = this.first; row >= 0; row = after[row]) {
      const isWorse =
        priority[row] < priority[worst] || (priority[row] === priority[worst] && entered[row] > entered[worst]);
      if (isWorse) worst = row;
    }
    return worst;
  }
}
