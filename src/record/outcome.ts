/** How a request ended; the index into counts. */

export const completed = 0;
export const failed = 1;
export const rejected = 2;
export const timedOut = 3;
export const abandoned = 4;
export const aborted = 5;
/** By a rate limit of the gateway: 429. */
export const rateLimited = 6;
export const unfinished = 7;

export const outcomeCount = 8;
