import type { ConfinedLimits } from '../../base/confined/runConfined.js';
/** What one script may take; people's scripts need a hundredth. */
export declare const scriptLimits: {
    /** Of the script and of each file it imports. */
    readonly sourceBytes: 5000000;
    /** Of all of these together, and how many. */
    readonly sourcesBytes: 20000000;
    readonly sourceCount: 500;
    /** Of a file that `open` reads, of all together, and how many. */
    readonly openedBytes: 32000000;
    readonly openedTotalBytes: 50000000;
    readonly openedCount: 50;
    /** Of its options: in all, in each other, of a map, of a list, of a text. */
    readonly valueCount: 50000;
    readonly depth: 50;
    readonly keyCount: 1000;
    readonly itemCount: 10000;
    readonly characterCount: 10000;
    /** Mistakes that are shown; each is looked for in the text. */
    readonly problemCount: 50;
};
/** Of its process; the time is that of all its runs together. */
export declare const standardLimits: ConfinedLimits;
