import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Balancer } from './balancer.js';

/** Picks the idle instance launched last, as Lambda does: older ones get the chance to time out. Each has room for one. */
export class NewestIdle implements Balancer {
  readonly #instances: InstanceTable;
  /** Launched last at the end. */
  readonly #idle: number[] = [];

  constructor(instances: InstanceTable) {
    this.#instances = instances;
  }

  add(instance: number): void {
    const idle = this.#idle;
    const { launchNumber } = this.#instances;
    let position = idle.length;
    while (position > 0 && launchNumber[idle[position - 1]] > launchNumber[instance]) position--;
    idle.splice(position, 0, instance);
  }

  remove(instance: number): void {
    this.#idle.splice(this.#idle.indexOf(instance), 1);
  }

  loadRose(): void {}

  loadFell(): void {}

  pick(): number {
    return this.#idle.at(-1) ?? -1;
  }
}
