import type { FleetView } from './fleetView.js';
import type { Memory } from './memory.js';
import type { Bounds } from './verdict.js';

/** What a policy has to judge by. */
export interface JudgeContext {
  readonly fleet: FleetView;
  readonly memory: Memory;
  readonly bounds: Bounds;
}
