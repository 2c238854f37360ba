/** What comes first at one instant, as ARCHITECTURE.md says under "The loop". Lower comes first. */
export declare const rank: {
    readonly fault: 0;
    readonly fleet: 1;
    readonly completion: 2;
    readonly timeout: 3;
    readonly arrival: 4;
    readonly scrape: 5;
    readonly decide: 6;
    readonly record: 7;
};
