import { grown } from '../../kernel/columns.js';
import { type ModelRequests, stage } from './modelRequests.js';
import { BLOCK_TOKENS } from './settings.js';

/**
 * The decoding requests of one replica, so that an iteration costs O(1) and visits none of them.
 *
 * Idea: each gains one token an iteration, so its context is a constant base plus the counter of iterations, its end is
 * known when it joins, and it needs a block whenever base + counter is a multiple of 16. A heap of ends, and how many
 * requests there are by base modulo 16, are all that an iteration has to look at.
 */
export class DecodeBatch {
  count = 0;
  contextTokens = 0;
  /** Iterations so far. */
  iteration = 0;
  readonly #requests: ModelRequests;
  /** [base modulo 16] decoding requests */
  readonly #byBase = new Float64Array(BLOCK_TOKENS);
  /** A binary heap of ends; entries of requests that left before are recognised by their admission. */
  #ends = new Float64Array(64);
  #admissions = new Float64Array(64);
  #rows = new Int32Array(64);
  #heapCount = 0;

  constructor(requests: ModelRequests) {
    this.#requests = requests;
  }

  /** The row has its next token and begins to decode; its context is what it wanted to prefill. */
  join(row: number): void {
    const requests = this.#requests;
    requests.stage[row] = stage.decode;
    requests.base[row] = requests.target[row] - this.iteration;
    requests.endsAfter[row] = this.iteration - 1 + requests.outputTokens[row] - requests.generated[row];
    this.count++;
    this.contextTokens += requests.target[row];
    this.#byBase[requests.base[row] & 15]++;
    this.#push(row);
  }

  /** The row no longer decodes; its context and what it has answered are written down. */
  leave(row: number): void {
    const requests = this.#requests;
    const context = requests.base[row] + this.iteration;
    requests.context[row] = context;
    requests.generated[row] = requests.outputTokens[row] - (requests.endsAfter[row] - this.iteration + 1);
    this.count--;
    this.contextTokens -= context;
    this.#byBase[requests.base[row] & 15]--;
  }

  needsBlock(row: number): boolean {
    return ((this.#requests.base[row] + this.iteration) & 15) === 0;
  }

  /** Blocks that the next iterations need, from `skipped` on. */
  blocksFor(steps: number, skipped: number): number {
    const windows = Math.floor(steps / BLOCK_TOKENS);
    let blocks = windows * this.count;
    const from = this.iteration + skipped;
    for (let step = windows * BLOCK_TOKENS; step < steps; step++) blocks += this.#byBase[-(from + step) & 15];
    return blocks;
  }

  /** How many iterations, at most `steps`, from `skipped` on have their blocks. */
  stepsWithin(freeBlocks: number, steps: number, skipped: number): number {
    if (this.blocksFor(steps, skipped) <= freeBlocks) return steps;
    const from = this.iteration + skipped;
    const windows = Math.floor(freeBlocks / this.count);
    let left = freeBlocks - windows * this.count;
    let fitting = windows * BLOCK_TOKENS;
    for (; fitting < steps; fitting++) {
      left -= this.#byBase[-(from + fitting) & 15];
      if (left < 0) break;
    }
    return fitting;
  }

  /** Iterations until the next request ends; Infinity when nobody decodes. */
  stepsToEnd(): number {
    this.#skipLeft();
    return this.#heapCount === 0 ? Number.POSITIVE_INFINITY : this.#ends[0] - this.iteration + 1;
  }

  advance(steps: number): void {
    this.contextTokens += steps * this.count;
    this.iteration += steps;
  }

  /** The row in front of the list whose last token is out, out of the batch; -1 when there is none. */
  takeEnded(): number {
    this.#skipLeft();
    if (this.#heapCount === 0 || this.#ends[0] >= this.iteration) return -1;
    const row = this.#rows[0];
    this.#pop();
    this.leave(row);
    return row;
  }

  #skipLeft(): void {
    const { stage: stages, admission, endsAfter } = this.#requests;
    while (this.#heapCount > 0) {
      const row = this.#rows[0];
      const isHere =
        stages[row] === stage.decode && admission[row] === this.#admissions[0] && endsAfter[row] === this.#ends[0];
      if (isHere) return;
      this.#pop();
    }
  }

  #push(row: number): void {
    if (this.#heapCount === this.#rows.length) {
      this.#ends = grown(this.#ends);
      this.#admissions = grown(this.#admissions);
      this.#rows = grown(this.#rows);
    }
    const end = this.#requests.endsAfter[row];
    const admission = this.#requests.admission[row];
    let hole = this.#heapCount++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (this.#ends[parent] < end || (this.#ends[parent] === end && this.#admissions[parent] < admission)) break;
      this.#move(parent, hole);
      hole = parent;
    }
    this.#ends[hole] = end;
    this.#admissions[hole] = admission;
    this.#rows[hole] = row;
  }

  #pop(): void {
    const last = --this.#heapCount;
    const end = this.#ends[last];
    const admission = this.#admissions[last];
    const row = this.#rows[last];
    let hole = 0;
    for (;;) {
      let child = hole * 2 + 1;
      if (child >= last) break;
      if (child + 1 < last && this.#isBefore(child + 1, this.#ends[child], this.#admissions[child])) child++;
      if (!this.#isBefore(child, end, admission)) break;
      this.#move(child, hole);
      hole = child;
    }
    this.#ends[hole] = end;
    this.#admissions[hole] = admission;
    this.#rows[hole] = row;
  }

  #isBefore(position: number, end: number, admission: number): boolean {
    const other = this.#ends[position];
    return other < end || (other === end && this.#admissions[position] < admission);
  }

  #move(from: number, to: number): void {
    this.#ends[to] = this.#ends[from];
    this.#admissions[to] = this.#admissions[from];
    this.#rows[to] = this.#rows[from];
  }
}
