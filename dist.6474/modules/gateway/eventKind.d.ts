/** The request events outside the serving; each is one row of the loop's handler table. */
export declare const eventKind: {
    readonly patienceEnded: 0;
    readonly centralQueueTimedOut: 1;
    readonly tryTimedOut: 2;
    readonly totalTimedOut: 3;
    readonly retryDue: 4;
    readonly userWakes: 5;
};
