/** How far the ratio of usage to target may be from 1 before anything is done, for each direction. */
export interface Tolerance {
  readonly upRatio: number;
  readonly downRatio: number;
}

/**
 * Whether a ratio of usage to target is too close to 1 to act on; both bounds are inside.
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go; per direction: KEP 4951.
 */
export function isWithinTolerance(ratio: number, { upRatio, downRatio }: Tolerance): boolean {
  return 1 - downRatio <= ratio && ratio <= 1 + upRatio;
}
