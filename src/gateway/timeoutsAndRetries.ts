import type { RetryRules } from './retryRules.js';

/** How often a refused or late request is tried, and for how long. */
export interface TimeoutsAndRetries {
  /** One try; Infinity without. */
  readonly trySeconds: number;
  /** The request, all tries; Infinity without. */
  readonly totalSeconds: number;
  /** One wait in a central queue; Infinity without. */
  readonly centralQueueSeconds: number;
  readonly retries: RetryRules | undefined;
  /** A refused request answers after this. */
  readonly rejectSeconds: number;
}

/** The shortest of the timeouts. */
export function leastSeconds({ trySeconds, totalSeconds, centralQueueSeconds }: TimeoutsAndRetries): number {
  return Math.min(trySeconds, totalSeconds, centralQueueSeconds);
}

/** The rules of requests that a route ends after so long. */
export function withTotal(rules: TimeoutsAndRetries, totalSeconds: number): TimeoutsAndRetries {
  return totalSeconds < rules.totalSeconds ? { ...rules, totalSeconds } : rules;
}
