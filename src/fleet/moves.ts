import type { InstanceTable } from './instanceTable.js';
import * as phase from './phase.js';

/** Instances of one fleet that go once others have taken their place; until then they are beyond the count. */
export class Moves {
  readonly #table: InstanceTable;
  #leaving: { readonly instance: number; readonly serial: number }[] = [];

  constructor(table: InstanceTable) {
    this.#table = table;
  }

  /** Those that are still there. */
  get count(): number {
    if (this.#leaving.length > 0) this.#leaving = this.#leaving.filter((one) => this.#isWorking(one));
    return this.#leaving.length;
  }

  has(instance: number): boolean {
    return this.count > 0 && this.#leaving.some((one) => one.instance === instance);
  }

  add(instance: number): void {
    this.#leaving.push({ instance, serial: this.#table.serial[instance] });
  }

  /** The one that was told first; it is to go now. */
  take(): number | undefined {
    return this.count === 0 ? undefined : this.#leaving.shift()?.instance;
  }

  /** All of them stay, after all. */
  clear(): void {
    this.#leaving = [];
  }

  #isWorking({ instance, serial }: { readonly instance: number; readonly serial: number }): boolean {
    const now = this.#table.phase[instance];
    return this.#table.serial[instance] === serial && (now === phase.starting || now === phase.ready);
  }
}
