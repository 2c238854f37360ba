import { type Problem } from '../../base/problem.js';
import type { Params } from '../../policy/policy.js';
/** A text that may hold manifests. */
export interface TextInput {
    /** As the user would type it; `stdin` for `-`. */
    readonly file: string;
    readonly text: string;
    readonly params: Params;
    /** The folder that it was found in; undefined for a file that was named. */
    readonly folder: string | undefined;
}
/** A folder, with its files that may hold manifests. */
export interface FolderInput {
    readonly folder: string;
    readonly files: readonly string[];
}
/** A file of a folder that is not read. */
interface InFolder {
    readonly file: string;
    readonly folder: string;
}
/** Everything that the operands of `explain` lead to. */
export interface Inputs {
    readonly texts: readonly TextInput[];
    /** Policies that were named: `doctor` examines them. */
    readonly policies: readonly string[];
    readonly folders: readonly FolderInput[];
    /** Policies in folders: only named, for `doctor` runs what it examines. */
    readonly policiesInFolders: readonly InFolder[];
    readonly tooLargeInFolders: readonly InFolder[];
    readonly problems: readonly Problem[];
}
/**
 * Files, folders (with all that lies below them) and `-`, read; each file once, however often it is reached.
 *
 * What cannot be read is a problem, and hides nothing else.
 */
export declare function gatherInputs(operands: readonly string[]): Inputs;
export {};
