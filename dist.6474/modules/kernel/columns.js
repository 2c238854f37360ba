/** A copy of the column twice as long, with its values in place; the new half is 0. */
export function grown(column, length = column.length * 2) {
    takeBytes((length - column.length) * column.BYTES_PER_ELEMENT);
    // safe: the constructor of a typed array makes an array of the same type.
    const larger = new column.constructor(length);
    larger.set(column);
    return larger;
}
/** Columns that would grow beyond what their run may take. */
export class ColumnsFull extends Error {
    name = 'ColumnsFull';
}
let takenBytes = 0;
let mostBytes = Number.POSITIVE_INFINITY;
/**
 * Begins to count what columns take anew: a thread does one run at a time, and its columns go with it.
 *
 * Typed arrays lie outside of the heap whose limit ends a thread, so without this a queue would grow until the machine
 * ends the whole process.
 */
export function beginColumns(limitBytes) {
    takenBytes = 0;
    mostBytes = limitBytes;
}
/** Counts bytes that are about to be taken. @throws ColumnsFull when they do not fit */
export function takeBytes(bytes) {
    if (takenBytes + bytes > mostBytes)
        throw new ColumnsFull('the columns of the run are full');
    takenBytes += bytes;
}
