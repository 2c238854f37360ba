import { type OutputPlace } from './outputTarget.js';
import { Replacement } from './replacement.js';
export interface OutputFile extends OutputPlace {
    /** In parts where it may be too long for the memory. */
    readonly text: string | Iterable<string>;
}
/**
 * Writes files, each whole or not at all; those of one call belong together.
 *
 * All are on the disk before the first takes its place, so that a full disk replaces none of them.
 * @throws ProblemError with exit code 106 that says which were replaced, if any
 */
export declare function writeFiles(files: readonly OutputFile[]): void;
/** Puts finished files in place of the old ones. @throws ProblemError with exit code 106 that says which were replaced, if any */
export declare function replaceAll(replacements: readonly Replacement[]): void;
