/** Runs that are left beside those of search and finals, and how many of them were used. */
export interface RunCounter {
    left: number;
    other: number;
}
/** Takes runs from the budget. @returns whether there are so many */
export declare function take(counter: RunCounter, count: number): boolean;
