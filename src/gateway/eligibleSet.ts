/** The instances that may be picked, as a dense list: add, remove and the k-th in O(1). */
export class EligibleSet {
  readonly #members: number[] = [];
  /** [instanceRow] position in the list, of members */
  readonly #positions: number[] = [];

  get count(): number {
    return this.#members.length;
  }

  at(position: number): number {
    return this.#members[position];
  }

  add(instance: number): void {
    this.#positions[instance] = this.#members.push(instance) - 1;
  }

  remove(instance: number): void {
    const position = this.#positions[instance];
    const last = this.#members[this.#members.length - 1];
    this.#members[position] = last;
    this.#positions[last] = position;
    this.#members.pop();
  }
}
