/** `s` of durations, `bytes` of sizes, else empty. */
export type QuantityUnit = 's' | 'bytes' | '';
/** A number as a scenario writes it, and how another number is written in its place. */
export interface Quantity {
    /** Seconds, bytes, or the plain number; of a distribution its median where it is given by one, else its mean. */
    readonly amount: number;
    readonly unit: QuantityUnit;
    /** What to write for another amount: of a distribution the same law, scaled. */
    written(amount: number): unknown;
}
/** The number that a value of a scenario is, or that stands for the distribution it is; undefined for all else. */
export declare function quantityOf(value: unknown): Quantity | undefined;
