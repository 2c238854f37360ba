import type { JsonStream } from '../json/jsonStream.js';
import type { SeriesCollector } from '../series/seriesCollector.js';
import type { EvidenceWarning } from '../warning.js';
interface WalkContext {
    readonly file: string;
    readonly collector: SeriesCollector;
}
/** Walks through answers of Prometheus in whatever they are packed: alone, in a list, under the names of their queries. */
export declare class AnswerWalk {
    #private;
    readonly warnings: EvidenceWarning[];
    constructor(json: JsonStream, { file, collector }: WalkContext);
    /** The rate window of an answer, where the file tells its query, wherever it tells it. */
    windowOf(title: string): number | undefined;
    /** @param title what the next value is called: a list of series as a whole, of a list of answers each with its number */
    walk(title: string, depth?: number): void;
}
export {};
