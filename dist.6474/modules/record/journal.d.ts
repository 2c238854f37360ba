import type { Clock } from '../kernel/clock.js';
import type { ArrivalBlock } from '../traffic/arrivalBlock.js';
import { type RequestTable } from '../traffic/requestTable.js';
import { OutcomeBlock } from './outcomeBlock.js';
import { WaitBlock } from './waitBlock.js';
/** What happened to requests since the page before, in three parts, each in its order. */
export interface JournalPage {
    /** The arrivals [arrivalFrom, arrivalTo) of the block. */
    readonly arrivals: ArrivalBlock;
    readonly arrivalFrom: number;
    readonly arrivalTo: number;
    readonly outcomes: OutcomeBlock;
    readonly waits: WaitBlock;
}
/** Counts what happened to requests. */
export interface JournalReader {
    read(page: JournalPage): void;
}
export interface JournalOptions {
    readonly clock: Clock;
    readonly requests: RequestTable;
    readonly sourceCount: number;
    readonly serviceCount: number;
    /** Where `arrivals` points before the first arrival. */
    readonly noArrivals: ArrivalBlock;
}
/**
 * All that happens to requests, written by the gateway alone, read in pages by all who count.
 *
 * Hot: writing is a few stores. A page is told when it is full, and before anybody reads a count: at every control event
 * and at the end. No method takes an instant: they are those of the request's row and of the clock.
 */
export declare class Journal implements JournalPage {
    #private;
    arrivals: ArrivalBlock;
    arrivalFrom: number;
    arrivalTo: number;
    readonly outcomes: OutcomeBlock;
    readonly waits: WaitBlock;
    constructor(options: JournalOptions);
    /** Those who read from now on, in their order. */
    set readers(readers: readonly JournalReader[]);
    /** The request arrived, and with it its first try. */
    arrived(block: ArrivalBlock, arrival: number): void;
    /** The try was served and is answered, and with it the request. */
    served(row: number, isError: boolean): void;
    /** The try gave its slot back; whether anybody waited for it is another matter. */
    left(row: number): void;
    /** The try got its answer, or its client gave it up, which counts as an error. */
    answered(row: number, isError: boolean): void;
    /** The try never got to an instance. */
    refused(row: number): void;
    /** The request's one outcome; not for those that were served. */
    ended(row: number, result: number): void;
    /** One more try begins. */
    retried(row: number): void;
    /** The request waits for an instance that was started for it. */
    coldStarted(row: number): void;
    /** An iteration of a source found no VU. */
    dropped(group: number): void;
    /** The present try has waited until now. */
    waited(row: number): void;
    /** The request is inside when the run ends; one that waits has waited in vain. */
    unfinished(row: number, isWaiting: boolean): void;
    /** The try holds its slot when the run ends. */
    held(row: number): void;
    /** Tells all readers what happened so far. */
    flush(): void;
}
