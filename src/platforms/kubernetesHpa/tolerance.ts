/** How far the ratio of usage to target may be from 1 before anything is done, for each direction. */
export interface Tolerance {
  readonly upRatio: number;
  readonly downRatio: number;
}

/**
 * Whether a ratio of usage to target is too close to 1 to act on; both bounds are inside.
 *
 * Source: kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go, 2026 master; per direction: KEP 4951.
 */
export function isWithinTolerance(ratio: number, { upRatio, downRatio }: Tolerance): boolean {
  return 1 - downRatio <= ratio && ratio <= 1 + upRatio;
}
