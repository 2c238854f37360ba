/** How a request ended; the index into counts. */
export const outcome = {
  completed: 0,
  failed: 1,
  rejected: 2,
  timedOut: 3,
  abandoned: 4,
  aborted: 5,
  /** By a rate limit of the gateway: 429. */
  rateLimited: 6,
  unfinished: 7,
} as const;
export const outcomeCount = 8;
