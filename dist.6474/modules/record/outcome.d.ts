/** How a request ended; the index into counts. */
export declare const outcome: {
    readonly completed: 0;
    readonly failed: 1;
    readonly rejected: 2;
    readonly timedOut: 3;
    readonly abandoned: 4;
    readonly aborted: 5;
    readonly unfinished: 6;
};
export declare const outcomeCount = 7;
