import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Balancer } from './balancer.js';

/** Picks the idle instance launched last, as Lambda does: older ones get the chance to time out. */
export function newestIdle(table: InstanceTable): Balancer {
  /** Idle instances, launched last at the end. */
  const idle: number[] = [];
  const forget = (instance: number): void => {
    const position = idle.indexOf(instance);
    if (position >= 0) idle.splice(position, 1);
  };
  const add = (instance: number): void => {
    if (table.inside[instance] + table.queued[instance] > 0) return;
    let position = idle.length;
    while (position > 0 && table.launchNumber[idle[position - 1]] > table.launchNumber[instance]) position--;
    idle.splice(position, 0, instance);
  };
  return {
    add,
    remove: forget,
    loadRose: forget,
    loadFell: add,
    pick: () => idle[idle.length - 1] ?? -1,
  };
}
