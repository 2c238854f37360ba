import { grown } from './columns.js';

/**
 * Events of the present instant, in the order in which they came: no time, no heap.
 *
 * Hot: what follows at once from an event skips the event heap, unless something else is due before it.
 */
export class InstantQueue {
  #head = 0;
  #tail = 0;
  #kinds = new Uint8Array(64);
  #rows = new Int32Array(64);
  #generations = new Int32Array(64);

  /** Kind, row and generation of the event that `shift` removed last. */
  kind = 0;
  row = 0;
  generation = 0;

  get isEmpty(): boolean {
    return this.#head === this.#tail;
  }

  push(kind: number, row: number, generation: number): void {
    if (this.#tail === this.#rows.length) this.#grow();
    const at = this.#tail++;
    this.#kinds[at] = kind;
    this.#rows[at] = row;
    this.#generations[at] = generation;
  }

  /** Removes the first event; there must be one. */
  shift(): void {
    const at = this.#head++;
    this.kind = this.#kinds[at];
    this.row = this.#rows[at];
    this.generation = this.#generations[at];
    if (this.#head < this.#tail) return;
    this.#head = 0;
    this.#tail = 0;
  }

  #grow(): void {
    this.#kinds = grown(this.#kinds);
    this.#rows = grown(this.#rows);
    this.#generations = grown(this.#generations);
  }
}
