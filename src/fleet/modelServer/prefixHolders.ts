/** Which replicas may have blocks of a prefix, so that the others need not be asked. */
export class PrefixHolders {
  /** [prefix]; of those that somebody may have */
  readonly #replicas = new Map<number, number[]>();

  of(prefix: number): readonly number[] {
    return this.#replicas.get(prefix) ?? nobody;
  }

  add(prefix: number, replica: number): void {
    const replicas = this.#replicas.get(prefix);
    if (replicas === undefined) this.#replicas.set(prefix, [replica]);
    else replicas.push(replica);
  }

  remove(prefix: number, replica: number): void {
    const replicas = this.#replicas.get(prefix);
    if (replicas === undefined) return;
    replicas.splice(replicas.indexOf(replica), 1);
    if (replicas.length === 0) this.#replicas.delete(prefix);
  }
}

const nobody: readonly number[] = [];
