/**
 * Instances by (load, last pick): the least loaded first, ties to the one picked longest ago.
 *
 * Hot: O(1) where a heap takes log n. A pick moves an instance to the next place of one order common to all loads, and a
 * load is the set of places of its instances (a level): one bit a place, and one for each word of 32 that is not empty (a
 * group). So a change of load clears one bit and sets another, and the first bit of the lowest level is who is next. When
 * the places run out, they are dealt out anew in the same order. An instance that was never picked counts as picked when
 * it was first added. A level that is not empty has a row in columns common to all levels (an object a level costs twice
 * the time), so memory follows the instances; a load itself takes 4 bytes, for a queue without a limit takes it to any
 * height. Measured (Node 20): the same with 10 and with 1,000 instances, where a 4-ary heap takes three times as long; a scan of
 * all loads takes less with 10 and more from 30 on.
 */
export declare class LoadLevels {
    #private;
    count: number;
    /** A new one, or one that comes back as picked when it last was. */
    add(instance: number, load: number): void;
    remove(instance: number): void;
    /** A removed one will never come back; the next of its number is a new one. */
    forget(instance: number): void;
    /** Whoever is next, marked as picked now; its load is not changed here. There must be one. */
    pickLeast(): number;
    /** The load changes by one, up or down. */
    loadChanged(instance: number, by: 1 | -1): void;
}
