/** What a breaker on failures may be. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** Told as it happens how the gateway judges a service and its instances; only where somebody listens. */
export interface StandingNews {
  /** @param instance its launch number; undefined for the breaker of the service */
  breaker(state: BreakerState, untilSeconds: number, instance?: number): void;
  /** The instance is ejected, or back in rotation. */
  ejection(isOut: boolean, instance: number): void;
}
