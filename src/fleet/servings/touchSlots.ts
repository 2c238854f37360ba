import type { InstanceTable } from '../instanceTable.js';
import * as work from '../work.js';

/** Brings the time that the slots of an instance were taken up to now, where its processors need no such thing. */
export function touchSlots(instances: InstanceTable, instance: number, nowSeconds: number): void {
  const elapsed = nowSeconds - instances.work[(instance << 3) | work.touchedSeconds];
  if (elapsed <= 0) return;
  const inside = instances.inside[instance];
  if (inside > 0) {
    instances.work[(instance << 3) | work.slotSeconds] += elapsed * inside;
    instances.work[(instance << 3) | work.servingSeconds] += elapsed;
  }
  instances.work[(instance << 3) | work.touchedSeconds] = nowSeconds;
}
