import type { OutputTarget } from './outputTarget.js';
/** Temporary files by their name: `.dryscale-PID-RANDOM.tmp`, short wherever the name they will get is long. */
export declare const temporaryName: RegExp;
/**
 * A file in the making beside the one that it will replace: put in place it is whole and on the disk; until then the old one
 * stays.
 *
 * Idea: write to a temporary file, fsync, rename, fsync the folder. rename(2) puts the new file in place in one step, and
 * without fsync before it some file systems keep the new name with no content after a power cut (open(2), fsync(2)).
 * @throws what the file system says; nothing is left then
 */
export declare class Replacement {
    #private;
    /** Where to write. */
    readonly temporary: string;
    constructor(target: OutputTarget);
    get path(): string;
    /** @throws what the file system says; `discard` it then */
    write(text: string): void;
    /** Puts what was written on the disk, by whomever. @throws what the file system says; `discard` it then */
    finish(): void;
    /** The folder's entry is on the disk after `syncFolder`. @throws what the file system says; `discard` it then */
    putInPlace(): void;
    /** Where the entry is. */
    get folder(): string;
    /** Takes the temporary file away, as far as that is possible. */
    discard(): void;
    /** Takes the temporary file away. @throws what the file system says */
    remove(): void;
}
/** A write may take only a part; where no more fits the next one says why. */
export declare function writeAll(descriptor: number, text: string): void;
/** Puts the entries of a folder on the disk. */
export declare function syncFolder(folder: string): void;
/** For what changes nothing of the outcome. */
export declare function quietly(action: () => void): void;
