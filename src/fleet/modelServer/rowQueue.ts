import { grown } from '../../kernel/columns.js';

/** Rows in a ring: to the back, from the front, and back to the front. */
export class RowQueue {
  count = 0;
  #rows = new Int32Array(64);
  #first = 0;

  /** The row in front; -1 when there is none. */
  get head(): number {
    return this.count === 0 ? -1 : this.#rows[this.#first];
  }

  at(position: number): number {
    return this.#rows[(this.#first + position) & (this.#rows.length - 1)];
  }

  push(row: number): void {
    if (this.count === this.#rows.length) this.#grow();
    this.#rows[(this.#first + this.count++) & (this.#rows.length - 1)] = row;
  }

  pushFront(row: number): void {
    if (this.count === this.#rows.length) this.#grow();
    this.#first = (this.#first - 1) & (this.#rows.length - 1);
    this.#rows[this.#first] = row;
    this.count++;
  }

  shift(): number {
    const row = this.#rows[this.#first];
    this.#first = (this.#first + 1) & (this.#rows.length - 1);
    this.count--;
    return row;
  }

  #grow(): void {
    const larger = grown(this.#rows);
    for (let position = 0; position < this.count; position++) larger[position] = this.at(position);
    this.#rows = larger;
    this.#first = 0;
  }
}
