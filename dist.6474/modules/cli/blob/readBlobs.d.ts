import { type Blob } from './blob.js';
/** A blob and the file it was read from. */
export interface ReadBlob {
    readonly file: string;
    readonly blob: Blob;
}
/**
 * The blobs of files, or of folders: there every `blob-i-n.json`.
 *
 * @throws ProblemError with exit code 104 and everything that is wrong
 */
export declare function readBlobs(operands: readonly string[]): ReadBlob[];
