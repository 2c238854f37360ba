/** What one script may take; people's scripts need a hundredth. */
export const scriptLimits = {
    /** Of the script and of each file it imports. */
    sourceBytes: 5_000_000,
    /** Of all of these together, and how many. */
    sourcesBytes: 20_000_000,
    sourceCount: 500,
    /** Of a file that `open` reads, of all together, and how many. */
    openedBytes: 32_000_000,
    openedTotalBytes: 50_000_000,
    openedCount: 50,
    /** Of its options: in all, in each other, of a map, of a list, of a text. */
    valueCount: 50_000,
    depth: 50,
    keyCount: 1_000,
    itemCount: 10_000,
    characterCount: 10_000,
    /** Mistakes that are shown; each is looked for in the text. */
    problemCount: 50,
};
/** Of its process; the time is that of all its runs together. */
export const standardLimits = { timeSeconds: 5, heapMegabytes: 256, resultBytes: 5_000_000 };
