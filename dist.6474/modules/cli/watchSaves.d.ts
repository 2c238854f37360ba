/**
 * Notices saves of files.
 *
 * The files themselves are looked at, again and again: events of a file system miss what a network or a container does, and
 * tell of folders that are there only. What counts as a save is told by the file's time and size.
 */
export declare class SaveWatch {
    #private;
    /** The files to watch from now on; those that were followed already keep what is known of them. */
    follow(files: readonly string[]): void;
    /** Waits for saves, also those since the last call. @returns the files; none when `signal` ended the waiting */
    next(signal: AbortSignal): Promise<readonly string[]>;
}
