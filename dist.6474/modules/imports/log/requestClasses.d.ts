import type { LogLine } from './lineFormat.js';
/** The requests of one class. */
interface ClassTotals {
    readonly name: string;
    count: number;
    latencySum: number;
    latencyCount: number;
    upstreamSum: number;
    upstreamCount: number;
    byteSum: number;
    byteCount: number;
    /** By interval. */
    readonly bins: Map<number, number>;
}
/** Requests by method and first segment of the path: `GET /cart`. */
export declare class RequestClasses {
    #private;
    constructor(intervalSeconds: number);
    add(line: LogLine): void;
    /** The most frequent, then all others as one; those of the whole log, partial intervals too. */
    most(count: number): readonly Readonly<ClassTotals>[];
}
/** The table of classes, a line each. */
export declare function classLines(classes: ReturnType<RequestClasses['most']>): string[];
export {};
