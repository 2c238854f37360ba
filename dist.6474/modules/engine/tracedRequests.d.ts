import type { InstanceTable } from '../fleet/instanceTable.js';
import type { RequestTracer } from '../gateway/requestTracer.js';
import type { RetryCause } from '../gateway/retryRules.js';
import { type Tell } from '../record/runEvents.js';
import { type RequestTable } from '../traffic/requestTable.js';
interface Tracing {
    readonly tell: Tell;
    readonly requests: RequestTable;
    readonly instances: InstanceTable;
    readonly sourceNames: readonly string[];
    readonly classNames: readonly string[];
    readonly serviceNames: readonly string[];
    /** [source] */
    readonly responseBytes: readonly number[];
    nowSeconds(): number;
}
/** Tells of every step of every request as events: who reads them can follow one from its arrival to its end. */
export declare class TracedRequests implements RequestTracer {
    #private;
    constructor(options: Tracing);
    tried(row: number): void;
    waits(row: number, instance: number): void;
    waited(row: number, sinceSeconds: number): void;
    began(row: number, instance: number, factor: number): void;
    served(row: number): void;
    retries(row: number, cause: RetryCause, dueSeconds: number): void;
    ended(row: number, result: number): void;
    dropped(source: number): void;
    unfinished(row: number, isWaiting: boolean): void;
}
export {};
