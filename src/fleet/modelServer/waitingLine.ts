import type { ModelRequests } from './modelRequests.js';
import { RowQueue } from './rowQueue.js';

/** Requests that wait for their admission; only the head is ever tried. */
export interface WaitingLine {
  /** -1 when nobody waits. */
  readonly head: number;
  push(row: number): void;
  /** One that ran comes back before all that never did, or to its place by priority. */
  pushBack(row: number): void;
  /** Takes the head out. */
  shift(): number;
}

export function waitingLine(policy: 'fcfs' | 'priority', requests: ModelRequests): WaitingLine {
  return policy === 'fcfs' ? new ArrivalLine() : new PriorityLine(requests);
}

class ArrivalLine extends RowQueue implements WaitingLine {
  pushBack(row: number): void {
    this.pushFront(row);
  }
}

/** By (priority, highest first; entered): a binary heap of rows. */
class PriorityLine implements WaitingLine {
  readonly #requests: ModelRequests;
  readonly #rows: number[] = [];

  constructor(requests: ModelRequests) {
    this.#requests = requests;
  }

  get head(): number {
    return this.#rows.length === 0 ? -1 : this.#rows[0];
  }

  push(row: number): void {
    const rows = this.#rows;
    let hole = rows.length;
    rows.push(row);
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!this.#isBefore(row, rows[parent])) break;
      rows[hole] = rows[parent];
      hole = parent;
    }
    rows[hole] = row;
  }

  pushBack(row: number): void {
    this.push(row);
  }

  shift(): number {
    const rows = this.#rows;
    const first = rows[0];
    const row = rows[rows.length - 1];
    rows.length--;
    if (rows.length > 0) this.#sink(row);
    return first;
  }

  #sink(row: number): void {
    const rows = this.#rows;
    let hole = 0;
    for (;;) {
      let child = hole * 2 + 1;
      if (child >= rows.length) break;
      if (child + 1 < rows.length && this.#isBefore(rows[child + 1], rows[child])) child++;
      if (!this.#isBefore(rows[child], row)) break;
      rows[hole] = rows[child];
      hole = child;
    }
    rows[hole] = row;
  }

  #isBefore(a: number, b: number): boolean {
    const { priority, entered } = this.#requests;
    return priority[a] > priority[b] || (priority[a] === priority[b] && entered[a] < entered[b]);
  }
}
