import type { LogLine } from './lineFormat.js';
import type { DroppedBin, RequestBins } from './requestBins.js';
/** Lines of a log that were not as they should be. */
export interface LineFaults {
    readonly notUnderstoodCount: number;
    readonly firstNotUnderstood: number | undefined;
    readonly damagedCount: number;
    readonly firstDamaged: number | undefined;
}
interface Lines {
    readonly lineCount: number;
    readonly bins: RequestBins;
    /** Left out. */
    readonly kinds: Readonly<Record<'probe' | 'static', number>>;
    readonly faults: LineFaults;
}
/** Every line of the log, where it went: the parts add up. */
export declare function linesNote({ lineCount, bins, kinds, faults }: Lines, dropped: readonly DroppedBin[]): string;
/** How sure the arrivals are. */
export declare function stampNotes(stamps: Readonly<Record<LogLine['stamp'], number>>): string[];
/** Which intervals the log covers in part. */
export declare function droppedNotes(dropped: readonly DroppedBin[], { intervalSeconds, binCount }: RequestBins): string[];
/** What the reader must know before trusting counts made from a log. */
export declare function logHygiene(bins: RequestBins, zones: ReadonlySet<number | undefined>, faults: LineFaults): string[];
/** A stretch without requests that chance does not explain. */
interface Silence {
    readonly fromSeconds: number;
    readonly lengthSeconds: number;
}
/** Where requests are missing: no interval has one, and many were due. */
export declare function silencesOf(bins: RequestBins): Silence[];
/** A stretch of intervals with failing answers. */
interface Trouble {
    readonly fromSeconds: number;
    readonly toSeconds: number;
    readonly requestCount: number;
    readonly errorCount: number;
}
/** Stretches in which so many answers failed that users must have tried again or gone away. */
export declare function troublesOf(bins: RequestBins): Trouble[];
export {};
