import { type RequestTable } from '../traffic/requestTable.js';
/** One service's central queue: FIFO, or FIFO within each priority, higher first. */
export declare class CentralQueue {
    #private;
    count: number;
    /** @param levelOf the level of a request, 0 first; always 0 for a plain FIFO */
    constructor(table: RequestTable, levelCount: number, levelOf: (row: number) => number);
    append(row: number): void;
    remove(row: number): void;
    /** The request that is next; the central queue must not be empty. */
    get first(): number;
    /** Takes the request that is next; the central queue must not be empty. */
    shift(): number;
}
