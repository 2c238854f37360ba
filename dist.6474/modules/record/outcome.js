/** How a request ended; the index into counts. */
export const outcome = {
    completed: 0,
    failed: 1,
    rejected: 2,
    timedOut: 3,
    abandoned: 4,
    aborted: 5,
    unfinished: 6,
};
export const outcomeCount = 7;
