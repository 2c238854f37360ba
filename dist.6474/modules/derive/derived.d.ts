/** How a value is known, the surest first. */
export type Basis = 'measured' | 'derived' | 'asked' | 'default' | 'guess';
/** A number that was worked out of files, and how well it is known. */
export interface Derived {
    readonly value: number;
    /** Between these the true value lies: low <= value <= high. Equal where the files state the number. */
    readonly low: number;
    readonly high: number;
    readonly basis: Basis;
    /** Where it comes from, in words that go into the scenario. */
    readonly from: string;
}
