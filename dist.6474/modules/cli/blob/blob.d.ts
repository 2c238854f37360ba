import type { Problem } from '../../base/problem.js';
import type { Candidate } from '../../policy/policySpec.js';
import type { FinishedCell } from '../../run/compare.js';
import type { PlannedComparison } from '../../run/plan.js';
import type { Shard } from '../shardOption.js';
/** What all parts of one comparison have in common. */
export interface BlobPlan {
    readonly command: string;
    readonly replications: readonly number[];
    /** Name of the reference; the first candidate when left out. */
    readonly reference?: string;
    readonly allowEmpty: boolean;
    readonly environment?: string;
    readonly comparisons: readonly (Pick<PlannedComparison, 'scenario' | 'hash' | 'revision' | 'worlds'> & {
        readonly candidates: readonly Omit<Candidate, 'bindings'>[];
    })[];
}
/** One part of a comparison: its runs with everything that the reports need of them. */
export interface Blob {
    readonly version: string;
    readonly shard: Shard;
    readonly plan: BlobPlan;
    /** The command as it was typed, without the part. */
    readonly again: string;
    /** Scenario files as they were typed. */
    readonly files: readonly string[];
    readonly isInterrupted: boolean;
    readonly cells: readonly FinishedCell[];
}
/** What a blob of any version begins with. */
export declare const blobMark: RegExp;
export declare function blobFileName({ index, count }: Shard): string;
/** The text of a blob, with a checksum: whatever is read back is what was written. */
export declare function encodeBlob(blob: Blob): string;
/** @param version of this program, which is the only one that can read its own blobs @returns the blob, or why it is none */
export declare function decodeBlob(text: string, file: string, version: string): Blob | Problem;
