import { type Revision } from './revision.js';
export declare const largestBytes = 1000000;
/**
 * Files as they are in a revision, in a temporary folder with the paths of the repository.
 *
 * Only what is asked for is copied, with what it imports. Policies are then read like any others, so every kind of them is
 * understood. `remove` it afterwards.
 */
export declare class Snapshot {
    #private;
    readonly folder: string;
    constructor(revision: Revision);
    remove(): void;
    /** Where a path of the repository lies in the snapshot. */
    pathOf(path: string): string;
    /**
     * Copies a file with what it imports. One that was renamed since is found under its former name.
     *
     * @returns the name it had then; undefined when the revision has no such file
     * @throws ProblemError for a file that is too large, or imports too many
     */
    copy(path: string): Promise<string | undefined>;
    /** All that a copied file imports, itself or through others. */
    importsOf(path: string): string[];
}
