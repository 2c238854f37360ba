import { type JournalHeader } from './journalFormat.js';
/**
 * Appends finished runs to a file of its own, made with the first of them.
 *
 * Nothing waits for the disk: what the process has written outlives the process. A machine that loses its power loses the last
 * runs, and the checksums tell which.
 */
export declare class JournalWriter {
    #private;
    constructor(path: string, header: JournalHeader, limitBytes: number);
    /** Why nothing is written any more. */
    get obstacle(): string | undefined;
    /** Never throws: a run that is not kept is done again. @returns whether the run is kept */
    append(key: string, json: string): boolean;
    close(): void;
}
