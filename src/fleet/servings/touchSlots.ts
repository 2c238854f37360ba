import type { InstanceTable } from '../instanceTable.js';

/** Brings the time that the slots of an instance were taken up to now, where its processors need no such thing. */
export function touchSlots(instances: InstanceTable, instance: number, nowSeconds: number): void {
  const elapsed = nowSeconds - instances.touchedSeconds[instance];
  if (elapsed <= 0) return;
  const inside = instances.inside[instance];
  if (inside > 0) {
    instances.slotSeconds[instance] += elapsed * inside;
    instances.servingSeconds[instance] += elapsed;
  }
  instances.touchedSeconds[instance] = nowSeconds;
}
