/** The values of a list, or what is wrong with it. */
interface ListedValues {
    readonly values: readonly string[];
    /** Each the rest of a sentence; the values cannot be used then. */
    readonly faults: readonly string[];
    /** Ranges whose last value is not their end, a sentence each. */
    readonly ends: readonly string[];
}
/**
 * Values as `--vary` lists them: single ones and ranges FROM..TO:STEP, both ends included, separated by commas.
 *
 * @param most values of one list
 */
export declare function listedValues(list: string, most: number): ListedValues;
export {};
