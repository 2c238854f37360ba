/** The instances that may be picked, as a dense list: add, remove and the k-th in O(1). */
export class EligibleSet {
  readonly #members: number[] = [];
  /** [instanceSlot] position in the list + 1; 0 or absent when not a member. */
  readonly #positions: number[] = [];

  get count(): number {
    return this.#members.length;
  }

  at(position: number): number {
    return this.#members[position];
  }

  add(instance: number): void {
    if ((this.#positions[instance] ?? 0) > 0) return;
    this.#positions[instance] = this.#members.push(instance);
  }

  remove(instance: number): void {
    const position = this.#positions[instance] ?? 0;
    const last = this.#members[this.#members.length - 1];
    if (position === 0) return;
    this.#members[position - 1] = last;
    this.#positions[last] = position;
    this.#positions[instance] = 0;
    this.#members.pop();
  }
}
