/** A typed array, which the columns of all tables are made of. */
export type Column = Float64Array | Int32Array | Uint8Array;
/** A copy of the column twice as long, with its values in place; the new half is 0. */
export declare function grown<C extends Column>(column: C, length?: number): C;
/** Columns that would grow beyond what their run may take. */
export declare class ColumnsFull extends Error {
    readonly name = "ColumnsFull";
}
/**
 * Begins to count what columns take anew: a thread does one run at a time, and its columns go with it.
 *
 * Typed arrays lie outside of the heap whose limit ends a thread, so without this a queue would grow until the machine
 * ends the whole process.
 */
export declare function beginColumns(limitBytes: number): void;
/** Counts bytes that are about to be taken. @throws ColumnsFull when they do not fit */
export declare function takeBytes(bytes: number): void;
