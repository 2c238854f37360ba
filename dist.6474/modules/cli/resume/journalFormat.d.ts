import type { ProgramIdentity } from './programIdentity.js';
/** Who wrote a journal. */
export interface JournalHeader extends ProgramIdentity {
    readonly host: string;
    readonly pid: number;
}
/** What a journal holds, as far as it is whole. */
export interface JournalContent {
    /** As far as it can be read. Where its checksum is wrong nothing of the file counts. */
    readonly header: JournalHeader | undefined;
    /** The results as JSON, by the key of the run. */
    readonly runs: ReadonlyMap<string, Buffer>;
    /** Lines that are not what was written. A last line that was cut off is none: that is how a journal ends when its process dies. */
    readonly damagedCount: number;
}
/** Beyond it there is no line of ours: a run takes 25 kB, its pictures 100 kB and what its policy printed. */
export declare const longestLineBytes: number;
/** All journals of one folder together: they are read into memory, where the results of all runs are anyway. */
export declare const journalLimitBytes: number;
/** The first line of a journal. */
export declare function headerLine(header: JournalHeader): string;
/** A finished run: its key, a checksum of the line, its result as JSON, which has no line feed. */
export declare function runLine(key: string, json: string): string;
/** The header of a journal, even of another version, whatever comes behind it; undefined where it is none. */
export declare function readHeader(path: string): JournalHeader | undefined;
/** Reads a journal whose process may have died at any moment, or may still write: what is not whole is not there. */
export declare function readJournal(path: string): JournalContent;
