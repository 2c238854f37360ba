/**
 * A float as tostring and `..` show it in Lua 5.3: "%.14g", and ".0" behind one that looks like an integer.
 *
 * Every NaN is "-nan": that is what x86-64 Linux prints for 0/0. JavaScript does not tell its sign.
 */
export declare function numberText(value: number): string;
