/** A typed array, which the columns of all tables are made of. */
export type Column = Float64Array | Int32Array | Uint8Array;

/** A copy of the column twice as long, with its values in place; the new half is 0. */
export function grown<C extends Column>(column: C, length = column.length * 2): C {
  // safe: the constructor of a typed array makes an array of the same type.
  const larger = new (column.constructor as new (size: number) => C)(length);
  larger.set(column);
  return larger;
}
