/** What things take in memory, as measured with a million of them: columns, objects and what grows with them. */
export const bytesOf = {
    /** With its columns, scheduled events, bill, and the snapshots of some scrapes. */
    instance: 1500,
    user: 400,
    /** In progress: its row, event and timers. */
    request: 200,
    /** What stays of an instance that has stopped. */
    launch: 64,
    /** A decision that differs from the one before. */
    decision: 250,
    fault: 150,
    /** Counters of one service at one scrape, without its instances. */
    snapshot: 2000,
    /** What is touched of one: its 51 kB are given page by page. */
    histogram: 12_000,
    /** Of the SLO: requests and good ones. */
    window: 16,
    windowSeconds: 60,
};
