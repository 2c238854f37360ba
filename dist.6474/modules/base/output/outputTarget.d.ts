import { type Stats } from 'node:fs';
/** A file to write. */
export interface OutputPlace {
    readonly path: string;
    /**
     * What a file begins with that dryscale may replace; whatever else is there is somebody's work. Left out where the user
     * has said that the file may go.
     */
    readonly mark?: RegExp;
    /** The user wrote the file's very name: a symbolic link there is followed. */
    readonly isNamed?: boolean;
}
/** Where the bytes go. */
export interface OutputTarget {
    /** As the user knows it. */
    readonly path: string;
    /** At the end of all links. */
    readonly file: string;
    /** What is there now. */
    readonly stats: Stats | undefined;
}
/**
 * Looks at the place of a file before it is written: only a regular file is ever replaced, and only one of ours.
 *
 * A link at a name that dryscale chose may lead anywhere, in a repository of somebody else: it is refused.
 * @throws ProblemError with exit code 106
 */
export declare function outputTarget({ path, mark, isNamed }: OutputPlace): OutputTarget;
/** What a file begins with. @throws what the file system says */
export declare function headOf(file: string): string;
