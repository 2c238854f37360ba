/** What things take in memory, as measured with a million of them: columns, objects and what grows with them. */
export declare const bytesOf: {
    /** With its columns, scheduled events, bill, and the snapshots of some scrapes. */
    readonly instance: 1500;
    readonly user: 400;
    /** In progress: its row, event and timers. */
    readonly request: 200;
    /** What stays of an instance that has stopped. */
    readonly launch: 64;
    /** A decision that differs from the one before. */
    readonly decision: 250;
    readonly fault: 150;
    /** Counters of one service at one scrape, without its instances. */
    readonly snapshot: 2000;
    /** What is touched of one: its 51 kB are given page by page. */
    readonly histogram: 12000;
    /** Of the SLO: requests and good ones. */
    readonly window: 16;
    readonly windowSeconds: 60;
};
