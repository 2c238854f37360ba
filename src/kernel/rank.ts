/** What comes first at one instant, as ARCHITECTURE.md says under "The loop". Lower comes first. */

export const fault = 0;
export const node = 1;
export const fleet = 2;
export const completion = 3;
export const timeout = 4;
export const arrival = 5;
export const scrape = 6;
export const decide = 7;
export const record = 8;
