import type { ScenarioResult } from '../../results/results.js';
import type { BlobPlan } from './blob.js';
import type { ReadBlob } from './readBlobs.js';
/** The parts as one comparison. */
interface MergedBlobs {
    readonly plan: BlobPlan;
    readonly again: string;
    readonly files: readonly string[];
    readonly scenarios: readonly ScenarioResult[];
}
/**
 * Joins the parts of a comparison: the same results as if one machine had run it all.
 *
 * @throws ProblemError with exit code 104 for parts that are missing, double, unfinished or of another comparison
 */
export declare function mergeBlobs(blobs: readonly ReadBlob[]): MergedBlobs;
export {};
