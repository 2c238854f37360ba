/** What comes first at one instant, as ARCHITECTURE.md says under "The loop". Lower comes first. */
export const rank = {
    fault: 0,
    fleet: 1,
    completion: 2,
    timeout: 3,
    arrival: 4,
    scrape: 5,
    decide: 6,
    record: 7,
};
