/** A number as LuaJIT and cjson print it: C's `%.14g`, where 3.0 is "3". */
export declare function shortNumber(value: number, precision?: number): string;
