/**
 * The requests in their cpu phase at one instance, by the virtual time at which each completes.
 *
 * Hot: a binary heap in typed arrays; ties break by insertion.
 */
export declare class ShareHeap {
    #private;
    count: number;
    /** Virtual time of the next completion; only meaningful when count > 0. */
    get firstTag(): number;
    /** Through a column, because a number that is handed to a function becomes an object. */
    push(tag: number, row: number): void;
    /** Removes the next to complete and returns its row. */
    pop(): number;
    /** Takes a row out wherever it is; it must be in. */
    remove(row: number): void;
    clear(): void;
}
