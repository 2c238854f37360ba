import { type FaultWords, type FileFault } from './fileFault.js';
/**
 * The only way to a file that somebody else named: on the command line, in a scenario, in a folder.
 *
 * Such a path may lead to anything. A FIFO or a terminal never ends, a device has no size, a file may be larger than the memory,
 * grow while it is read, or be replaced between a look at it and its opening. So a file is opened once without waiting, looked
 * at through its descriptor, and read no further than it was long then.
 */
export interface UserFile {
    readonly path: string;
    /** The path as the user wrote it, for messages; `path` when left out. */
    readonly shown?: string;
    /** What people write is far below it; what is larger is another file. */
    readonly limitBytes: number;
    /** What is missing without the file, as a sentence. */
    readonly why: string;
    /**
     * Whether it may be a pipe that came with the command: `-`, /dev/stdin, and /dev/fd/63 as shells write `<(command)`.
     *
     * Not for names inside of files: those are read again and again.
     */
    readonly mayBePipe?: boolean;
    /** The path has been judged with its links followed: what is opened must be what it still leads to without any. */
    readonly hasNoLinks?: boolean;
    /** Better words of the caller for a fault. */
    readonly words?: (fault: FileFault) => Partial<FaultWords>;
}
/** A file that is open; whoever opened it closes it. */
export interface OpenedFile {
    /** When it was opened; undefined for a pipe. */
    readonly sizeBytes: number | undefined;
    /** Fills the buffer and returns how many bytes it holds; 0 at the end. @throws ProblemError */
    read(buffer: Uint8Array): number;
    close(): void;
}
/** The text of a file, without a byte order mark. @throws ProblemError */
export declare function readUserText(file: UserFile): string;
/** The text of a file that nobody has to have; undefined where it cannot be read. */
export declare function optionalText(path: string, limitBytes: number): string | undefined;
/** All bytes of a file. @throws ProblemError */
export declare function readUserBytes(file: UserFile): Uint8Array;
/** Opens a regular file, or a pipe where it may be one, for somebody who reads it in parts. @throws ProblemError */
export declare function openUserFile(file: UserFile): OpenedFile;
