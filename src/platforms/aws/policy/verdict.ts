import type { Proposal } from '../algorithm/severalPolicies.js';
import type { ScalingPolicy } from '../model.js';
import type { FleetView } from './fleetView.js';
import type { Memory } from './memory.js';

/** What one policy says at one tick. */
export interface Verdict extends Proposal {
  readonly policy: ScalingPolicy;
  /** Which rule held: the same words as long as it does. */
  readonly rule: string;
  /** The numbers of this tick. */
  readonly reason: string;
  /** What it would ask for without the group's maximum; left out where that cuts nothing. */
  readonly wanted?: number;
}

/** What a policy has to judge by. */
export interface JudgeContext {
  readonly fleet: FleetView;
  readonly memory: Memory;
  readonly bounds: { readonly minCount: number; readonly maxCount: number };
}

/** `wanted` of a verdict, where the group's maximum cuts it. */
export function cutAtMaximum(wanted: number, { maxCount }: JudgeContext['bounds']): Pick<Verdict, 'wanted'> {
  return wanted > maxCount ? { wanted } : {};
}

/** What is in force stays; a capacity outside of the group's bounds moves into them. */
export function bounded(desired: number, { minCount, maxCount }: JudgeContext['bounds']): number {
  return Math.min(maxCount, Math.max(minCount, desired));
}
