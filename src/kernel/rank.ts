/** What comes first at one instant, as ARCHITECTURE.md says under "The loop". Lower comes first. */
export const rank = {
  fault: 0,
  node: 1,
  fleet: 2,
  completion: 3,
  timeout: 4,
  arrival: 5,
  scrape: 6,
  decide: 7,
  record: 8,
} as const;
